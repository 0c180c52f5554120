import type { Context } from '../../context.ts'
import type { BookingRequest, BookingState, DecisionKind } from '../../domain/booking.ts'
import { type AcceptedBooking, decideBooking } from '../../domain/decideBooking.ts'
import { type Refusal, Refused, refuse } from '../../domain/refusal.ts'
import { type Instant, millisecondsPerSecond, seconds } from '../../domain/units.ts'
import type { BookingChange, BookingRow } from '../../store/bookings/rows.ts'
import type { Tx } from '../../store/database.ts'
import { markDirty } from '../../store/dirtyDays.ts'
import { type InstrumentForBooking, instrumentForBooking } from '../../store/instruments.ts'
import { placeHolds, releaseHolds } from '../ledger/holds.ts'
import { type Actor, perform, record } from '../perform.ts'
import { type GatheredFacts, gatherFacts } from './facts.ts'
import {
  type EditedBooking,
  lockBooking,
  type LockedBooking,
  requireStaff,
  requireState,
  saveBooking,
} from './locked.ts'
import { quotaFor } from './quota.ts'

/** Moves a booking in time, to another instrument, or both. */
export interface RescheduleDraft extends EditedBooking {
  readonly start: Instant
  readonly end: Instant
  readonly instrumentId: string | null
  readonly overrideReason: string | null
}

/**
 * Moves a booking. Its holds are released and placed anew in the same transaction, so that a refusal leaves
 * the old booking untouched; where approval is needed, a moved booking is asked for again.
 */
export const reschedule = (context: Context, actor: Actor, draft: RescheduleDraft) =>
  change(context, actor, {
    ...draft,
    kind: 'move',
    verb: 'reschedule',
    states: ['requested', 'confirmed'],
    fields: ['start', 'end', 'instrumentId'],
    alsoLock: draft.instrumentId === null ? [] : [draft.instrumentId],
    apply: booking => ({
      start: draft.start,
      end: draft.end,
      places: booking.places,
      instrumentId: draft.instrumentId ?? booking.instrumentId,
    }),
  })

/** Gives a booking more time at its end (or less); also one that is in use. */
export const extend = (
  context: Context,
  actor: Actor,
  draft: EditedBooking & { readonly end: Instant; readonly overrideReason: string | null },
) =>
  change(context, actor, {
    ...draft,
    kind: 'extend',
    verb: 'extend',
    states: ['requested', 'confirmed', 'in_use'],
    fields: ['end'],
    apply: booking => ({
      start: booking.start,
      end: draft.end,
      places: booking.places,
      instrumentId: booking.instrumentId,
    }),
  })

/** Changes how many places of a shared instrument a booking takes. */
export const changePlaces = (
  context: Context,
  actor: Actor,
  draft: EditedBooking & { readonly places: number; readonly overrideReason: string | null },
) =>
  change(context, actor, {
    ...draft,
    kind: 'places',
    verb: 'change-places',
    states: ['requested', 'confirmed', 'in_use'],
    fields: ['places'],
    apply: booking => ({
      start: booking.start,
      end: booking.end,
      places: draft.places,
      instrumentId: booking.instrumentId,
    }),
  })

interface Claim {
  readonly start: Instant
  readonly end: Instant
  readonly places: number
  readonly instrumentId: string
}

interface ChangePlan extends EditedBooking {
  readonly kind: DecisionKind
  readonly verb: string
  readonly states: readonly BookingState[]
  readonly fields: readonly string[]
  readonly overrideReason: string | null
  /** The instrument it moves to, locked together with the old one. */
  readonly alsoLock?: readonly string[]
  readonly apply: (booking: BookingRow) => Claim
}

function change(context: Context, actor: Actor, plan: ChangePlan): Promise<BookingRow> {
  return perform(context, actor, async tx => {
    const locked = await lockBooking(context, tx, actor, plan, plan.alsoLock ?? [])
    const { booking } = locked
    requireState(booking, plan.states)
    if (plan.overrideReason !== null) requireStaff(locked)
    const claim = plan.apply(booking)
    if (claim.start >= claim.end) {
      refuse({
        code: 'too-short',
        shortestSeconds: booking.policy.shortestSeconds,
        requestedSeconds: seconds(0),
      })
    }
    const instrument = await targetInstrument(tx, locked, claim.instrumentId)
    const request = { ...requestOf(booking, actor), ...claim }
    const frozen = plan.kind === 'move' ? undefined : { policyId: booking.policyId, rules: booking.policy }
    const exceptId = booking.id
    const question = { request, instrument, kind: plan.kind, exceptId, ...(frozen && { frozen }) }
    const facts = await gatherFacts(context, tx, actor, question)
    return rebook(context, tx, actor, { plan, locked, request, facts })
  })
}

async function targetInstrument(
  tx: Tx,
  locked: LockedBooking,
  instrumentId: string,
): Promise<InstrumentForBooking> {
  if (instrumentId === locked.instrument.id) return locked.instrument
  const target = await instrumentForBooking(tx, { instrumentId })
  if (target === undefined || target.retiredAt !== null || target.publication !== 'published') {
    refuse({ code: 'not-found', noun: 'instrument', id: instrumentId })
  }
  return target
}

/** The booking as if it were asked for again: the same person, project and alliance pay. */
const requestOf = (booking: BookingRow, actor: Actor): BookingRequest => ({
  instrumentId: booking.instrumentId,
  start: booking.start,
  end: booking.end,
  places: booking.places,
  kind: booking.kind as BookingRequest['kind'],
  personId: booking.personId,
  bookedById: actor.personId === booking.personId ? booking.personId : booking.bookedById,
  projectId: booking.projectId,
  allianceId: booking.allianceId,
  agreementId: booking.agreementId,
  details: booking.details,
})

interface Rebooking {
  readonly plan: ChangePlan
  readonly locked: LockedBooking
  readonly request: BookingRequest
  readonly facts: GatheredFacts
}

async function rebook(context: Context, tx: Tx, actor: Actor, of: Rebooking): Promise<BookingRow> {
  const { plan, locked, request, facts } = of
  const { booking } = locked
  const now = context.clock.now()
  await releaseHolds(context, tx, actor, booking)
  const quota = await quotaFor(context, tx, request, facts)
  const override = plan.overrideReason === null ? 'none' : 'staff'
  const complete = { ...facts, quota: quota?.facts ?? null }
  const decision = decideBooking(request, complete, { override, now })
  const tooLate = override === 'staff' ? [] : changeWindowPassed(plan, locked, now)
  const refusals = [...tooLate, ...(decision.kind === 'refused' ? decision.refusals : [])]
  if (decision.kind === 'refused' || refusals.length > 0) throw new Refused(refusals)
  const saved = await saveBooking(tx, booking, changedColumns(of, decision))
  if (quota !== null) {
    await placeHolds(context, tx, actor, { booking: saved, ledgerId: quota.ledgerId, legs: decision.legs })
  }
  await markDirty(tx, locked.instrument, booking)
  await markDirty(tx, facts.instrument, saved)
  await record(context, tx, actor, {
    verb: plan.verb,
    noun: 'booking',
    nounId: booking.id,
    actedAs: locked.actedAs,
    fields: plan.fields,
    reason: plan.overrideReason,
  })
  return saved
}

/** What was approved stays approved unless it moves; what is in use stays so. */
function changedColumns(of: Rebooking, decision: AcceptedBooking): BookingChange {
  const { plan, locked, request, facts } = of
  const { booking } = locked
  const moved = plan.kind === 'move'
  return {
    instrumentId: request.instrumentId,
    exclusive: facts.instrument.exclusive,
    start: request.start,
    end: request.end,
    places: request.places,
    occupiedUntil: decision.occupiedUntil,
    sharingTermId: facts.term?.id ?? null,
    quota: facts.term?.quota ?? booking.quota,
    priceCategory: facts.term?.priceCategory ?? booking.priceCategory,
    policyId: facts.policyId,
    policy: facts.rules,
    state: moved ? decision.state : booking.state,
    expiresAt: moved ? decision.expiresAt : booking.expiresAt,
  }
}

/**
 * A booker may move or shrink up to the change window; using more time or places is judged by the rules
 * alone.
 */
function changeWindowPassed(plan: ChangePlan, locked: LockedBooking, now: Instant): Refusal[] {
  const { booking, staff } = locked
  if (staff || plan.kind !== 'move') return []
  const windowSeconds = booking.policy.changeWindowSeconds
  const givenSeconds = seconds(Math.max(0, Math.floor((booking.start - now) / millisecondsPerSecond)))
  if (booking.start >= now && givenSeconds >= windowSeconds) return []
  return [{ code: 'change-window-passed', windowSeconds, givenSeconds }]
}
