import { and, asc, eq, gt, inArray, lt, ne, sql } from 'drizzle-orm'
import type { Span } from '../../domain/span.ts'
import type { Instant } from '../../domain/units.ts'
import { first, type Reader, rowSlots, statement, type Tx } from '../database.ts'
import type { Tables } from '../schema/tables.ts'

export type BookingRow = Tables['bookings']['$inferSelect']

/** More live bookings than this near one span of one instrument are not told apart. */
const neighboursMax = 5_000

const find = statement<{ id: string }>()('bookings.find', (q, t, v) =>
  q.select().from(t.bookings).where(eq(t.bookings.id, v.id)),
)

export const findBooking = async (reader: Reader, id: string): Promise<BookingRow | undefined> =>
  first(await reader.run(find, { id }))

const add = statement<BookingRow>()('bookings.add', (q, t) =>
  q.insert(t.bookings).values(rowSlots<BookingRow>(t.bookings)),
)

export const addBooking = async (tx: Tx, row: BookingRow) => {
  await tx.run(add, row)
}

type NearSpan = { instrumentId: string; start: Instant; occupiedUntil: Instant; exceptId: string }

const near = statement<NearSpan>()('bookings.near', (q, t, v) =>
  q
    .select({
      start: t.bookings.start,
      end: t.bookings.end,
      occupiedUntil: t.bookings.occupiedUntil,
      places: t.bookings.places,
    })
    .from(t.bookings)
    .where(
      and(
        eq(t.bookings.instrumentId, v.instrumentId),
        isLive(t, v),
        gt(t.bookings.occupiedUntil, v.start),
        lt(t.bookings.start, v.occupiedUntil),
        ne(t.bookings.id, v.exceptId),
      ),
    )
    .orderBy(asc(t.bookings.occupiedUntil))
    .limit(neighboursMax),
)

/** Placeholders have no dialect form for flags, so that the constant stands in the text. */
function isLive(t: Tables, _: unknown) {
  return eq(t.bookings.live, true)
}

/** Live bookings that keep any of the span, but for the one being changed. */
export const bookingsNear = (
  reader: Reader,
  of: { readonly instrumentId: string; readonly span: Span; readonly exceptId?: string },
) =>
  reader.run(near, {
    instrumentId: of.instrumentId,
    start: of.span.start,
    occupiedUntil: of.span.end,
    exceptId: of.exceptId ?? '',
  })

/** The same for many instruments at once, for searches and pools. */
export const bookingsNearMany = (reader: Reader, instrumentIds: readonly string[], span: Span) =>
  reader.q
    .select({
      instrumentId: reader.t.bookings.instrumentId,
      start: reader.t.bookings.start,
      occupiedUntil: reader.t.bookings.occupiedUntil,
      places: reader.t.bookings.places,
    })
    .from(reader.t.bookings)
    .where(
      and(
        inArray(reader.t.bookings.instrumentId, [...instrumentIds]),
        eq(reader.t.bookings.live, true),
        gt(reader.t.bookings.occupiedUntil, span.start),
        lt(reader.t.bookings.start, span.end),
      ),
    )
    .orderBy(asc(reader.t.bookings.occupiedUntil), asc(reader.t.bookings.id))

/** What an edit may change of a booking; the version rises by one with each. */
export type BookingChange = Partial<Omit<BookingRow, 'id' | 'version' | 'createdAt'>>

/** Stores a change of the version read. Gives the new row, or undefined when someone else was first. */
export const changeBooking = async (
  tx: Tx,
  booking: Pick<BookingRow, 'id' | 'version'>,
  change: BookingChange,
): Promise<BookingRow | undefined> => {
  const { bookings } = tx.t
  return first(
    await tx.q
      .update(bookings)
      .set({ ...change, version: sql`${bookings.version} + 1` })
      .where(and(eq(bookings.id, booking.id), eq(bookings.version, booking.version)))
      .returning(),
  )
}
