import { useState } from 'react'
import { type Account, useAccount, useWholeStatement } from '../../../api/queries/accounts.ts'
import { type LedgerWithPeriods, useAllianceLedgers } from '../../../api/queries/ledgers.ts'
import { LinkButton } from '../../../kit/button.tsx'
import { Empty, Waiting } from '../../../kit/note.tsx'
import { RecordTable } from '../../../kit/recordTable.tsx'
import { useStaffWords } from '../../../words/words.tsx'
import { AlliancePage, useMayRun } from '../alliancePage.tsx'
import { useHolderName } from './holderName.ts'
import { ReverseDialog } from './reverseDialog.tsx'
import { useStatementColumns } from './statementColumns.tsx'
import { linesOf, type OwnRow, reversedIn } from './statementLines.ts'

interface AccountPageProps {
  readonly allianceId: string
  readonly accountId: string
}

/** The statement of one account, and the way to reverse what was granted. */
export function AccountPage({ allianceId, accountId }: AccountPageProps) {
  const { quota } = useStaffWords()
  const nameOf = useHolderName(allianceId)
  const account = useAccount(accountId)
  const ledgers = useAllianceLedgers(allianceId)
  const ledger = ledgers.data?.find(({ id }) => id === account.data?.ledgerId)
  const desk = `/alliance/${allianceId}/quota`
  return (
    <AlliancePage
      allianceId={allianceId}
      part="quota"
      title={account.data === undefined ? quota.statement : quota.statementOf(nameOf(account.data))}
      actions={<LinkButton href={ledger ? `${desk}?ledger=${ledger.id}` : desk}>{quota.title}</LinkButton>}
    >
      {() =>
        account.data === undefined || ledger === undefined ? (
          <Waiting error={account.error ?? ledgers.error} onRetry={() => void account.refetch()} />
        ) : (
          <Statement allianceId={allianceId} account={account.data} ledger={ledger} />
        )
      }
    </AlliancePage>
  )
}

interface StatementProps {
  readonly allianceId: string
  readonly account: Account
  readonly ledger: LedgerWithPeriods
}

function Statement({ allianceId, account, ledger }: StatementProps) {
  const { quota, common } = useStaffWords()
  const mayRun = useMayRun(allianceId)
  const [reversing, setReversing] = useState<OwnRow | null>(null)
  const asked = useWholeStatement(account.id)
  const lines = asked.data === undefined ? [] : linesOf(asked.data.rows, asked.data.unsealed)
  const reversed = reversedIn(lines)
  const columns = useStatementColumns({
    account,
    zone: ledger.zone,
    reversed,
    onReverse: mayRun ? setReversing : undefined,
  })
  if (asked.data === undefined) return <Waiting error={asked.error} onRetry={() => void asked.refetch()} />
  if (lines.length === 0) return <Empty title={common.empty} />
  return (
    <>
      <RecordTable
        label={quota.statement}
        rows={lines}
        idOf={line => (line.kind === 'gap' ? String(line.gap.from) : line.row.id)}
        columns={columns}
      />
      {asked.data.head !== undefined && (
        <p className="quiet hash">{quota.sealedTo(String(asked.data.head.seq), asked.data.head.hash)}</p>
      )}
      {reversing !== null && (
        <ReverseDialog
          row={reversing}
          unit={ledger.unit}
          reversed={reversed.get(reversing.id) ?? 0}
          onClose={() => setReversing(null)}
        />
      )}
    </>
  )
}
