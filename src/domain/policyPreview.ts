import type { TimeRule } from './bookingFacts.ts'
import type { PolicyRules } from './policy.ts'
import type { RefusalCode } from './refusal.ts'
import { beyondHorizon } from './rules/beyond-horizon.ts'
import { instrumentNotOpen } from './rules/instrument-not-open.ts'
import { noticeTooShort } from './rules/notice-too-short.ts'
import { offGrid } from './rules/off-grid.ts'
import { tooLong } from './rules/too-long.ts'
import { tooShort } from './rules/too-short.ts'
import type { Span } from './span.ts'
import type { Instant } from './units.ts'

/** The rules that need nothing but the time asked for and the moment of asking, in the order of booking. */
const TIME_RULES: readonly TimeRule[] = [
  offGrid,
  tooShort,
  tooLong,
  noticeTooShort,
  beyondHorizon,
  instrumentNotOpen,
]

const examplesMax = 20

/** A booking that stands or stood, as far as rules about time look at it. */
export interface JudgedBooking extends Span {
  readonly id: string
  /** When it was asked for: notice and horizon count from here. */
  readonly createdAt: Instant
}

/** A booking that the rules would not have taken, with every rule that speaks against it. */
export interface Offender<Booking extends JudgedBooking> {
  readonly booking: Booking
  readonly codes: readonly RefusalCode[]
}

/** How many bookings one rule would have refused, with the first of them. */
export interface RefusedByCode<Booking extends JudgedBooking> {
  readonly code: RefusalCode
  readonly count: number
  readonly examples: readonly Booking[]
}

/**
 * Those of `bookings` that rules about time would refuse, had they been in force when each was asked for.
 *
 * Pure. Rules about persons, caps, quota and neighbours are not asked: they looked at what stood then.
 */
export function offendersAgainst<Booking extends JudgedBooking>(
  rules: PolicyRules,
  zone: string,
  bookings: readonly Booking[],
): Offender<Booking>[] {
  const facts = { kind: 'new', rules, instrument: { zone } } as const
  return bookings.flatMap(booking => {
    const refusals = TIME_RULES.flatMap(rule => rule(booking, facts, booking.createdAt) ?? [])
    const codes = [...new Set(refusals.map(refusal => refusal.code))]
    return codes.length > 0 ? [{ booking, codes }] : []
  })
}

/** Offenders by the rule broken, most frequent first; one that breaks two rules counts under both. */
export function offendersByCode<Booking extends JudgedBooking>(
  offenders: readonly Offender<Booking>[],
): RefusedByCode<Booking>[] {
  const pairs = offenders.flatMap(({ booking, codes }) => codes.map(code => ({ code, booking })))
  return [...Map.groupBy(pairs, pair => pair.code)]
    .map(([code, found]) => ({
      code,
      count: found.length,
      examples: found.slice(0, examplesMax).map(({ booking }) => booking),
    }))
    .toSorted((a, b) => b.count - a.count)
}
