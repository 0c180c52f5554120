import { Link } from 'wouter'
import { type Account, type StatementRow, useStatement } from '../../api/queries/accounts.ts'
import { Button } from '../../kit/button.tsx'
import { Empty, Waiting } from '../../kit/note.tsx'
import { ScrollBox } from '../../kit/page.tsx'
import { amountText } from '../../quota/amounts.ts'
import { clocksDiffer, instantOf, momentText, now, viewerZone } from '../../time.ts'
import { LOCALES } from '../../words/language.ts'
import { useSpeech } from '../../words/words.tsx'

type OwnRow = Extract<StatementRow, { readonly op: string }>

const isOwn = (row: StatementRow): row is OwnRow => 'op' in row

/** The movements of an account, the newest first. */
export function Movements({ account, zone }: { readonly account: Account; readonly zone: string }) {
  const { words } = useSpeech()
  const { statement, common } = words
  const asked = useStatement(account.id)
  if (asked.data === undefined) return <Waiting error={asked.error} onRetry={() => void asked.refetch()} />
  const rows = asked.data.pages.flatMap(page => page.rows.filter(isOwn).toReversed())
  const unsealed = asked.data.pages[0]?.unsealed ?? []
  if (rows.length + unsealed.length === 0 && !asked.hasNextPage) return <Empty title={common.empty} />
  return (
    <>
      {clocksDiffer(zone, viewerZone(), now()) && <p className="quiet">{statement.inZone(zone)}</p>}
      <ScrollBox label={statement.table}>
        <table>
          <thead>
            <tr>
              <th className="number">{statement.seq}</th>
              <th>{statement.recorded}</th>
              <th>{statement.what}</th>
              <th className="number">{statement.amount}</th>
              <th>{common.reason}</th>
              <th>{statement.document}</th>
            </tr>
          </thead>
          <tbody>
            {[...unsealed].toReversed().map(row => (
              <Movement key={row.id} row={row} seq={null} account={account} zone={zone} />
            ))}
            {rows.map(row => (
              <Movement key={row.id} row={row} seq={row.seq} account={account} zone={zone} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {asked.hasNextPage && (
        <div>
          <Button onPress={() => void asked.fetchNextPage()} isPending={asked.isFetchingNextPage}>
            {statement.earlier}
          </Button>
        </div>
      )}
    </>
  )
}

interface MovementProps {
  readonly row: Omit<OwnRow, 'seq'>
  /** Its place in the chain, or null while it waits for its seal. */
  readonly seq: number | null
  readonly account: Account
  readonly zone: string
}

function Movement({ row, seq, account, zone }: MovementProps) {
  const { language, words } = useSpeech()
  const { statement } = words
  const locale = LOCALES[language]
  const lotIds = account.lots.map(lot => lot.id)
  const isPassedOn = row.sourceLotId !== null && lotIds.includes(row.sourceLotId) && row.kind === 'grant'
  const what = statement.deeds[row.op === 'post' ? row.kind : row.op] ?? row.kind
  const amount = amountText(row.amount, { unit: account.unit, locale, units: statement.units })
  return (
    <tr>
      <td className="number">{seq ?? <span className="quiet">{statement.unsealed}</span>}</td>
      <td className="figures">{momentText(instantOf(row.recordedAt), zone, locale)}</td>
      <td>{row.bookingId === null ? what : <Link href={`/bookings/${row.bookingId}`}>{what}</Link>}</td>
      <td className="number">{isPassedOn ? `−${amount}` : amount}</td>
      <td className="wrap">{row.reason}</td>
      <td>{row.documentNumber}</td>
    </tr>
  )
}
