import { and, eq, gt, lt, ne } from 'drizzle-orm'
import type { BookingState } from '../domain/booking.ts'
import type { Span } from '../domain/span.ts'
import type { Instant } from '../domain/units.ts'
import { first, type Reader } from './database.ts'

/** Unfinished bookings of one instrument that are looked at when its places change. */
const unfinishedMax = 20_000

/** Bookings that one outage can name. */
const affectedMax = 1000

/** A booking that an outage hits, with who must be told. */
export interface AffectedBooking {
  readonly id: string
  readonly start: Instant
  readonly end: Instant
  readonly state: BookingState
  readonly places: number
  readonly personId: string
  readonly personName: string | null
  readonly projectId: string | null
  readonly institutionId: string
}

/** The id of any booking an instrument ever had, or undefined. */
export const anyBookingOf = async ({ q, t }: Reader, instrumentId: string): Promise<string | undefined> => {
  const found = await q
    .select({ id: t.bookings.id })
    .from(t.bookings)
    .where(eq(t.bookings.instrumentId, instrumentId))
    .limit(1)
  return first(found)?.id
}

/** Live bookings whose time is not over at `now`, in order of start, at most `unfinishedMax`. */
export const unfinishedBookingsOf = (
  { q, t }: Reader,
  of: { readonly instrumentId: string; readonly now: Instant },
) =>
  q
    .select({
      id: t.bookings.id,
      start: t.bookings.start,
      occupiedUntil: t.bookings.occupiedUntil,
      places: t.bookings.places,
    })
    .from(t.bookings)
    .where(
      and(
        eq(t.bookings.instrumentId, of.instrumentId),
        eq(t.bookings.live, true),
        gt(t.bookings.occupiedUntil, of.now),
      ),
    )
    .orderBy(t.bookings.start, t.bookings.id)
    .limit(unfinishedMax)

/**
 * The bookings that lose time to [start, end), completed ones left out: their time was had. A booking that
 * needs only its turnaround then is not hit.
 */
export const bookingsHitBy = (
  { q, t }: Reader,
  hit: Span & { readonly instrumentId: string },
): Promise<AffectedBooking[]> =>
  q
    .select({
      id: t.bookings.id,
      start: t.bookings.start,
      end: t.bookings.end,
      state: t.bookings.state,
      places: t.bookings.places,
      personId: t.bookings.personId,
      personName: t.people.name,
      projectId: t.bookings.projectId,
      institutionId: t.bookings.institutionId,
    })
    .from(t.bookings)
    .innerJoin(t.people, eq(t.people.id, t.bookings.personId))
    .where(
      and(
        eq(t.bookings.instrumentId, hit.instrumentId),
        eq(t.bookings.live, true),
        gt(t.bookings.occupiedUntil, hit.start),
        gt(t.bookings.end, hit.start),
        lt(t.bookings.start, hit.end),
        ne(t.bookings.state, 'completed'),
      ),
    )
    .orderBy(t.bookings.id)
    .limit(affectedMax)
