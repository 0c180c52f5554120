import { and, asc, type Column, eq, gt, gte, lte, or, type SQL } from 'drizzle-orm'
import type { BookingState } from '../../domain/booking.ts'
import type { Instant } from '../../domain/units.ts'
import type { Reader } from '../database.ts'

/** The last booking of the page before: the next one goes on behind it. */
export interface Passed {
  readonly id: string
  /** What the list is in order of, before id. */
  readonly at: Instant
}

export interface DuePage {
  readonly now: Instant
  readonly after: Passed | undefined
  readonly limit: number
}

/**
 * Bookings of a state that something may be due for, started by `now`. Due and not yet done, never due
 * exactly now, so that a job that slept catches up. One state at a time, so that an index gives them in
 * order.
 */
export const startedBookings = ({ q, t }: Reader, state: BookingState, page: DuePage) => {
  const { bookings: b } = t
  return q
    .select({
      id: b.id,
      at: b.start,
      version: b.version,
      state: b.state,
      start: b.start,
      end: b.end,
      policy: b.policy,
      source: b.source,
      createdAt: b.createdAt,
    })
    .from(b)
    .where(and(eq(b.state, state), lte(b.start, page.now), behind(b.start, b.id, page)))
    .orderBy(asc(b.start), asc(b.id))
    .limit(page.limit)
}

/** Requests whose time to be approved has run out. */
export const expiredRequests = ({ q, t }: Reader, page: DuePage) => {
  const { bookings: b } = t
  return q
    .select({ id: b.id, at: b.start, version: b.version })
    .from(b)
    .where(and(eq(b.state, 'requested'), lte(b.expiresAt, page.now), behind(b.start, b.id, page)))
    .orderBy(asc(b.start), asc(b.id))
    .limit(page.limit)
}

/** No-shows and late cancellations whose time is over and whose re-use by others is still to be counted. */
export const endedWithoutUse = async ({ q, t }: Reader, page: DuePage) => {
  const { bookings: b } = t
  const rows = await q
    .select({ id: b.id, at: b.reuseDueAt, version: b.version })
    .from(b)
    .where(and(lte(b.reuseDueAt, page.now), behind(b.reuseDueAt, b.id, page)))
    .orderBy(asc(b.reuseDueAt), asc(b.id))
    .limit(page.limit)
  return rows.flatMap(({ at, ...row }) => (at === null ? [] : [{ ...row, at }]))
}

/** Said twice, for an index serves the first half and not the second. */
const behind = (at: Column, id: Column, { after }: DuePage): SQL | undefined =>
  after && and(gte(at, after.at), or(gt(at, after.at), gt(id, after.id)))
