import type { Context } from '../../context.ts'
import { Refused } from '../../domain/refusal.ts'
import { type Instant, plusSeconds, secondsPerHour } from '../../domain/units.ts'
import { expiredRequests, startedBookings } from '../../store/bookings/due.ts'
import type { BookingRow } from '../../store/bookings/rows.ts'
import { releaseHolds } from '../ledger/holds.ts'
import { perform, record, SYSTEM } from '../perform.ts'
import { markNoShow } from './attendance.ts'
import { finish } from './finish.ts'
import { lockBooking, requireState, saveBooking } from './locked.ts'

/** Bookings weighed in one sweep; the next one goes on where time has left things due. */
const sweepMax = 500

/**
 * Use that nobody ended is closed as booked after half a day, so that it can be corrected but does not run
 * for ever.
 */
const openRunSecondsMax = 12 * secondsPerHour

/**
 * Does what time has made due: requests expire, time used as booked completes, no-shows are marked, forgotten
 * check-outs are closed. Everything due and not yet done is found, however long the service slept. Each
 * booking has a transaction of its own, and one that someone else was quicker with is left alone.
 *
 * @returns how many bookings were brought further.
 */
export async function sweepBookings(context: Context): Promise<number> {
  const now = context.clock.now()
  const started = await startedBookings(context.db.read, {
    states: ['confirmed', 'in_use'],
    now,
    limit: sweepMax,
  })
  let done = 0
  for (const booking of await expiredRequests(context.db.read, now, sweepMax)) {
    done += await unlessOvertaken(() => expire(context, booking))
  }
  for (const booking of started) {
    const step = dueStep(context, booking, now)
    if (step !== undefined) done += await unlessOvertaken(step)
  }
  return done
}

function dueStep(context: Context, booking: BookingRow, now: Instant): (() => Promise<unknown>) | undefined {
  const { policy, state, start, end } = booking
  if (state === 'in_use') {
    const forgotten = plusSeconds(end, openRunSecondsMax) <= now
    return forgotten ? () => complete(context, booking) : undefined
  }
  if (policy.attendance === 'as-booked') return end <= now ? () => complete(context, booking) : undefined
  const missed = plusSeconds(start, policy.noShowAfterSeconds) <= now
  return missed
    ? () => markNoShow(context, SYSTEM, { bookingId: booking.id, version: booking.version })
    : undefined
}

/** Lets a request go that nobody decided in time; what it held is free again. */
function expire(context: Context, booking: BookingRow) {
  return perform(context, SYSTEM, async tx => {
    const locked = await lockBooking(context, tx, SYSTEM, { bookingId: booking.id, version: booking.version })
    requireState(locked.booking, ['requested'])
    const change = { state: 'expired', live: false, endedAt: context.clock.now() } as const
    const saved = await saveBooking(tx, locked.booking, change)
    await releaseHolds(context, tx, SYSTEM, saved)
    const deed = { verb: 'expire', noun: 'booking', nounId: booking.id, actedAs: 'system', fields: ['state'] }
    await record(context, tx, SYSTEM, deed)
  })
}

/** Completes a booking as booked: used = booked, and the evidence says so. */
export function complete(context: Context, booking: Pick<BookingRow, 'id' | 'version'>) {
  return perform(context, SYSTEM, async tx => {
    const locked = await lockBooking(context, tx, SYSTEM, { bookingId: booking.id, version: booking.version })
    requireState(locked.booking, ['confirmed', 'in_use'])
    const { end } = locked.booking
    const saved = await finish(context, tx, SYSTEM, { locked, end, evidence: 'as-booked', samples: null })
    const deed = {
      verb: 'complete',
      noun: 'booking',
      nounId: booking.id,
      actedAs: 'system',
      fields: ['state'],
    }
    await record(context, tx, SYSTEM, deed)
    return saved
  })
}

/** Another node, or the person, may have been first: then there is nothing left to do. */
async function unlessOvertaken(step: () => Promise<unknown>): Promise<number> {
  try {
    await step()
    return 1
  } catch (error) {
    if (error instanceof Refused) return 0
    throw error
  }
}
