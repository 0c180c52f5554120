import { strict as assert } from 'node:assert'

/** A moment: epoch milliseconds, UTC. */
export type Instant = number & { readonly unit: 'instant' }

/** A length of time, or an amount of instrument time, in whole seconds. */
export type Seconds = number & { readonly unit: 'seconds' }

/** An amount in the smallest unit of a ledger: seconds, cage-days, samples or minor units of money. */
export type Amount = number & { readonly unit: 'amount' }

/** A calendar date `YYYY-MM-DD` without a zone; the zone is named by whoever holds it. */
export type Day = string & { readonly unit: 'day' }

/** A time of day `HH:MM`, from `00:00` to `24:00`. */
export type TimeOfDay = string & { readonly unit: 'time-of-day' }

/** A share in hundredths of a percent: 10000 is the whole. */
export type BasisPoints = number & { readonly unit: 'basis-points' }

export const millisecondsPerSecond = 1000
export const secondsPerHour = 3600 as Seconds
export const secondsPerDay = 86_400 as Seconds
export const basisPointsWhole = 10_000 as BasisPoints

/** Asserts a whole, safe number of milliseconds and brands it. */
export function instant(milliseconds: number): Instant {
  assert(Number.isSafeInteger(milliseconds), 'an instant is a whole number of milliseconds')
  return milliseconds as Instant
}

/** Asserts a whole, safe number of seconds, zero or more, and brands it. */
export function seconds(count: number): Seconds {
  assert(Number.isSafeInteger(count) && count >= 0, 'seconds are whole and not negative')
  return count as Seconds
}

/** Asserts a whole, safe amount (it may be negative, as a difference is) and brands it. */
export function amount(count: number): Amount {
  assert(Number.isSafeInteger(count), 'an amount is a whole number of its smallest unit')
  return count as Amount
}

/** Moves an instant by a number of seconds; negative goes back. */
export function plusSeconds(at: Instant, count: number): Instant {
  return instant(at + count * millisecondsPerSecond)
}
