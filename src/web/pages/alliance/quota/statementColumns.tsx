import type { Account } from '../../../api/queries/accounts.ts'
import { Button } from '../../../kit/button.tsx'
import type { RecordColumn } from '../../../kit/recordTable.tsx'
import { Chip } from '../../../kit/status.tsx'
import { instantOf, momentText } from '../../../time.ts'
import { useStaffWords } from '../../../words/words.tsx'
import { useLocale } from '../../../words/writing.ts'
import { useAmounts } from '../amounts.ts'
import type { Gap, OwnRow, StatementLine } from './statementLines.ts'

interface StatementColumns {
  readonly account: Account
  readonly zone: string
  /** How much of each row has been reversed, by its id. */
  readonly reversed: ReadonlyMap<string, number>
  /** Left out for who may not. */
  readonly onReverse: ((row: OwnRow) => void) | undefined
}

/** What a statement tells of each move of the account's units. */
export function useStatementColumns(of: StatementColumns): readonly RecordColumn<StatementLine>[] {
  const { account, zone, reversed, onReverse } = of
  const { quota, common } = useStaffWords()
  const locale = useLocale()
  const { figure, unitName } = useAmounts(account.unit)
  const whatOf = ({ op, kind }: OwnRow) => {
    const what = quota.kinds[kind] ?? kind
    return op === 'post' ? what : `${quota.ops[op] ?? op} · ${what}`
  }
  const reversedOf = ({ id }: OwnRow) => reversed.get(id) ?? 0
  const reverseLabel = (row: OwnRow) =>
    `${quota.reverse}: ${whatOf(row)} ${figure(row.amount)}, ${row.documentNumber ?? ''}`
  const own = (cell: RecordColumn<OwnRow>['cell']) => (line: StatementLine) =>
    line.kind === 'own' && cell(line.row)
  const actions: RecordColumn<StatementLine> = {
    name: common.actions,
    look: 'actions',
    cell: own(
      row =>
        isReversible(row, reversedOf(row)) && (
          <Button look="plain" aria-label={reverseLabel(row)} onPress={() => onReverse?.(row)}>
            {quota.reverse}
          </Button>
        ),
    ),
  }
  return [
    {
      name: quota.seq,
      look: 'number',
      cell: line => (line.kind === 'gap' ? placesOf(line.gap) : (line.row.seq ?? quota.unsealed)),
    },
    {
      name: quota.recorded,
      look: 'whole',
      cell: own(({ recordedAt }) => momentText(instantOf(recordedAt), zone, locale)),
    },
    {
      name: quota.what,
      look: 'head',
      cell: line =>
        line.kind === 'gap' ? (
          <span className="quiet">{quota.hidden(String(line.gap.from), String(line.gap.to))}</span>
        ) : (
          <>
            {whatOf(line.row)}{' '}
            {reversedOf(line.row) > 0 && <Chip>{`${quota.reversed} ${figure(reversedOf(line.row))}`}</Chip>}
            {line.row.reason !== null && <span className="quiet block">{line.row.reason}</span>}
          </>
        ),
    },
    {
      name: `${quota.amount} (${unitName})`,
      look: 'number',
      cell: own(row => <Amount isGain={isGain(row, account)} text={figure(row.amount)} />),
    },
    { name: quota.documentNumber, cell: own(({ documentNumber }) => documentNumber) },
    ...(onReverse === undefined ? [] : [actions]),
  ]
}

const placesOf = ({ from, to }: Gap) => (from === to ? from : `${from}–${to}`)

function isGain({ destinationLotId, kind }: OwnRow, { lots }: Account): boolean {
  const isInto = lots.some(({ id }) => id === destinationLotId)
  // A reversal runs its original backwards.
  return kind === 'reversal' ? !isInto : isInto
}

const isReversible = ({ op, kind, amount }: OwnRow, reversed: number) =>
  op === 'post' && (kind === 'grant' || kind === 'suballocate') && reversed < amount

function Amount({ isGain, text }: { readonly isGain: boolean; readonly text: string }) {
  const { quota } = useStaffWords()
  return (
    <span>
      <span className="hidden-visually">{isGain ? quota.into : quota.out} </span>
      {isGain ? '+' : '−'}
      {text}
    </span>
  )
}
