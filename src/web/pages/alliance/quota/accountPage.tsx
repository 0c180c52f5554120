import { useState } from 'react'
import { type Account, useAccount, useWholeStatement } from '../../../api/queries/accounts.ts'
import { type LedgerWithPeriods, useAllianceLedgers } from '../../../api/queries/ledgers.ts'
import { LinkButton } from '../../../kit/button.tsx'
import { Empty, Waiting } from '../../../kit/note.tsx'
import { ScrollBox } from '../../../kit/page.tsx'
import { useStaffWords } from '../../../words/words.tsx'
import { AlliancePage, useMayRun } from '../alliancePage.tsx'
import { useAmounts } from '../amounts.ts'
import { useHolderName } from './holderName.ts'
import { ReverseDialog } from './reverseDialog.tsx'
import { linesOf, type OwnRow, reversedIn } from './statementLines.ts'
import { GapRow, MovementRow } from './statementRows.tsx'

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
  const { unitName } = useAmounts(ledger.unit)
  const mayRun = useMayRun(allianceId)
  const [reversing, setReversing] = useState<OwnRow | null>(null)
  const asked = useWholeStatement(account.id)
  if (asked.data === undefined) return <Waiting error={asked.error} onRetry={() => void asked.refetch()} />
  const lines = linesOf(asked.data.rows, asked.data.unsealed)
  const reversed = reversedIn(lines)
  if (lines.length === 0) return <Empty title={common.empty} />
  return (
    <>
      <ScrollBox label={quota.statement}>
        <table>
          <thead>
            <tr>
              <th className="number">{quota.seq}</th>
              <th>{quota.recorded}</th>
              <th>{quota.what}</th>
              <th className="number">
                {quota.amount} <span className="unit">{unitName}</span>
              </th>
              <th>{quota.documentNumber}</th>
              <th>{quota.reason}</th>
              <th>{common.actions}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(line =>
              line.kind === 'gap' ? (
                <GapRow key={line.gap.from} gap={line.gap} />
              ) : (
                <MovementRow
                  key={line.row.id}
                  row={line.row}
                  account={account}
                  zone={ledger.zone}
                  reversed={reversed.get(line.row.id) ?? 0}
                  {...(mayRun && { onReverse: setReversing })}
                />
              ),
            )}
          </tbody>
        </table>
      </ScrollBox>
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
