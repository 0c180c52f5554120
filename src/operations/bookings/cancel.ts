import type { Context } from '../../context.ts'
import { refuse } from '../../domain/refusal.ts'
import { type Instant, millisecondsPerSecond, seconds } from '../../domain/units.ts'
import type { BookingRow } from '../../store/bookings/rows.ts'
import { markDirty } from '../../store/dirtyDays.ts'
import { forfeitHolds, releaseHolds } from '../ledger/holds.ts'
import { type Actor, perform, record } from '../perform.ts'
import { type EditedBooking, lockBooking, type LockedBooking, requireState, saveBooking } from './locked.ts'

export interface CancelDraft extends EditedBooking {
  readonly reason: string | null
}

/**
 * Cancels a booking. Up to the cancel window it is free and the hold is released. Later, by the policy, it is
 * left to staff or costs a share of the hold. What staff of the host cancel is never charged: it is not the
 * user's fault.
 *
 * @throws Refused `cancel-window-passed`, also to its user once its time has begun; `wrong-state` when it is
 *   in use or has ended.
 */
export function cancel(context: Context, actor: Actor, draft: CancelDraft): Promise<BookingRow> {
  return perform(context, actor, async tx => {
    const locked = await lockBooking(context, tx, actor, draft)
    const { booking } = locked
    requireState(booking, ['requested', 'confirmed'])
    const now = context.clock.now()
    const late = isLate(locked, now)
    const saved = await saveBooking(tx, booking, {
      state: 'cancelled',
      live: false,
      endedAt: now,
      cancelledLate: late,
      reuseDueAt: late ? booking.end : null,
      decisionReason: draft.reason,
      decisionById: actor.personId,
    })
    if (late) {
      const share = booking.policy.lateCancelForfeit
      await forfeitHolds(context, tx, actor, { booking: saved, share, reason: 'late-cancel' })
    } else await releaseHolds(context, tx, actor, saved)
    await markDirty(tx, locked.instrument, booking)
    await record(context, tx, actor, {
      verb: 'cancel',
      noun: 'booking',
      nounId: booking.id,
      actedAs: locked.actedAs,
      fields: ['state'],
      reason: draft.reason,
    })
    return saved
  })
}

/** Whether the cancellation is a late one; refuses it where the policy leaves late ones to staff. */
function isLate({ booking, staff }: LockedBooking, now: Instant): boolean {
  if (staff || booking.state === 'requested') return false
  const { cancelWindowSeconds: windowSeconds, lateCancel } = booking.policy
  const givenSeconds = seconds(Math.max(0, Math.floor((booking.start - now) / millisecondsPerSecond)))
  if (booking.start > now && givenSeconds >= windowSeconds) return false
  if (lateCancel === 'refused' || booking.start <= now)
    refuse({ code: 'cancel-window-passed', windowSeconds, givenSeconds })
  return true
}
