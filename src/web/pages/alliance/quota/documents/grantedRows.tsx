import { useAccountsOfAll } from '../../../../api/queries/accounts.ts'
import type { GrantedRow, Reversals } from '../../../../api/queries/grants.ts'
import type { LedgerWithPeriods } from '../../../../api/queries/ledgers.ts'
import { Checkbox } from '../../../../kit/field.tsx'
import { ScrollBox } from '../../../../kit/page.tsx'
import { Chip } from '../../../../kit/status.tsx'
import { useWords } from '../../../../words/words.tsx'
import { useAmounts } from '../../amounts.ts'
import { useHolderName } from '../holderName.ts'
import { useLedgerName } from '../ledgerChoice.tsx'
import { RefusalText } from '../trialTable.tsx'
import type { Trial } from '../useTrial.ts'

interface GrantedRowsProps {
  readonly allianceId: string
  readonly ledgers: readonly LedgerWithPeriods[]
  readonly rows: readonly GrantedRow[]
  /** Those that are to be reversed, in the order of the batch. */
  readonly chosen: readonly GrantedRow[]
  readonly trial: Trial<Reversals>
  /** Left out where nothing can be reversed. */
  readonly onInclude?: (id: string, isIn: boolean) => void
}

/** Each grant of a document, how much of it can still go back, and what the trial says of it. */
export function GrantedRows({ allianceId, ledgers, rows, chosen, trial, onInclude }: GrantedRowsProps) {
  const { books, quota } = useWords()
  const accounts = useAccountsOfAll(ledgers.map(({ id }) => id)).data
  const nameOf = useHolderName(allianceId)
  return (
    <ScrollBox label={quota.outcome}>
      <table>
        <thead>
          <tr>
            <th>{quota.to}</th>
            <th>{quota.ledger}</th>
            <th>{quota.period}</th>
            <th className="number">{quota.granted}</th>
            <th className="number">{quota.reversed}</th>
            <th className="number">{books.rest}</th>
            <th>{quota.outcome}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => {
            const account = accounts?.find(({ id }) => id === row.accountId)
            return (
              <GrantedRowLine
                key={row.id}
                row={row}
                name={account === undefined ? '—' : nameOf(account)}
                ledger={ledgers.find(({ id }) => id === row.ledgerId)}
                line={chosen.indexOf(row)}
                trial={trial}
                {...(onInclude && { onInclude })}
              />
            )
          })}
        </tbody>
      </table>
    </ScrollBox>
  )
}

interface GrantedRowLineProps extends Pick<GrantedRowsProps, 'trial' | 'onInclude'> {
  readonly row: GrantedRow
  readonly name: string
  readonly ledger: LedgerWithPeriods | undefined
  /** Its place in the batch; -1 where it is not in it. */
  readonly line: number
}

function GrantedRowLine({ row, name, ledger, line, trial, onInclude }: GrantedRowLineProps) {
  const { books, quota } = useWords()
  const ledgerName = useLedgerName()
  const unit = ledger?.unit ?? ''
  const { text } = useAmounts(unit)
  const rest = row.amount - row.reversed
  const isChosen = line !== -1
  const refusals = isChosen ? trial.lineRefusals.filter(each => each.line === line) : []
  const isFine = isChosen && trial.outcome !== undefined
  return (
    <tr>
      <th scope="row" className="name-cell">
        {onInclude !== undefined && rest > 0 ? (
          <Checkbox isSelected={isChosen} onChange={isIn => onInclude(row.id, isIn)}>
            {name}
          </Checkbox>
        ) : (
          name
        )}
      </th>
      <td>{ledger && ledgerName(ledger)}</td>
      <td>{ledger?.periods.find(({ id }) => id === row.periodId)?.name}</td>
      <td className="number">{text(row.amount)}</td>
      <td className="number">{text(row.reversed)}</td>
      <td className="number">{text(rest)}</td>
      <td>
        {rest === 0 && <Chip>{books.allReversed}</Chip>}
        {isFine && <Chip tone="good">✓ {quota.fine}</Chip>}
        {refusals.map(refusal => (
          <p key={refusal.code} className="refused">
            <span aria-hidden="true">✕ </span>
            <RefusalText refusal={refusal} unit={unit} />
          </p>
        ))}
      </td>
    </tr>
  )
}
