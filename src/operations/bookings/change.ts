import { strict as assert } from 'node:assert'
import type { Context } from '../../context.ts'
import type { BookingRequest, BookingState, DecisionKind, QuotaMode } from '../../domain/booking.ts'
import { type AcceptedBooking, decideBooking } from '../../domain/decideBooking.ts'
import { type Refusal, Refused, refuse } from '../../domain/refusal.ts'
import { type Instant, millisecondsPerSecond, type Seconds, seconds } from '../../domain/units.ts'
import type { BookingChange, BookingRow } from '../../store/bookings/rows.ts'
import type { Reader, Tx } from '../../store/database.ts'
import { markDirty } from '../../store/dirtyDays.ts'
import { type InstrumentForBooking, instrumentForBooking } from '../../store/instruments.ts'
import { findSharingTerm } from '../../store/sharingTerms.ts'
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
import { prepareQuota, quotaFor } from './quota.ts'

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
 *
 * @throws Refused with every rule that the new time breaks; `change-window-passed` to its booker, once the
 *   change window has begun or cancelling would cost something, for else it would be moved far out and then
 *   cancelled free; `not-allowed` to staff of the old instrument alone who move what is not their own.
 */
export const reschedule = (context: Context, actor: Actor, draft: RescheduleDraft) =>
  change(context, actor, {
    ...draft,
    kind: 'move',
    verb: 'reschedule',
    states: ['requested', 'confirmed'],
    fields: draft.instrumentId === null ? ['start', 'end'] : ['start', 'end', 'instrumentId'],
    alsoLock: draft.instrumentId === null ? [] : [draft.instrumentId],
    apply: booking => ({
      start: draft.start,
      end: draft.end,
      places: booking.places,
      instrumentId: draft.instrumentId ?? booking.instrumentId,
    }),
  })

/**
 * Gives a booking more time at its end, also one that is in use. Less time is given back up to the moment
 * until which it could be moved: a late cancellation in slices is one all the same.
 */
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

/** Changes how many places of a shared instrument a booking takes; fewer as long as it could be moved. */
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
    const request = { ...(await requestOf(tx, booking, actor)), ...claim }
    const frozen = plan.kind === 'move' ? undefined : frozenOn(booking)
    const payer = { institutionId: booking.institutionId, groupId: booking.groupId }
    const exceptId = booking.id
    const question = { request, instrument, kind: plan.kind, exceptId, payer, ...(frozen && { frozen }) }
    const facts = await gatherFacts(context, tx, actor, question)
    requireStaffThere(plan, locked, facts)
    return rebook(context, tx, actor, { plan, locked, request, facts })
  })
}

/** The rules and the term under which a booking was made: they hold for it while it keeps its place. */
const frozenOn = (booking: BookingRow) => ({
  policyId: booking.policyId,
  rules: booking.policy,
  term: {
    id: booking.sharingTermId,
    audience: booking.allianceId === null ? 'own' : 'alliance',
    allianceId: booking.allianceId,
    priceCategory: booking.priceCategory,
    quota: booking.quota as QuotaMode,
  } as const,
})

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

/** Staff of the old instrument speak for it alone: neither for another lab's rules nor for its calendar. */
function requireStaffThere(plan: ChangePlan, locked: LockedBooking, facts: GatheredFacts) {
  if (facts.staff || (plan.overrideReason === null && locked.actedAs === 'owner')) return
  refuse({ code: 'not-allowed', verb: 'booking.staff', mayDo: ['lab-manager', 'institution-admin'] })
}

/** The booking as if it were asked for again: the same person, project and alliance pay. */
export const requestOf = async (
  reader: Reader,
  booking: BookingRow,
  actor: Actor,
): Promise<BookingRequest> => ({
  instrumentId: booking.instrumentId,
  start: booking.start,
  end: booking.end,
  places: booking.places,
  kind: booking.kind as BookingRequest['kind'],
  personId: booking.personId,
  bookedById: actor.personId === booking.personId ? booking.personId : booking.bookedById,
  projectId: booking.projectId,
  allianceId: (await isPartners(reader, booking)) ? null : booking.allianceId,
  agreementId: booking.agreementId,
  details: booking.details,
})

/** A partner books beside an alliance without being its member, and so cannot name it. */
async function isPartners(reader: Reader, { sharingTermId }: BookingRow): Promise<boolean> {
  if (sharingTermId === null) return false
  return (await findSharingTerm(reader, sharingTermId))?.audience === 'partners'
}

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
  await prepareQuota(context, tx, request, facts)
  await releaseHolds(context, tx, actor, booking)
  const quota = await quotaFor(context, tx, request, facts)
  const override = plan.overrideReason === null ? 'none' : 'staff'
  const complete = { ...facts, quota: quota?.facts ?? null }
  const decision = decideBooking(request, complete, { override, now })
  const tooLate = override === 'staff' ? [] : changeWindowPassed(of, now)
  const refusals = [...tooLate, ...(decision.kind === 'refused' ? decision.refusals : [])]
  if (decision.kind === 'refused' || refusals.length > 0) throw new Refused(refusals)
  const saved = await saveBooking(tx, booking, changedColumns(of, actor, decision))
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
function changedColumns(of: Rebooking, actor: Actor, decision: AcceptedBooking): BookingChange {
  const { plan, locked, request, facts } = of
  const { booking } = locked
  const { term } = facts
  assert(term !== null, 'a booking that was accepted has its term')
  const moved = plan.kind === 'move'
  const askedAgain = moved && decision.state === 'requested'
  return {
    instrumentId: request.instrumentId,
    exclusive: facts.instrument.exclusive,
    start: request.start,
    end: request.end,
    places: request.places,
    occupiedUntil: decision.occupiedUntil,
    allianceId: term.audience === 'own' ? null : term.allianceId,
    sharingTermId: term.id,
    quota: term.quota,
    priceCategory: term.priceCategory,
    policyId: facts.policyId,
    policy: facts.rules,
    state: moved ? decision.state : booking.state,
    expiresAt: moved ? decision.expiresAt : booking.expiresAt,
    ...(plan.overrideReason !== null && {
      override: { byId: actor.personId, reason: plan.overrideReason, codes: decision.overridden },
    }),
    // The decision was about the old time.
    ...(askedAgain && { decisionById: null, decisionReason: null }),
  }
}

/**
 * A booker moves or shrinks a booking until the change window begins, and as long as cancelling it would be
 * free; using more time or places is judged by the rules alone.
 */
function changeWindowPassed(of: Rebooking, now: Instant): Refusal[] {
  const { plan, locked, request } = of
  const { booking, staff } = locked
  const shrinks = request.end < booking.end || request.places < booking.places
  if (staff || (plan.kind !== 'move' && !shrinks)) return []
  const windowSeconds = changeableUntilSeconds(booking)
  const givenSeconds = seconds(Math.max(0, Math.floor((booking.start - now) / millisecondsPerSecond)))
  if (booking.start >= now && givenSeconds >= windowSeconds) return []
  return [{ code: 'change-window-passed', windowSeconds, givenSeconds }]
}

/** So long before its start; a request may be taken back at any time, and so it is bound by less. */
function changeableUntilSeconds({ policy, state }: BookingRow): Seconds {
  const costs = policy.lateCancel === 'refused' || policy.lateCancelForfeit > 0
  if (state === 'requested' || !costs) return policy.changeWindowSeconds
  return seconds(Math.max(policy.changeWindowSeconds, policy.cancelWindowSeconds))
}
