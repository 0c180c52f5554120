import type { Amount, BasisPoints, Day, Seconds, TimeOfDay } from './units.ts'

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/**
 * A stretch of wall time on one weekday. `to` at or before `from` means that it runs into the next day;
 * `00:00`–`24:00` is the whole local day, whether it has 23, 24 or 25 hours.
 */
export interface WeeklyStretch {
  readonly weekday: Weekday
  readonly from: TimeOfDay
  readonly to: TimeOfDay
}

export interface DayStretch {
  readonly from: TimeOfDay
  readonly to: TimeOfDay
}

/** A date on which other hours hold than the weekday says; no stretches means closed. */
export interface DatedException {
  readonly date: Day
  readonly open: readonly DayStretch[]
  readonly note?: string
}

export interface OpeningHours {
  readonly weekly: readonly WeeklyStretch[]
  readonly exceptions: readonly DatedException[]
}

/** A limit on what one holder may have booked; the request itself counts. */
export interface Cap {
  readonly per: 'person' | 'group' | 'institution'
  readonly measure: 'count' | 'seconds'
  readonly limit: number
  /** In the instrument's zone; a week begins on Monday. `upcoming` counts all that has not ended yet. */
  readonly period: 'day' | 'week' | 'month' | 'upcoming'
  /** Only time inside these stretches counts (prime time). Absent: all of it. */
  readonly window?: readonly WeeklyStretch[]
  /** A booking made this near to its start does not count and is not refused by this cap. */
  readonly exemptWithinSeconds?: Seconds
}

/** The price of one unit by price category, in minor units of `currency` per hour, day or sample. */
export interface Price {
  readonly currency: string
  readonly perUnitMinor: Readonly<Record<string, Amount>>
}

/** The booking rules of an instrument from one date on. A booking keeps the revision it was made under. */
export interface PolicyRules {
  readonly bookingUnit: 'time' | 'day'
  readonly opening: OpeningHours
  /** Starts and ends lie on this grid, counted from local midnight. */
  readonly gridSeconds: Seconds
  readonly shortestSeconds: Seconds
  readonly longestSeconds: Seconds
  /** At least so long between now and the start. */
  readonly noticeSeconds: Seconds
  /** The whole booking ends at most so far from now: a long one cannot reach beyond it. */
  readonly horizonSeconds: Seconds
  /** The booker may change it until so long before the start. */
  readonly changeWindowSeconds: Seconds
  /** Free cancellation until so long before the start; later the booking is cancelled late. */
  readonly cancelWindowSeconds: Seconds
  /**
   * 'refused': a late cancellation is left to staff; 'forfeit': allowed, and `lateCancelForfeit` of the hold
   * is lost.
   */
  readonly lateCancel: 'refused' | 'forfeit'
  readonly lateCancelForfeit: BasisPoints
  readonly noShowForfeit: BasisPoints
  readonly caps: readonly Cap[]
  readonly approval: 'none' | 'staff'
  /** A request waits for approval until min(start, creation + this). */
  readonly approvalHoldSeconds: Seconds
  readonly onBehalf: 'allowed' | 'staff-only'
  readonly attendance: 'as-booked' | 'check-in' | 'metered'
  /** Check-in opens so long before the start. */
  readonly checkInEarlySeconds: Seconds
  /** Without check-in so long after the start it is a no-show. */
  readonly noShowAfterSeconds: Seconds
  readonly chargeFor: 'used' | 'booked' | 'greater'
  readonly chargeFrom: 'start' | 'check-in'
  readonly chargeStepSeconds: Seconds
  readonly prepSeconds: Seconds
  readonly postSeconds: Seconds
  readonly runMode: RunMode
  readonly price?: Price
}

/** Service modes of the national platform (占用共享, 技术共享, 委托共享, 远程共享). */
export type RunMode = 'self-operated' | 'guided' | 'commissioned' | 'remote'
