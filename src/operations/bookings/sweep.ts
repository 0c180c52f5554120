import type { Context } from '../../context.ts'
import type { BookingState } from '../../domain/booking.ts'
import { type Instant, plusSeconds, secondsPerHour } from '../../domain/units.ts'
import { expiredRequests, startedBookings } from '../../store/bookings/due.ts'
import type { BookingRow } from '../../store/bookings/rows.ts'
import { releaseHolds } from '../ledger/holds.ts'
import { perform, record, SYSTEM } from '../perform.ts'
import { markNoShow } from './attendance.ts'
import { type Evidence, finish } from './finish.ts'
import { lockBooking, requireState, saveBooking } from './locked.ts'
import { takeSteps } from './steps.ts'

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
 * @throws AggregateError when some could not be, after all others were.
 */
export async function sweepBookings(context: Context): Promise<number> {
  const now = context.clock.now()
  const { read } = context.db
  const expired = await takeSteps(
    page => expiredRequests(read, { ...page, now }),
    booking => expire(context, booking),
  )
  const moveFrom = (state: BookingState) =>
    takeSteps(
      page => startedBookings(read, state, { ...page, now }),
      booking => dueStep(context, booking, now),
    )
  const all = [expired, await moveFrom('confirmed'), await moveFrom('in_use')]
  const failures = all.flatMap(each => each.failures)
  if (failures.length > 0) throw new AggregateError(failures, 'some bookings could not be brought further')
  return all.reduce((sum, each) => sum + each.done, 0)
}

type Started = Awaited<ReturnType<typeof startedBookings>>[number]

function dueStep(context: Context, booking: Started, now: Instant): Promise<unknown> | undefined {
  const { policy, state, start, end } = booking
  if (state === 'in_use') {
    const forgotten = plusSeconds(end, openRunSecondsMax) <= now
    return forgotten ? complete(context, booking) : undefined
  }
  const missedAt = plusSeconds(start, policy.noShowAfterSeconds)
  // What was entered when it was over, by hand or by an import, nobody could have checked in to.
  const entered = booking.source !== null || booking.createdAt >= missedAt
  if (policy.attendance === 'as-booked' || entered) return end <= now ? complete(context, booking) : undefined
  return missedAt <= now
    ? markNoShow(context, SYSTEM, { bookingId: booking.id, version: booking.version })
    : undefined
}

/** Lets a request go that nobody decided in time; what it held is free again. */
function expire(context: Context, booking: Pick<BookingRow, 'id' | 'version'>) {
  return perform(context, SYSTEM, async tx => {
    const locked = await lockBooking(context, tx, SYSTEM, { bookingId: booking.id, version: booking.version })
    requireState(locked.booking, ['requested'])
    const change = { state: 'expired', live: false, endedAt: context.clock.now() } as const
    const saved = await saveBooking(tx, locked.booking, change)
    await releaseHolds(context, tx, SYSTEM, saved)
    const deed = { verb: 'expire', noun: 'booking', nounId: booking.id, actedAs: 'system', fields: ['state'] }
    await record(context, tx, SYSTEM, deed)
    return saved
  })
}

/**
 * Completes a booking as booked, and the evidence says so: used = booked or, where somebody had checked in,
 * from then to the end booked.
 */
function complete(context: Context, booking: Pick<BookingRow, 'id' | 'version'>) {
  return perform(context, SYSTEM, async tx => {
    const locked = await lockBooking(context, tx, SYSTEM, { bookingId: booking.id, version: booking.version })
    requireState(locked.booking, ['confirmed', 'in_use'])
    const { end } = locked.booking
    const evidence = evidenceOf(locked.booking)
    const saved = await finish(context, tx, SYSTEM, { locked, end, evidence, samples: null })
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

/** How it is known that the time was used. */
function evidenceOf({ source, createdAt, end }: BookingRow): Evidence {
  if (source !== null) return 'imported'
  return createdAt >= end ? 'manual' : 'as-booked'
}
