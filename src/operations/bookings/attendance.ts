import type { Context } from '../../context.ts'
import { refuse } from '../../domain/refusal.ts'
import { plusSeconds } from '../../domain/units.ts'
import type { BookingRow } from '../../store/bookings/rows.ts'
import { markDirty } from '../../store/dirtyDays.ts'
import { forfeitHolds } from '../ledger/holds.ts'
import { type Actor, perform, record } from '../perform.ts'
import { finish } from './finish.ts'
import { type EditedBooking, lockBooking, requireStaff, requireState, saveBooking } from './locked.ts'

/** Starts the use of a booking (签到), from a little before its start to its end. */
export function checkIn(context: Context, actor: Actor, edited: EditedBooking): Promise<BookingRow> {
  return perform(context, actor, async tx => {
    const locked = await lockBooking(context, tx, actor, edited)
    const { booking } = locked
    requireState(booking, ['confirmed'])
    requireAttendance(booking)
    const now = context.clock.now()
    const opensAt = plusSeconds(booking.start, -booking.policy.checkInEarlySeconds)
    if (now < opensAt) refuse({ code: 'check-in-too-early', opensAt })
    if (now >= booking.end) refuse({ code: 'wrong-state', state: 'ended', allowed: ['confirmed'] })
    const saved = await saveBooking(tx, booking, { state: 'in_use', checkedInAt: now })
    await markDirty(tx, locked.instrument, booking)
    const deed = {
      verb: 'check-in',
      noun: 'booking',
      nounId: booking.id,
      actedAs: locked.actedAs,
      fields: ['state'],
    }
    await record(context, tx, actor, deed)
    return saved
  })
}

export interface CheckOutDraft extends EditedBooking {
  readonly samples: number | null
}

/** Ends the use (签退): the run is written, the quota settled and the rest of the time freed for others. */
export function checkOut(context: Context, actor: Actor, draft: CheckOutDraft): Promise<BookingRow> {
  return perform(context, actor, async tx => {
    const locked = await lockBooking(context, tx, actor, draft)
    const { booking } = locked
    requireState(booking, ['in_use'])
    const end = context.clock.now()
    const evidence = booking.policy.attendance === 'metered' ? 'metered' : 'check-in'
    const saved = await finish(context, tx, actor, { locked, end, evidence, samples: draft.samples })
    const deed = {
      verb: 'check-out',
      noun: 'booking',
      nounId: booking.id,
      actedAs: locked.actedAs,
      fields: ['state'],
    }
    await record(context, tx, actor, deed)
    return saved
  })
}

/**
 * Marks that nobody came (爽约): the place is freed for others at once and the policy's share of the hold is
 * lost. Only where attendance is recorded, for elsewhere nobody could know.
 */
export function markNoShow(context: Context, actor: Actor, edited: EditedBooking): Promise<BookingRow> {
  return perform(context, actor, async tx => {
    const locked = await lockBooking(context, tx, actor, edited)
    requireStaff(locked)
    const { booking } = locked
    requireState(booking, ['confirmed'])
    requireAttendance(booking)
    const now = context.clock.now()
    const dueAt = plusSeconds(booking.start, booking.policy.noShowAfterSeconds)
    if (now < dueAt) refuse({ code: 'wrong-state', state: 'awaited', allowed: ['confirmed'] })
    const saved = await saveBooking(tx, booking, {
      state: 'no_show',
      live: false,
      endedAt: now,
      cancelledLate: true,
      reuseDueAt: booking.end,
    })
    const share = booking.policy.noShowForfeit
    await forfeitHolds(context, tx, actor, { booking: saved, share, reason: 'no-show' })
    await markDirty(tx, locked.instrument, booking)
    const deed = {
      verb: 'mark-no-show',
      noun: 'booking',
      nounId: booking.id,
      actedAs: 'staff',
      fields: ['state'],
    }
    await record(context, tx, actor, deed)
    return saved
  })
}

/** Where a booking counts as used as booked, there is nothing to check in to and no no-show. */
function requireAttendance(booking: BookingRow) {
  const { attendance } = booking.policy
  if (attendance === 'as-booked') {
    refuse({ code: 'wrong-state', state: attendance, allowed: ['check-in', 'metered'] })
  }
}
