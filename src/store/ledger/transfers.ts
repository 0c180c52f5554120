import { and, asc, eq, isNull, ne, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { OpenHold } from '../../domain/ledger/charge.ts'
import { type Amount, amount } from '../../domain/units.ts'
import { first, type Reader, rowSlots, statement, type Tx } from '../database.ts'
import type { Tables } from '../schema/tables.ts'

export type TransferRow = Tables['transfers']['$inferSelect']

/** A booking has far fewer legs than this. */
const legsMax = 1_000

const add = statement<TransferRow>()('transfers.add', (q, t) =>
  q.insert(t.transfers).values(rowSlots<TransferRow>(t.transfers)),
)

/** Posts one row; the database's trigger moves the balance of its lots. */
export const addTransfer = async (tx: Tx, row: TransferRow) => {
  await tx.run(add, row)
}

const open = statement<{ bookingId: string }>()('transfers.openHolds', (q, t, v) => {
  const resolution = alias(t.transfers, 'resolution')
  return q
    .select({
      transferId: t.transfers.id,
      lotId: t.transfers.sourceLotId,
      ledgerId: t.transfers.ledgerId,
      periodId: t.transfers.periodId,
      leg: t.transfers.leg,
      revision: t.transfers.revision,
      amount: t.transfers.amount,
      effectiveAt: t.transfers.effectiveAt,
    })
    .from(t.transfers)
    .leftJoin(resolution, eq(resolution.pendingId, t.transfers.id))
    .where(and(eq(t.transfers.bookingId, v.bookingId), eq(t.transfers.op, 'hold'), isNull(resolution.id)))
    .orderBy(asc(t.transfers.effectiveAt), asc(t.transfers.leg))
    .limit(legsMax)
})

/** A hold that nothing has resolved yet, with what its resolution must repeat. */
export type OpenHoldRow = OpenHold &
  Pick<TransferRow, 'ledgerId' | 'periodId' | 'leg' | 'revision' | 'effectiveAt'>

/** The open holds of a booking in order of time. */
export const openHolds = async (reader: Reader, bookingId: string) =>
  (await reader.run(open, { bookingId })) as OpenHoldRow[]

const byId = statement<{ id: string }>()('transfers.find', (q, t, v) =>
  q.select().from(t.transfers).where(eq(t.transfers.id, v.id)),
)

export const findTransfer = async (reader: Reader, id: string): Promise<TransferRow | undefined> =>
  first(await reader.run(byId, { id }))

/** Every transfer that a booking has caused, oldest first. */
export const transfersOfBooking = (reader: Reader, bookingId: string): Promise<TransferRow[]> =>
  reader.q
    .select()
    .from(reader.t.transfers)
    .where(eq(reader.t.transfers.bookingId, bookingId))
    .orderBy(asc(reader.t.transfers.id))
    .limit(legsMax)

/** How much of a transfer has been taken back so far. */
export const reversedOf = async ({ q, t }: Reader, transferId: string): Promise<Amount> => {
  const [row] = await q
    .select({ amount: sql<number>`coalesce(sum(${t.transfers.amount}), 0)`.mapWith(Number) })
    .from(t.transfers)
    .where(eq(t.transfers.reversalOf, transferId))
  return amount(row?.amount ?? 0)
}

/** What a booking forfeited, in periods that are not closed, as long as nobody has taken any of it back. */
export const openForfeits = async ({ q, t }: Reader, bookingId: string): Promise<TransferRow[]> => {
  const reversal = alias(t.transfers, 'reversal')
  const rows = await q
    .select({ forfeit: t.transfers })
    .from(t.transfers)
    .innerJoin(t.periods, and(eq(t.periods.id, t.transfers.periodId), ne(t.periods.state, 'closed')))
    .leftJoin(reversal, eq(reversal.reversalOf, t.transfers.id))
    .where(and(eq(t.transfers.bookingId, bookingId), eq(t.transfers.kind, 'forfeit'), isNull(reversal.id)))
    .orderBy(asc(t.transfers.effectiveAt), asc(t.transfers.leg))
    .limit(legsMax)
  return rows.map(row => row.forfeit)
}
