import type { Context } from '../../context.ts'
import { refuse } from '../../domain/refusal.ts'
import type { BookingRow } from '../../store/bookings/rows.ts'
import { markDirty } from '../../store/dirtyDays.ts'
import { releaseHolds } from '../ledger/holds.ts'
import { type Actor, perform, record } from '../perform.ts'
import { type EditedBooking, lockBooking, requireStaff, requireState, saveBooking } from './locked.ts'

export interface DecisionDraft extends EditedBooking {
  readonly reason: string | null
}

/**
 * Approves a request: it has held its place and its quota since it was made, so nothing can overtake it here.
 */
export function approve(context: Context, actor: Actor, draft: DecisionDraft): Promise<BookingRow> {
  return perform(context, actor, async tx => {
    const locked = await lockBooking(context, tx, actor, draft)
    requireStaff(locked)
    requireState(locked.booking, ['requested'])
    const { booking } = locked
    if (booking.expiresAt !== null && booking.expiresAt <= context.clock.now()) {
      refuse({ code: 'wrong-state', state: 'expired', allowed: ['requested'] })
    }
    const decision = { decisionById: actor.personId, decisionReason: draft.reason }
    const saved = await saveBooking(tx, booking, { state: 'confirmed', expiresAt: null, ...decision })
    await markDirty(tx, locked.instrument, booking)
    await audit(context, tx, actor, { verb: 'approve', booking, reason: draft.reason })
    return saved
  })
}

/** Rejects a request and frees its place and its quota. */
export function reject(context: Context, actor: Actor, draft: DecisionDraft): Promise<BookingRow> {
  return perform(context, actor, async tx => {
    const locked = await lockBooking(context, tx, actor, draft)
    requireStaff(locked)
    requireState(locked.booking, ['requested'])
    if (draft.reason === null) refuse({ code: 'reason-required' })
    const { booking } = locked
    const saved = await saveBooking(tx, booking, {
      state: 'rejected',
      live: false,
      endedAt: context.clock.now(),
      decisionById: actor.personId,
      decisionReason: draft.reason,
    })
    await releaseHolds(context, tx, actor, saved)
    await audit(context, tx, actor, { verb: 'reject', booking, reason: draft.reason })
    return saved
  })
}

const audit = (
  context: Context,
  tx: Parameters<typeof record>[1],
  actor: Actor,
  of: { readonly verb: string; readonly booking: BookingRow; readonly reason: string | null },
) =>
  record(context, tx, actor, {
    verb: of.verb,
    noun: 'booking',
    nounId: of.booking.id,
    actedAs: 'staff',
    fields: ['state'],
    reason: of.reason,
  })
