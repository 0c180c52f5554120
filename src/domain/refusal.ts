import type { OperatingState } from './instrument.ts'
import type { Span } from './span.ts'
import type { Amount, Day, Instant, Seconds } from './units.ts'

/**
 * An expected "no": a code and the numbers behind it, no prose. The same word stands in domain, trigger,
 * problem type, page and test. Seconds, units and minor units are whole numbers. A number is null when the
 * database's own guard refused: it knows only which rule was broken.
 */
export type Refusal = BookingRefusal | LedgerRefusal | RequestRefusal

/** Rules about a span on an instrument. */
export type BookingRefusal =
  | { readonly code: 'in-the-past'; readonly start: Instant; readonly now: Instant }
  | { readonly code: 'instrument-not-open'; readonly closed: readonly Span[] }
  | { readonly code: 'outage'; readonly outageId: string; readonly span: Span }
  | { readonly code: 'operating-state'; readonly state: OperatingState; readonly mayBook: string }
  | { readonly code: 'off-grid'; readonly gridSeconds: Seconds; readonly edge: 'start' | 'end' }
  | { readonly code: 'too-short'; readonly shortestSeconds: Seconds; readonly requestedSeconds: Seconds }
  | { readonly code: 'too-long'; readonly longestSeconds: Seconds; readonly requestedSeconds: Seconds }
  | { readonly code: 'notice-too-short'; readonly requiredSeconds: Seconds; readonly givenSeconds: Seconds }
  | { readonly code: 'beyond-horizon'; readonly horizonSeconds: Seconds; readonly requestedSeconds: Seconds }
  | { readonly code: 'not-shared'; readonly instrumentId: string; readonly institutionId: string | null }
  | { readonly code: 'not-a-member'; readonly allianceId: string; readonly on: Day }
  | { readonly code: 'no-booking-right'; readonly allianceId: string; readonly institutionId: string }
  | { readonly code: 'not-a-party'; readonly agreementId: string; readonly institutionId: string }
  | { readonly code: 'project-not-active'; readonly projectId: string; readonly on: Day }
  | { readonly code: 'project-unclear'; readonly eligibleProjectIds: readonly string[] }
  | { readonly code: 'person-not-on-project'; readonly projectId: string; readonly personId: string }
  | { readonly code: 'on-behalf-not-allowed'; readonly forPersonId: string }
  | CapExceeded
  | { readonly code: 'customs-notice-missing'; readonly supervisedUntil: Day }
  | { readonly code: 'slot-taken'; readonly span: Span | null }
  | {
      readonly code: 'capacity-exceeded'
      readonly capacity: number | null
      readonly free: number | null
      readonly requested: number | null
    }
  /** Beside the refusals of a pool's nearest unit: how many units gave each. */
  | { readonly code: 'pool-full'; readonly units: number; readonly counts: Readonly<Record<string, number>> }
  | { readonly code: 'change-window-passed'; readonly windowSeconds: Seconds; readonly givenSeconds: Seconds }
  | { readonly code: 'cancel-window-passed'; readonly windowSeconds: Seconds; readonly givenSeconds: Seconds }
  | { readonly code: 'check-in-too-early'; readonly opensAt: Instant }

export interface CapExceeded {
  readonly code: 'cap-exceeded'
  readonly per: 'person' | 'group' | 'institution'
  readonly measure: 'count' | 'seconds'
  readonly period: 'day' | 'week' | 'month' | 'upcoming'
  readonly limit: number
  readonly used: number
  readonly requested: number
}

/** Rules of the quota ledger. */
export type LedgerRefusal =
  | {
      readonly code: 'quota-exhausted'
      readonly needed: Amount | null
      readonly available: Amount | null
      readonly unit: string | null
      readonly accountId: string | null
      readonly periodId: string | null
    }
  | { readonly code: 'period-closed'; readonly periodId: string | null }
  | { readonly code: 'no-period'; readonly at: Instant }
  | { readonly code: 'ledger-mismatch'; readonly expected: string | null; readonly given: string | null }
  | {
      readonly code: 'reversal-exceeds-original'
      readonly original: Amount | null
      readonly reversed: Amount | null
      readonly unit: string | null
    }
  | { readonly code: 'reversal-of-reversal'; readonly transferId: string | null }
  | { readonly code: 'hold-already-resolved'; readonly transferId: string | null }
  | {
      readonly code: 'settle-exceeds-hold'
      readonly held: Amount | null
      readonly asked: Amount | null
      readonly unit: string | null
    }

/** About the request itself: what it names, who asks, in which state the thing is. */
export type RequestRefusal =
  | { readonly code: 'not-found'; readonly noun: string; readonly id: string }
  | { readonly code: 'not-allowed'; readonly verb: string; readonly mayDo: readonly string[] }
  | { readonly code: 'wrong-state'; readonly state: string; readonly allowed: readonly string[] }
  | { readonly code: 'version-stale'; readonly current: number; readonly given: number }
  | { readonly code: 'already-exists'; readonly noun: string; readonly field: string }
  | { readonly code: 'reason-required' }
  | { readonly code: 'idempotency-mismatch' }
  | { readonly code: 'invalid-value'; readonly field: string; readonly fault: string }
  | { readonly code: 'in-use'; readonly noun: string; readonly id: string }
  | { readonly code: 'credentials-wrong' }
  | { readonly code: 'session-ended' }

export type RefusalCode = Refusal['code']

/** The one throwable refusal: it leaves the operation and rolls the transaction's work back. */
export class Refused extends Error {
  readonly refusals: readonly Refusal[]

  constructor(refusals: readonly Refusal[]) {
    super(refusals.map(refusal => refusal.code).join(', '))
    this.name = 'Refused'
    this.refusals = refusals
  }
}

/** Throws the refusals given; shortens the common case of one. */
export function refuse(...refusals: readonly Refusal[]): never {
  throw new Refused(refusals)
}

/** Ends a `switch` over a closed union: a new member does not compile until it is handled. */
export function unreachable(value: never): never {
  throw new Error(`unhandled case ${JSON.stringify(value)}`)
}
