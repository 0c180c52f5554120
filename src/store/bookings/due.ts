import { and, asc, eq, inArray, lte } from 'drizzle-orm'
import type { BookingState } from '../../domain/booking.ts'
import type { Instant } from '../../domain/units.ts'
import type { Reader } from '../database.ts'
import type { BookingRow } from './rows.ts'

/**
 * Bookings that something may be due for: of the given states, started (or to expire) by `now`. Due and not
 * yet done, never due exactly now, so that a job that slept catches up.
 */
export const startedBookings = (
  reader: Reader,
  of: { readonly states: readonly BookingState[]; readonly now: Instant; readonly limit: number },
): Promise<BookingRow[]> => {
  const { bookings } = reader.t
  return reader.q
    .select()
    .from(bookings)
    .where(and(inArray(bookings.state, [...of.states]), lte(bookings.start, of.now)))
    .orderBy(asc(bookings.start), asc(bookings.id))
    .limit(of.limit)
}

/** Requests whose time to be approved has run out. */
export const expiredRequests = (reader: Reader, now: Instant, limit: number): Promise<BookingRow[]> => {
  const { bookings } = reader.t
  return reader.q
    .select()
    .from(bookings)
    .where(and(eq(bookings.state, 'requested'), lte(bookings.expiresAt, now)))
    .orderBy(asc(bookings.start), asc(bookings.id))
    .limit(limit)
}

/** No-shows and late cancellations whose time is over and whose re-use by others is still to be counted. */
export const endedWithoutUse = (reader: Reader, now: Instant, limit: number): Promise<BookingRow[]> => {
  const { bookings } = reader.t
  return reader.q
    .select()
    .from(bookings)
    .where(lte(bookings.reuseDueAt, now))
    .orderBy(asc(bookings.reuseDueAt), asc(bookings.id))
    .limit(limit)
}
