import { strict as assert } from 'node:assert'
import type { BookingRequest } from '../booking.ts'
import type { BookingFacts, QuotaFacts } from '../bookingFacts.ts'
import type { PolicyRules } from '../policy.ts'
import type { LedgerRefusal } from '../refusal.ts'
import { intersect, lengthOf, type Span, span } from '../span.ts'
import { type Amount, amount, type Instant } from '../units.ts'
import { localDaysOf } from '../zone.ts'
import type { LotBalance, PeriodSpan } from './lots.ts'

/** A part of a booking that one lot pays in one period. */
export interface Leg {
  readonly lotId: string
  readonly periodId: string
  readonly amount: Amount
  readonly effectiveAt: Instant
}

export type LegPlan =
  | { readonly kind: 'planned'; readonly legs: readonly Leg[] }
  | { readonly kind: 'refused'; readonly refusal: LedgerRefusal }

/**
 * Splits a booking into legs: at the period's instants, for the period in which the time lies pays, and over
 * the lots of one holder. The nearest holder that has any lot in the period pays (project, then group, then
 * institution, then the alliance's reserve where it is pooled); payers are never mixed within a period.
 */
export function planLegs(request: BookingRequest, facts: BookingFacts): LegPlan {
  const { quota } = facts
  assert(quota !== null, 'only bookings under quota have legs')
  const legs: Leg[] = []
  let covered = 0
  for (const period of quota.periods) {
    const part = intersect(period, request)
    if (part === undefined) continue
    covered += part.end - part.start
    if (period.state !== 'open') return refused({ code: 'period-closed', periodId: period.id })
    const needed = unitsWithin(part, request, facts)
    if (needed === 0) continue
    const lots = payerIn(period.id, quota.payers)
    const available = amount(lots.reduce((sum, lot) => sum + lot.available, 0))
    const accountId = lots[0]?.accountId ?? null
    if (lots.every(lot => lot.bounded) && available < needed) {
      const { unit } = quota
      return refused({ code: 'quota-exhausted', needed, available, unit, accountId, periodId: period.id })
    }
    legs.push(...drawFrom(lots, needed, part.start))
  }
  if (covered < request.end - request.start)
    return refused({ code: 'no-period', at: firstUncovered(request, quota) })
  return { kind: 'planned', legs }
}

const refused = (refusal: LedgerRefusal): LegPlan => ({ kind: 'refused', refusal })

/**
 * The units of a part of a booking: those up to its end less those up to its start, so that the legs add up
 * to the whole. A day that a period's end cuts in two is counted once, in the period in which it begins.
 */
function unitsWithin(part: Span, request: BookingRequest, facts: BookingFacts): Amount {
  const by = { rules: facts.rules, zone: facts.instrument.zone }
  const upTo = (end: Instant) =>
    end === request.start ? 0 : unitsOf(span(request.start, end), request.places, by)
  return amount(upTo(part.end) - upTo(part.start))
}

/** Place-seconds, or place-days where whole days are booked. */
export function unitsOf(
  part: Span,
  places: number,
  by: { readonly rules: Pick<PolicyRules, 'bookingUnit'>; readonly zone: string },
): Amount {
  const count = by.rules.bookingUnit === 'day' ? localDaysOf(by.zone, part).length : lengthOf(part)
  return amount(count * places)
}

/** The lots that would pay, of the nearest holder in each period: what a booking locks, and nothing more. */
export const payingLotIds = ({ periods, payers }: QuotaFacts): string[] =>
  periods.flatMap(period => payerIn(period.id, payers).map(lot => lot.lotId))

function payerIn(periodId: string, payers: readonly (readonly LotBalance[])[]): LotBalance[] {
  const inPeriod = payers.map(lots => lots.filter(lot => lot.periodId === periodId))
  return inPeriod.find(lots => lots.length > 0)?.toSorted(byUrgency) ?? []
}

const KIND_ORDER = ['carry', 'base', 'supplement', 'advance', 'tracked']

/** Earliest to expire first, then carry, base, supplement, then by id, so that two nodes draw alike. */
export const byUrgency = (a: LotBalance, b: LotBalance) =>
  a.validTo - b.validTo ||
  KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind) ||
  (a.lotId < b.lotId ? -1 : 1)

/** Draws from the lots in the order given; asserts that they cover what is needed. */
export function drawFrom(lots: readonly LotBalance[], needed: Amount, effectiveAt: Instant): Leg[] {
  const legs: Leg[] = []
  let missing: number = needed
  for (const lot of lots) {
    const drawn = lot.bounded ? Math.min(missing, Math.max(0, lot.available)) : missing
    if (drawn === 0) continue
    legs.push({ lotId: lot.lotId, periodId: lot.periodId, amount: amount(drawn), effectiveAt })
    missing -= drawn
  }
  assert(missing === 0, 'the lots cover what is needed')
  return legs
}

function firstUncovered(request: Span, quota: { readonly periods: readonly PeriodSpan[] }): Instant {
  let at = request.start
  for (const period of quota.periods) if (period.start <= at && at < period.end) at = period.end
  return at
}
