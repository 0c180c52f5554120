import type { BookingRequest, BookingState, DecisionKind, QuotaMode } from './booking.ts'
import type { MayBook, OperatingState } from './instrument.ts'
import type { LotBalance, PeriodSpan } from './ledger/lots.ts'
import type { Cap, PolicyRules } from './policy.ts'
import type { Refusal } from './refusal.ts'
import type { Span } from './span.ts'
import type { Day, Instant, Seconds } from './units.ts'

export interface InstrumentFacts {
  readonly id: string
  readonly institutionId: string
  readonly poolId: string | null
  readonly resourceClass: string
  readonly exclusive: boolean
  readonly capacity: number
  readonly turnaroundSeconds: Seconds
  readonly zone: string
  readonly operatingState: OperatingState
  readonly mayBook: Readonly<Record<OperatingState, MayBook>>
  readonly invitedProjectIds: readonly string[]
  readonly customsSupervisedUntil: Day | null
}

export interface ProjectFacts {
  readonly id: string
  readonly groupId: string
  readonly institutionId: string
  readonly startsOn: Day
  readonly endsOn: Day | null
}

export interface SharingTermFacts {
  readonly id: string | null
  readonly audience: 'own' | 'alliance' | 'partners' | 'registered'
  readonly allianceId: string | null
  readonly priceCategory: string
  readonly quota: QuotaMode
}

export interface MembershipFacts {
  readonly allianceId: string
  readonly right: 'full' | 'observer'
}

export interface AgreementFacts {
  readonly id: string
  readonly allianceId: string
  readonly startsOn: Day
  readonly endsOn: Day | null
  readonly partyIds: readonly string[]
}

/** A live booking near the request, by the time and places it keeps. */
export interface Neighbour {
  readonly start: Instant
  readonly occupiedUntil: Instant
  readonly places: number
}

/** A booking that may count under a cap. */
export interface CountedBooking {
  readonly start: Instant
  readonly end: Instant
  readonly createdAt: Instant
  readonly state: BookingState
}

/** A cap with the live bookings of its holder that touch the caps' periods. */
export interface CapUse {
  readonly cap: Cap
  readonly bookings: readonly CountedBooking[]
}

/** Who the time is for, once project, group and institution are known. */
export interface Holder {
  readonly institutionId: string | null
  readonly groupId: string | null
}

/**
 * The quota side: periods of the paying ledger and the balances of all who could pay, nearest holder first.
 */
export interface QuotaFacts {
  readonly mode: 'tracked' | 'enforced'
  readonly unit: string
  readonly periods: readonly PeriodSpan[]
  readonly payers: readonly (readonly LotBalance[])[]
}

/** Everything a decision rests on, read in the transaction that will store the answer. */
export interface BookingFacts {
  readonly kind: DecisionKind
  readonly instrument: InstrumentFacts
  readonly rules: PolicyRules
  /** The booker is staff of the instrument. */
  readonly staff: boolean
  /** The local day on which the booking starts, by the instrument's clock. */
  readonly startDay: Day
  readonly holder: Holder
  readonly project: ProjectFacts | null
  /** Which projects the person could name, when none was named and none is the default. */
  readonly unclearProjectIds: readonly string[]
  readonly personOnProject: boolean
  /** Who books is the user, on the project that pays or, without one, of the same institution. */
  readonly bookerShares: boolean
  readonly term: SharingTermFacts | null
  /** Of the alliance that the request names or the agreement binds. */
  readonly membership: MembershipFacts | null
  readonly agreement: AgreementFacts | null
  readonly outages: readonly (Span & { readonly id: string })[]
  readonly neighbours: readonly Neighbour[]
  readonly caps: readonly CapUse[]
  readonly quota: QuotaFacts | null
}

/** One booking rule: a refusal, several, or nothing. Pure; named like its refusal. */
export type Rule = (
  request: BookingRequest,
  facts: BookingFacts,
  now: Instant,
) => Refusal | readonly Refusal[] | undefined

/** What the rules about time rest on. */
export interface TimeFacts extends Pick<BookingFacts, 'kind' | 'rules'> {
  readonly instrument: Pick<InstrumentFacts, 'zone'>
}

/** A booking rule about time alone, which can also be asked of bookings that stand. */
export type TimeRule = (
  request: Pick<BookingRequest, 'start' | 'end'>,
  facts: TimeFacts,
  now: Instant,
) => Refusal | readonly Refusal[] | undefined
