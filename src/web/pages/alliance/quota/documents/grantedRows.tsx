import { useAccountsOfAll } from '../../../../api/queries/accounts.ts'
import type { GrantedRow, Reversals } from '../../../../api/queries/grants.ts'
import type { LedgerWithPeriods } from '../../../../api/queries/ledgers.ts'
import { Checkbox } from '../../../../kit/field.tsx'
import { type RecordColumn, RecordTable } from '../../../../kit/recordTable.tsx'
import { Chip } from '../../../../kit/status.tsx'
import { useStaffWords } from '../../../../words/words.tsx'
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
  const { books, quota } = useStaffWords()
  const accounts = useAccountsOfAll(ledgers.map(({ id }) => id)).data
  const nameOf = useHolderName(allianceId)
  const ledgerName = useLedgerName()
  const ledgerOf = ({ ledgerId }: GrantedRow) => ledgers.find(({ id }) => id === ledgerId)
  const holderOf = ({ accountId }: GrantedRow) => {
    const account = accounts?.find(({ id }) => id === accountId)
    return account === undefined ? '—' : nameOf(account)
  }
  const of = (row: GrantedRow) => ({ row, unit: ledgerOf(row)?.unit ?? '' })
  const columns: readonly RecordColumn<GrantedRow>[] = [
    {
      name: quota.to,
      look: 'head',
      cell: row =>
        onInclude !== undefined && row.amount > row.reversed ? (
          <Checkbox isSelected={chosen.includes(row)} onChange={isIn => onInclude(row.id, isIn)}>
            {holderOf(row)}
          </Checkbox>
        ) : (
          holderOf(row)
        ),
    },
    {
      name: quota.ledger,
      cell: row => {
        const ledger = ledgerOf(row)
        return ledger && ledgerName(ledger)
      },
    },
    {
      name: quota.period,
      cell: row => ledgerOf(row)?.periods.find(({ id }) => id === row.periodId)?.name,
    },
    { name: quota.granted, look: 'number', cell: row => <Text {...of(row)} amount={row.amount} /> },
    { name: quota.reversed, look: 'number', cell: row => <Text {...of(row)} amount={row.reversed} /> },
    {
      name: books.rest,
      look: 'number',
      cell: row => <Text {...of(row)} amount={row.amount - row.reversed} />,
    },
    {
      name: quota.outcome,
      cell: row => <Outcome {...of(row)} line={chosen.indexOf(row)} trial={trial} />,
    },
  ]
  return <RecordTable label={quota.outcome} columns={columns} rows={rows} idOf={row => row.id} />
}

interface OfUnit {
  readonly unit: string
}

const Text = ({ unit, amount }: OfUnit & { readonly amount: number }) => useAmounts(unit).text(amount)

interface OutcomeProps extends OfUnit {
  readonly row: GrantedRow
  /** Its place in the batch; -1 where it is not in it. */
  readonly line: number
  readonly trial: Trial<Reversals>
}

function Outcome({ row, unit, line, trial }: OutcomeProps) {
  const { books, quota } = useStaffWords()
  if (row.amount === row.reversed) return <Chip>{books.allReversed}</Chip>
  if (line === -1) return null
  if (trial.outcome !== undefined) return <Chip tone="good">✓ {quota.fine}</Chip>
  return trial.lineRefusals
    .filter(each => each.line === line)
    .map(refusal => (
      <p key={refusal.code} className="refused">
        <span aria-hidden="true">✕ </span>
        <RefusalText refusal={refusal} unit={unit} />
      </p>
    ))
}
