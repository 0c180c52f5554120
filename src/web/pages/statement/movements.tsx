import { useState } from 'react'
import { Link } from 'wouter'
import { type Account, type StatementRow, useStatement } from '../../api/queries/accounts.ts'
import { Button } from '../../kit/button.tsx'
import { Empty, Waiting } from '../../kit/note.tsx'
import { type RecordColumn, RecordTable } from '../../kit/recordTable.tsx'
import { amountText } from '../../quota/amounts.ts'
import { clocksDiffer, instantOf, momentText, now, viewerZone } from '../../time.ts'
import { LOCALES } from '../../words/language.ts'
import { useSpeech } from '../../words/words.tsx'

type OwnRow = Extract<StatementRow, { readonly op: string }>

/** A row, with its place in the chain, or null while it waits for its seal. */
type Movement = Omit<OwnRow, 'seq'> & { readonly seq: number | null }

/** As cards on a phone these are long enough. */
const rowsAtOnce = 30

const isOwn = (row: StatementRow): row is OwnRow => 'op' in row

/** The movements of an account, the newest first. */
export function Movements({ account, zone }: { readonly account: Account; readonly zone: string }) {
  const { words } = useSpeech()
  const { statement, common } = words
  const asked = useStatement(account.id)
  const columns = useColumns(account, zone)
  const [shown, setShown] = useState(rowsAtOnce)
  if (asked.data === undefined) return <Waiting error={asked.error} onRetry={() => void asked.refetch()} />
  const rows = asked.data.pages.flatMap(page => page.rows.filter(isOwn).toReversed())
  const unsealed = asked.data.pages[0]?.unsealed ?? []
  const movements: Movement[] = [...unsealed.toReversed().map(row => ({ ...row, seq: null })), ...rows]
  if (movements.length === 0 && !asked.hasNextPage) return <Empty title={common.empty} />
  const showEarlier = () => {
    setShown(shown + rowsAtOnce)
    if (shown + rowsAtOnce > movements.length && asked.hasNextPage) void asked.fetchNextPage()
  }
  return (
    <>
      {clocksDiffer(zone, viewerZone(), now()) && <p className="quiet">{statement.inZone(zone)}</p>}
      <RecordTable
        label={statement.table}
        rows={movements.slice(0, shown)}
        idOf={row => row.id}
        columns={columns}
      />
      {(movements.length > shown || asked.hasNextPage) && (
        <div>
          <Button onPress={showEarlier} isPending={asked.isFetchingNextPage}>
            {statement.earlier}
          </Button>
        </div>
      )}
    </>
  )
}

function useColumns(account: Account, zone: string): readonly RecordColumn<Movement>[] {
  const { language, words } = useSpeech()
  const { statement } = words
  const locale = LOCALES[language]
  const lotIds = account.lots.map(lot => lot.id)
  const isPassedOn = ({ sourceLotId, kind }: Movement) =>
    sourceLotId !== null && lotIds.includes(sourceLotId) && kind === 'grant'
  const amountOf = ({ amount }: Movement) =>
    amountText(amount, { unit: account.unit, locale, units: statement.units })
  const whatOf = ({ op, kind }: Movement) => statement.deeds[op === 'post' ? kind : op] ?? kind
  return [
    {
      name: statement.seq,
      look: 'number',
      cell: ({ seq }) => seq ?? <span className="quiet">{statement.unsealed}</span>,
    },
    {
      name: statement.recorded,
      look: 'whole',
      cell: ({ recordedAt }) => momentText(instantOf(recordedAt), zone, locale),
    },
    {
      name: statement.what,
      look: 'head',
      cell: row => (
        <>
          {row.bookingId === null ? (
            whatOf(row)
          ) : (
            <Link href={`/bookings/${row.bookingId}`}>{whatOf(row)}</Link>
          )}
          {row.reason !== null && <span className="quiet block">{row.reason}</span>}
        </>
      ),
    },
    {
      name: statement.amount,
      look: 'number',
      cell: row => (isPassedOn(row) ? `−${amountOf(row)}` : amountOf(row)),
    },
    { name: statement.document, cell: ({ documentNumber }) => documentNumber },
  ]
}
