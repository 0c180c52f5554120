import type { Alliance } from '../../api/queries/alliances.ts'
import { useAccounts } from '../../api/queries/accounts.ts'
import { useAgreements } from '../../api/queries/agreements.ts'
import { type LedgerWithPeriods, useAllianceLedgers } from '../../api/queries/ledgers.ts'
import { useMemberships } from '../../api/queries/memberships.ts'
import { useUtilization } from '../../api/queries/reports.ts'
import { LinkButton } from '../../kit/button.tsx'
import { Empty, Waiting } from '../../kit/note.tsx'
import { Section } from '../../kit/page.tsx'
import {
  addMonths,
  dayOf,
  firstOfMonth,
  hoursText,
  instantOf,
  monthText,
  now,
  startOfDay,
} from '../../time.ts'
import { useStaffWords } from '../../words/words.tsx'
import { useLocale } from '../../words/writing.ts'
import { AlliancePage } from './alliancePage.tsx'
import { useAmounts, useClassName } from './amounts.ts'
import { holdsOn } from './dates.ts'
import { holdingsOf, leftOf, periodAt } from './quota/holdings.ts'
import { usePercent } from './utilization/figures.ts'

/** An alliance at a glance: who is in it, what quota is left, and how its instruments were used. */
export const OverviewPage = ({ allianceId }: { readonly allianceId: string }) => (
  <AlliancePage allianceId={allianceId} part="overview">
    {alliance => (
      <>
        <Counts alliance={alliance} />
        <QuotaLeft allianceId={allianceId} />
        <MonthsInWords alliance={alliance} />
      </>
    )}
  </AlliancePage>
)

function Counts({ alliance }: { readonly alliance: Alliance }) {
  const words = useStaffWords().alliance
  const today = dayOf(now(), alliance.zone)
  const members = useMemberships(alliance.id).data?.filter(each => holdsOn(each, today))
  const agreements = useAgreements(alliance.id).data?.filter(each => holdsOn(each, today))
  const base = `/alliance/${alliance.id}`
  return (
    <div className="row">
      {members !== undefined && (
        <LinkButton href={`${base}/members`}>{words.memberCount(String(members.length))}</LinkButton>
      )}
      {agreements !== undefined && (
        <LinkButton href={`${base}/agreements`}>{words.agreementCount(String(agreements.length))}</LinkButton>
      )}
    </div>
  )
}

function QuotaLeft({ allianceId }: { readonly allianceId: string }) {
  const words = useStaffWords().alliance
  const asked = useAllianceLedgers(allianceId)
  return (
    <Section
      title={words.quotaLeft}
      actions={<LinkButton href={`/alliance/${allianceId}/quota`}>{words.toQuota}</LinkButton>}
    >
      {asked.data === undefined && <Waiting error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.data?.length === 0 && <Empty title={words.noLedger} />}
      <div className="grid-cards">
        {asked.data?.map(ledger => (
          <LedgerCard key={ledger.id} ledger={ledger} />
        ))}
      </div>
    </Section>
  )
}

function LedgerCard({ ledger }: { readonly ledger: LedgerWithPeriods }) {
  const words = useStaffWords().alliance
  const { statement } = useStaffWords()
  const amounts = useAmounts(ledger.unit)
  const className = useClassName()(ledger.resourceClass)
  const asked = useAccounts(ledger.id)
  const period = periodAt(ledger, now())
  if (asked.data === undefined) return <Waiting error={asked.error} onRetry={() => void asked.refetch()} />
  const holdings = period === undefined ? [] : holdingsOf(asked.data, period.id)
  const granted = holdings.reduce((sum, each) => sum + (each.granted ?? 0), 0)
  const left = holdings.reduce((sum, each) => sum + leftOf(each), 0)
  const reserve = holdings.find(({ account }) => account.holderKind === 'reserve')
  const isPartlyTold = holdings.some(({ account }) => account.view === 'closed-months')
  const told = words.leftOf(amounts.text(left), amounts.text(granted))
  return (
    <article className="card stack-tight">
      <h3>{className}</h3>
      {period === undefined ? (
        <p className="quiet">{words.noPeriod}</p>
      ) : (
        <>
          <p className="figure">{told}</p>
          <meter
            className="gauge"
            min={0}
            max={Math.max(granted, 1)}
            value={Math.max(left, 0)}
            aria-label={`${className}: ${told}`}
          />
          {reserve !== undefined && <p>{words.inReserve(amounts.text(leftOf(reserve)))}</p>}
          {isPartlyTold && <p className="quiet">{words.closedMonthsOnly}</p>}
          <p className="quiet">
            {statement.period(
              dayOf(instantOf(period.start), ledger.zone),
              dayOf(instantOf(period.end) - 1, ledger.zone),
            )}
          </p>
        </>
      )}
    </article>
  )
}

function MonthsInWords({ alliance }: { readonly alliance: Alliance }) {
  const words = useStaffWords().alliance
  const thisMonth = firstOfMonth(dayOf(now(), alliance.zone))
  return (
    <>
      {[addMonths(thisMonth, -1), thisMonth].map(month => (
        <MonthInWords key={month} alliance={alliance} month={month} />
      ))}
      <div>
        <LinkButton href={`/alliance/${alliance.id}/utilization`}>{words.toReport}</LinkButton>
      </div>
    </>
  )
}

function MonthInWords({ alliance, month }: { readonly alliance: Alliance; readonly month: string }) {
  const { alliance: words, common } = useStaffWords()
  const locale = useLocale()
  const percent = usePercent()
  const asked = useUtilization({
    allianceId: alliance.id,
    start: month,
    end: addMonths(month, 1),
    groupBy: ['month'],
  })
  const title = words.lastMonth(monthText(startOfDay(month, alliance.zone), alliance.zone, locale))
  const hours = (seconds: number) => common.hours(hoursText(seconds, locale))
  const total = asked.data?.total
  if (total === undefined) return <Waiting error={asked.error} onRetry={() => void asked.refetch()} />
  const { availableSeconds = 0, usedSeconds = 0 } = total.time
  const { usedByMembersSeconds: members = 0, usedByOutsidersSeconds: outside = 0 } = total.time
  return (
    <Section title={title}>
      {usedSeconds === 0 ? (
        <p className="quiet">{words.nothingUsed}</p>
      ) : (
        <p>
          {words.monthInWords(
            hours(availableSeconds),
            hours(usedSeconds),
            percent(total.metrics['utilization']),
          )}{' '}
          {words.monthUsers(hours(usedSeconds - members - outside), hours(members), hours(outside))}
        </p>
      )}
    </Section>
  )
}
