import type { PolicyRules } from './policy.ts'
import type { Span } from './span.ts'
import { type Instant, plusSeconds, type Seconds } from './units.ts'

/** The life of a booking; the first four claim the place, `completed` keeps the time that was had. */
export type BookingState =
  | 'requested'
  | 'confirmed'
  | 'in_use'
  | 'completed'
  | 'cancelled'
  | 'rejected'
  | 'expired'
  | 'no_show'
  | 'displaced'

/** States that no longer claim a place on the instrument. */
const ENDED_WITHOUT_PLACE: readonly BookingState[] = [
  'cancelled',
  'rejected',
  'expired',
  'no_show',
  'displaced',
]

export const isLive = (state: BookingState) => !ENDED_WITHOUT_PLACE.includes(state)

/** What the time is for: use, or the host's own maintenance, downtime or special events kept as bookings. */
export type BookingKind = 'use' | 'maintenance' | 'downtime' | 'special'

export type QuotaMode = 'none' | 'tracked' | 'enforced'

/** What is asked: a claim on one instrument for a span. */
export interface BookingRequest extends Span {
  readonly instrumentId: string
  readonly places: number
  readonly kind: BookingKind
  /** Who will use the instrument, and who asks: they differ in a booking on behalf (代约). */
  readonly personId: string
  readonly bookedById: string
  readonly projectId: string | null
  readonly allianceId: string | null
  readonly agreementId: string | null
  readonly details: Readonly<Record<string, unknown>>
}

/**
 * What is being decided. A new booking and a move keep every rule; an extension and a change of places leave
 * the start alone, so that notice and the past do not count against them.
 */
export type DecisionKind = 'new' | 'move' | 'extend' | 'places'

/** The time a booking keeps others out: to its end and through the instrument's turnaround. */
export const occupiedUntil = (end: Instant, turnaroundSeconds: Seconds) => plusSeconds(end, turnaroundSeconds)

/** A request waits for approval no longer than until its start. */
export function approvalExpiry(rules: PolicyRules, start: Instant, now: Instant): Instant {
  const waited = plusSeconds(now, rules.approvalHoldSeconds)
  return waited < start ? waited : start
}
