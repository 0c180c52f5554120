import { and, asc, eq, gt, gte, lt, ne, or } from 'drizzle-orm'
import type { PlacedSpan } from '../../domain/reuse.ts'
import type { Reader } from '../database.ts'
import type { BookingRow } from './rows.ts'

/** More bookings than this within one that was not used are not told apart. */
const othersMax = 1_000

/**
 * What others had of the time of a booking that nobody used. On an exclusive instrument every live booking
 * there came after it; where places are shared, only what was booked after it had ended took its place.
 */
export const bookingsInstead = (
  { q, t }: Reader,
  of: Pick<BookingRow, 'instrumentId' | 'start' | 'end' | 'endedAt' | 'personId' | 'exclusive'>,
): Promise<PlacedSpan[]> =>
  q
    .select({ start: t.bookings.start, end: t.bookings.end, places: t.bookings.places })
    .from(t.bookings)
    .where(
      and(
        eq(t.bookings.instrumentId, of.instrumentId),
        eq(t.bookings.live, true),
        gt(t.bookings.end, of.start),
        lt(t.bookings.start, of.end),
        ne(t.bookings.personId, of.personId),
        or(eq(t.bookings.exclusive, true), gte(t.bookings.createdAt, of.endedAt ?? of.end)),
      ),
    )
    .orderBy(asc(t.bookings.start), asc(t.bookings.id))
    .limit(othersMax)
