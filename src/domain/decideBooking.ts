import { strict as assert } from 'node:assert'
import { approvalExpiry, type BookingRequest, occupiedUntil } from './booking.ts'
import type { BookingFacts, Rule } from './bookingFacts.ts'
import { type Leg, planLegs } from './ledger/legs.ts'
import { isOverridable } from './lifting.ts'
import type { Refusal } from './refusal.ts'
import { beyondHorizon } from './rules/beyond-horizon.ts'
import { capacityExceeded } from './rules/capacity-exceeded.ts'
import { capExceeded } from './rules/cap-exceeded.ts'
import { customsNoticeMissing } from './rules/customs-notice-missing.ts'
import { instrumentNotOpen } from './rules/instrument-not-open.ts'
import { inThePast } from './rules/in-the-past.ts'
import { noBookingRight } from './rules/no-booking-right.ts'
import { notAMember } from './rules/not-a-member.ts'
import { notAParty } from './rules/not-a-party.ts'
import { noticeTooShort } from './rules/notice-too-short.ts'
import { notShared } from './rules/not-shared.ts'
import { offGrid } from './rules/off-grid.ts'
import { onBehalfNotAllowed } from './rules/on-behalf-not-allowed.ts'
import { operatingState } from './rules/operating-state.ts'
import { outage } from './rules/outage.ts'
import { personNotOnProject } from './rules/person-not-on-project.ts'
import { projectNotActive } from './rules/project-not-active.ts'
import { projectUnclear } from './rules/project-unclear.ts'
import { quotaExhausted } from './rules/quota-exhausted.ts'
import { slotTaken } from './rules/slot-taken.ts'
import { tooLong } from './rules/too-long.ts'
import { tooShort } from './rules/too-short.ts'
import type { Instant } from './units.ts'

/**
 * The order in which refusals are told, and so which one names the problem: who may, then what the policy
 * says, then place, and quota last, for a slot that is gone is not worth a word about quota.
 */
const BOOKING_RULES: readonly Rule[] = [
  operatingState,
  notAMember,
  noBookingRight,
  notAParty,
  notShared,
  projectUnclear,
  projectNotActive,
  personNotOnProject,
  onBehalfNotAllowed,
  customsNoticeMissing,
  inThePast,
  offGrid,
  tooShort,
  tooLong,
  noticeTooShort,
  beyondHorizon,
  instrumentNotOpen,
  outage,
  capExceeded,
  slotTaken,
  capacityExceeded,
  quotaExhausted,
]

/** A request that may become a booking: its state, the time it keeps and the holds it places. */
export interface AcceptedBooking {
  readonly kind: 'accepted'
  readonly state: 'requested' | 'confirmed'
  readonly occupiedUntil: Instant
  readonly expiresAt: Instant | null
  readonly legs: readonly Leg[]
  /** Codes of the rules that staff set aside. */
  readonly overridden: readonly string[]
}

export type BookingDecision =
  AcceptedBooking | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }

/**
 * Decides whether `request` may become a booking.
 *
 * Pure. `facts` must come from the transaction that will store the answer. Gives every refusal at once, so
 * that a person mends the form once.
 *
 * @param override - 'staff' sets policy rules aside, never who may book, overlap, outage, capacity or quota.
 * @param now - moment of the decision; notice and horizon count from here.
 */
export function decideBooking(
  request: BookingRequest,
  facts: BookingFacts,
  options: { readonly override: 'none' | 'staff'; readonly now: Instant },
): BookingDecision {
  assert(facts.instrument.id === request.instrumentId, 'facts belong to another instrument')
  const found = BOOKING_RULES.flatMap(rule => rule(request, facts, options.now) ?? [])
  const lifted = (refusal: Refusal) => options.override === 'staff' && isOverridable(refusal.code)
  const refusals = found.filter(refusal => !lifted(refusal))
  if (refusals.length > 0) return { kind: 'refused', refusals }
  return accept(request, facts, { now: options.now, overridden: found.map(refusal => refusal.code) })
}

function accept(
  request: BookingRequest,
  facts: BookingFacts,
  how: { readonly now: Instant; readonly overridden: readonly string[] },
): AcceptedBooking {
  const waits = facts.rules.approval === 'staff' && !facts.staff
  const plan = facts.quota === null ? undefined : planLegs(request, facts)
  assert(plan?.kind !== 'refused', 'an accepted booking can be paid')
  return {
    kind: 'accepted',
    state: waits ? 'requested' : 'confirmed',
    occupiedUntil: occupiedUntil(request.end, facts.instrument.turnaroundSeconds),
    expiresAt: waits ? approvalExpiry(facts.rules, request.start, how.now) : null,
    legs: plan?.legs ?? [],
    overridden: how.overridden,
  }
}
