import type { Day } from './units.ts'

/** From the first day to the last, both counted; without a last day it goes on. */
export interface Dates {
  readonly startsOn: Day
  readonly endsOn: Day | null
}

/** Days are `YYYY-MM-DD` and so compare as texts. */
export const shareADay = (one: Dates, other: Dates) =>
  (one.endsOn === null || other.startsOn <= one.endsOn) &&
  (other.endsOn === null || one.startsOn <= other.endsOn)

/** Whether every day of `inner` is one of `outer`. */
export const liesWithin = (inner: Dates, outer: Dates) =>
  outer.startsOn <= inner.startsOn &&
  (outer.endsOn === null || (inner.endsOn !== null && inner.endsOn <= outer.endsOn))

/** Whether `day` is one of them. */
export const holdsOn = (dates: Dates, day: Day) =>
  dates.startsOn <= day && (dates.endsOn === null || day <= dates.endsOn)

/** False where the last day lies before the first. */
export const areInOrder = (dates: Dates) => dates.endsOn === null || dates.startsOn <= dates.endsOn
