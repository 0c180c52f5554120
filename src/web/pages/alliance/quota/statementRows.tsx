import type { Account } from '../../../api/queries/accounts.ts'
import { Button } from '../../../kit/button.tsx'
import { Chip } from '../../../kit/status.tsx'
import { instantOf, momentText } from '../../../time.ts'
import { useStaffWords } from '../../../words/words.tsx'
import { useLocale } from '../../../words/writing.ts'
import { useAmounts } from '../amounts.ts'
import type { Gap, OwnRow } from './statementLines.ts'

/** Rows of other accounts: that they are there proves that none was taken out. */
export function GapRow({ gap }: { readonly gap: Gap }) {
  const { quota } = useStaffWords()
  return (
    <tr className="quiet">
      <td className="number">{gap.from === gap.to ? gap.from : `${gap.from}–${gap.to}`}</td>
      <td colSpan={6}>{quota.hidden(String(gap.from), String(gap.to))}</td>
    </tr>
  )
}

interface MovementRowProps {
  readonly row: OwnRow
  readonly account: Account
  readonly zone: string
  /** How much of it has been reversed. */
  readonly reversed: number
  readonly onReverse?: (row: OwnRow) => void
}

/** One move of the account's units. */
export function MovementRow({ row, account, zone, reversed, onReverse }: MovementRowProps) {
  const { quota } = useStaffWords()
  const locale = useLocale()
  const { figure } = useAmounts(account.unit)
  const isInto = account.lots.some(({ id }) => id === row.destinationLotId)
  // A reversal runs its original backwards.
  const isGain = row.kind === 'reversal' ? !isInto : isInto
  const what = quota.kinds[row.kind] ?? row.kind
  const isGrant = row.kind === 'grant' || row.kind === 'suballocate'
  const isReversible = row.op === 'post' && isGrant && reversed < row.amount
  return (
    <tr>
      <td className="number">{row.seq ?? quota.unsealed}</td>
      <td className="date-cell">{momentText(instantOf(row.recordedAt), zone, locale)}</td>
      <td>
        {row.op === 'post' ? what : `${quota.ops[row.op] ?? row.op} · ${what}`}{' '}
        {reversed > 0 && <Chip>{`${quota.reversed} ${figure(reversed)}`}</Chip>}
      </td>
      <td className="number">
        <span className="hidden-visually">{isGain ? quota.into : quota.out} </span>
        {isGain ? '+' : '−'}
        {figure(row.amount)}
      </td>
      <td>{row.documentNumber}</td>
      <td className="wrap">{row.reason}</td>
      <td>
        {isReversible && onReverse !== undefined && (
          <Button
            look="plain"
            aria-label={`${quota.reverse}: ${what} ${figure(row.amount)}, ${row.documentNumber ?? ''}`}
            onPress={() => onReverse(row)}
          >
            {quota.reverse}
          </Button>
        )}
      </td>
    </tr>
  )
}
