import { Route, Switch } from 'wouter'
import { Page } from '../../kit/page.tsx'
import '../../styles/alliance.css'
import { useStaffWords } from '../../words/words.tsx'
import { AgreementsPage } from './members/agreementsPage.tsx'
import { ChooserPage } from './chooserPage.tsx'
import { MembersPage } from './members/membersPage.tsx'
import { OverviewPage } from './overviewPage.tsx'
import { LedgersPage } from './quota/books/ledgersPage.tsx'
import { BulkPage } from './quota/bulkPage.tsx'
import { DocumentsPage } from './quota/documents/documentsPage.tsx'
import { QuotaPage } from './quota/quotaPage.tsx'
import { AccountPage } from './quota/accountPage.tsx'
import { SharedPage } from './sharedPage.tsx'
import { UtilizationPage } from './utilization/utilizationPage.tsx'

/** The pages of those who run or audit an alliance. */
export const AllianceRoutes = () => (
  <Switch>
    <Route path="/alliance" component={ChooserPage} />
    <Route path="/alliance/:id">{({ id }) => <OverviewPage allianceId={id} />}</Route>
    <Route path="/alliance/:id/quota">{({ id }) => <QuotaPage allianceId={id} />}</Route>
    <Route path="/alliance/:id/quota/bulk">{({ id }) => <BulkPage allianceId={id} />}</Route>
    <Route path="/alliance/:id/quota/ledgers">{({ id }) => <LedgersPage allianceId={id} />}</Route>
    <Route path="/alliance/:id/quota/documents">{({ id }) => <DocumentsPage allianceId={id} />}</Route>
    <Route path="/alliance/:id/quota/accounts/:accountId">
      {({ id, accountId }) => <AccountPage allianceId={id} accountId={accountId} />}
    </Route>
    <Route path="/alliance/:id/utilization">{({ id }) => <UtilizationPage allianceId={id} />}</Route>
    <Route path="/alliance/:id/members">{({ id }) => <MembersPage allianceId={id} />}</Route>
    <Route path="/alliance/:id/agreements">{({ id }) => <AgreementsPage allianceId={id} />}</Route>
    <Route path="/alliance/:id/sharing">{({ id }) => <SharedPage allianceId={id} />}</Route>
    <Route component={NotFound} />
  </Switch>
)

function NotFound() {
  const { frame } = useStaffWords()
  return <Page title={frame.notFound}>{frame.notFoundHelp}</Page>
}
