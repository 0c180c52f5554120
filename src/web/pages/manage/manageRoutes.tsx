import { Route, Switch, useLocation } from 'wouter'
import { useLive } from '../../api/live.ts'
import { useMyDuties } from '../../frame/duties.ts'
import { Tabs } from '../../kit/tabs.tsx'
import { useStaffWords } from '../../words/words.tsx'
import { InstitutionRoutes } from '../people/institutionRoutes.tsx'
import { OwnInstitutionsPage } from '../people/ownInstitutions.tsx'
import { ApprovalsPage } from './approvals/approvalsPage.tsx'
import { DayBoardPage } from './board/dayBoardPage.tsx'
import { ImportPage } from './instruments/importPage.tsx'
import { InstrumentPage } from './instruments/instrumentPage.tsx'
import { InstrumentsPage } from './instruments/instrumentsPage.tsx'
import { NewInstrumentPage } from './instruments/newInstrumentPage.tsx'
import { OutagesPage } from './outages/outagesPage.tsx'
import { PolicyPage } from './policy/policyPage.tsx'
import { PoolsPage } from './pools/poolsPage.tsx'
import { LogBookPage } from './runs/logBookPage.tsx'
import { RunsPage } from './runs/runsPage.tsx'
import { useMyInstruments } from './useMyInstruments.ts'
import { useWaiting } from './useWaiting.ts'
import '../../styles/timeline.css'
import '../../styles/timelineList.css'
import '../../styles/timelineMarks.css'
import '../../styles/manage.css'

/** As many instruments as one stream tells of, with room for those of a page. */
const watchedMax = 200

/** The pages of those who run instruments; what happens to these shows at once. */
export function ManageRoutes() {
  const { instruments } = useMyInstruments()
  useLive(instruments.slice(0, watchedMax).map(each => each.id))
  return (
    <div className="manage">
      <ManageNav />
      <Switch>
        <Route path="/manage" component={DayBoardPage} />
        <Route path="/manage/approvals" component={ApprovalsPage} />
        <Route path="/manage/instruments" component={InstrumentsPage} />
        <Route path="/manage/instruments/new" component={NewInstrumentPage} />
        <Route path="/manage/instruments/import" component={ImportPage} />
        <Route path="/manage/instruments/pools" component={PoolsPage} />
        <Route path="/manage/instruments/:id/policy">{({ id }) => <PolicyPage key={id} id={id} />}</Route>
        <Route path="/manage/instruments/:id">{({ id }) => <InstrumentPage key={id} id={id} />}</Route>
        <Route path="/manage/people" component={OwnInstitutionsPage} />
        <Route path="/manage/institutions/*">
          <InstitutionRoutes root="/manage" />
        </Route>
        <Route path="/manage/outages" component={OutagesPage} />
        <Route path="/manage/runs" component={RunsPage} />
        <Route path="/manage/runs/log-book" component={LogBookPage} />
      </Switch>
    </div>
  )
}

function ManageNav() {
  const { manage, people } = useStaffWords()
  const [path] = useLocation()
  const { adminOf } = useMyDuties()
  const isOfPeople = path.startsWith('/manage/people') || path.startsWith('/manage/institutions')
  const waiting = useWaiting().waiting?.length ?? 0
  const places = [
    { href: '/manage', name: manage.board, isHere: path === '/manage' },
    {
      href: '/manage/approvals',
      name: waiting > 0 ? `${manage.approvals} (${waiting})` : manage.approvals,
      isHere: path === '/manage/approvals',
    },
    {
      href: '/manage/instruments',
      name: manage.instruments,
      isHere: path.startsWith('/manage/instruments'),
    },
    { href: '/manage/outages', name: manage.outages, isHere: path === '/manage/outages' },
    { href: '/manage/runs', name: manage.runs, isHere: path === '/manage/runs' },
    { href: '/manage/runs/log-book', name: manage.logBook, isHere: path === '/manage/runs/log-book' },
    ...(adminOf.length > 0 ? [{ href: '/manage/people', name: people.title, isHere: isOfPeople }] : []),
  ]
  return <Tabs label={manage.nav} tabs={places} isAbovePage />
}
