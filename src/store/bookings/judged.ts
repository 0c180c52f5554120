import { and, asc, eq, gt, gte, inArray, lt, type SQL } from 'drizzle-orm'
import type { JudgedBooking } from '../../domain/policyPreview.ts'
import type { Span } from '../../domain/span.ts'
import type { Instant } from '../../domain/units.ts'
import type { Reader } from '../database.ts'

/** More bookings than this are not judged. `examined` tells how many were. */
const judgedMax = 5_000

/** States in which a booking kept its time to the end, whether somebody came or not. */
const KEPT = ['confirmed', 'in_use', 'completed', 'no_show'] as const

export interface JudgedRow extends JudgedBooking {
  readonly state: string
  readonly personId: string
  readonly personName: string | null
}

/** The bookings for use that began within `window` and kept their time, by start; `judgedMax` at most. */
export const bookingsThatBegan = (reader: Reader, instrumentId: string, window: Span) => {
  const { bookings } = reader.t
  const { start, end, state } = bookings
  // What began within the window has ended after it began: the index by end bounds the search.
  return judged(
    reader,
    instrumentId,
    and(gt(end, window.start), gte(start, window.start), lt(start, window.end), inArray(state, [...KEPT])),
  )
}

/** The live bookings for use that begin at `from` or later, by start; `judgedMax` at most. */
export const bookingsToCome = (reader: Reader, instrumentId: string, from: Instant) => {
  const { bookings } = reader.t
  const isComing = and(gt(bookings.occupiedUntil, from), gte(bookings.start, from))
  return judged(reader, instrumentId, and(eq(bookings.live, true), isComing))
}

const judged = ({ q, t }: Reader, instrumentId: string, wanted: SQL | undefined): Promise<JudgedRow[]> => {
  const { bookings, people } = t
  return q
    .select({
      id: bookings.id,
      start: bookings.start,
      end: bookings.end,
      createdAt: bookings.createdAt,
      state: bookings.state,
      personId: bookings.personId,
      personName: people.name,
    })
    .from(bookings)
    .innerJoin(people, eq(people.id, bookings.personId))
    .where(and(eq(bookings.instrumentId, instrumentId), eq(bookings.kind, 'use'), wanted))
    .orderBy(asc(bookings.start), asc(bookings.id))
    .limit(judgedMax)
}
