import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { type Account, useAccounts } from '../../../api/queries/accounts.ts'
import { type LedgerWithPeriods, type Period, useAllianceLedgers } from '../../../api/queries/ledgers.ts'
import { Button, LinkButton } from '../../../kit/button.tsx'
import { Note, Waiting } from '../../../kit/note.tsx'
import { Section } from '../../../kit/page.tsx'
import { useStaffWords } from '../../../words/words.tsx'
import { AlliancePage, useMayRun, useSeesAll } from '../alliancePage.tsx'
import { useAmounts } from '../amounts.ts'
import { AccountsTable } from './accountsTable.tsx'
import { FirstSteps } from './books/firstSteps.tsx'
import { type GrantDeed, GrantDialog } from './grantDialog.tsx'
import { holdingsOf } from './holdings.ts'
import { chosenOf, LedgerChoice } from './ledgerChoice.tsx'

/** The quota of an alliance: per ledger and period who has what, and the ways to grant it. */
export function QuotaPage({ allianceId }: { readonly allianceId: string }) {
  const { quota, books } = useStaffWords()
  const asked = useAllianceLedgers(allianceId)
  const [params] = useSearchParams()
  const seesAll = useSeesAll(allianceId)
  const base = `/alliance/${allianceId}/quota`
  return (
    <AlliancePage
      allianceId={allianceId}
      part="quota"
      detail={quota.detail}
      actions={
        <>
          <LinkButton href={`${base}/ledgers`}>{books.title}</LinkButton>
          {seesAll && <LinkButton href={`${base}/documents`}>{books.documents}</LinkButton>}
        </>
      }
    >
      {() => {
        if (asked.data === undefined)
          return <Waiting error={asked.error} onRetry={() => void asked.refetch()} />
        const { ledger, period } = chosenOf(asked.data, params)
        const toBooks = <LinkButton href={`${base}/ledgers`}>{books.title}</LinkButton>
        if (ledger === undefined) return <FirstSteps done={[]}>{toBooks}</FirstSteps>
        return (
          <>
            <LedgerChoice ledgers={asked.data} />
            {period === undefined ? (
              <FirstSteps done={['ledger']}>{toBooks}</FirstSteps>
            ) : (
              <Accounts allianceId={allianceId} ledger={ledger} period={period} />
            )}
          </>
        )
      }}
    </AlliancePage>
  )
}

interface AccountsProps {
  readonly allianceId: string
  readonly ledger: LedgerWithPeriods
  readonly period: Period
}

function Accounts({ allianceId, ledger, period }: AccountsProps) {
  const { quota } = useStaffWords()
  const mayRun = useMayRun(allianceId)
  const [opened, setOpened] = useState<GrantDeed | null>(null)
  const [granted, setGranted] = useState(0)
  const asked = useAccounts(ledger.id)
  const { unitName } = useAmounts(ledger.unit)
  if (asked.data === undefined) return <Waiting error={asked.error} onRetry={() => void asked.refetch()} />
  const holdings = holdingsOf(asked.data, period.id)
  const bulk = `/alliance/${allianceId}/quota/bulk?ledger=${ledger.id}&period=${period.id}`
  const passOn = (from: Account, fromName: string) => setOpened({ kind: 'suballocate', from, fromName })
  const actions = mayRun && period.state === 'open' && (
    <>
      <Button onPress={() => setOpened({ kind: 'refill' })}>{quota.refill}</Button>
      <Button onPress={() => setOpened({ kind: 'grant' })}>{quota.grant}</Button>
      <LinkButton href={bulk} look="main">
        {quota.bulk}
      </LinkButton>
    </>
  )
  return (
    <Section title={`${quota.accounts} · ${unitName}`} actions={actions}>
      {granted > 0 && <Note tone="good" title={quota.done(String(granted))} role="status" />}
      {holdings.length === 0 ? (
        <FirstSteps done={['ledger', 'period']} />
      ) : (
        <AccountsTable
          allianceId={allianceId}
          unit={ledger.unit}
          holdings={holdings}
          {...(period.state === 'open' && { onPassOn: passOn })}
        />
      )}
      {opened !== null && (
        <GrantDialog
          deed={opened}
          allianceId={allianceId}
          ledger={ledger}
          period={period}
          onGranted={count => {
            setGranted(count)
            setOpened(null)
          }}
          onClose={() => setOpened(null)}
        />
      )}
    </Section>
  )
}
