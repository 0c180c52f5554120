import type { InstrumentTime, UserTime } from './time.ts'

/** A quotient with its parts, so that it can be added up over rows and printed to any number of places. */
export interface Ratio {
  readonly numerator: number
  readonly denominator: number
  /** Null when the denominator is 0: an instrument that was never open was not 0 % used. */
  readonly value: number | null
}

export const ratioOf = (numerator: number, denominator: number): Ratio => ({
  numerator,
  denominator,
  value: denominator === 0 ? null : numerator / denominator,
})

/** Metrics of a user's part; over all users they are the instrument's. */
export interface UserMetrics {
  /** Reserved time that was used, by whomever: used in reservation / reserved. */
  readonly bookingAccuracy: Ratio
  /** No-shows / bookings that reached their start. */
  readonly noShowRate: Ratio
  /** No-show time / reserved. */
  readonly noShowTime: Ratio
  /** Late-cancelled and not re-used / reserved. */
  readonly lateCancelLoss: Ratio
  /** Used outside any reservation / used. */
  readonly walkInUse: Ratio
  /** 共享率: used by institutions other than the host / used. */
  readonly sharedShare: Ratio
  readonly memberShare: Ratio
  readonly outsiderShare: Ratio
}

export interface InstrumentMetrics extends UserMetrics {
  /** Available / open. */
  readonly availability: Ratio
  /** Reserved / available. */
  readonly bookingRate: Ratio
  /** 时段占用率: used / available. */
  readonly utilization: Ratio
  readonly utilizationOfOpen: Ratio
  readonly utilizationOfCalendar: Ratio
  readonly idleRate: Ratio
  readonly plannedDownRate: Ratio
  readonly unplannedDownRate: Ratio
  /** Place-seconds used per failure (MTBF). */
  readonly usedBetweenFailures: Ratio
  /** Seconds by the clock per failure (MTTR). */
  readonly timeToRepair: Ratio
}

export function userMetricsOf(time: UserTime): UserMetrics {
  const { usedSeconds: used, reservedSeconds: reserved } = time
  return {
    bookingAccuracy: ratioOf(time.usedInReservationSeconds, reserved),
    noShowRate: ratioOf(time.noShows, time.bookings),
    noShowTime: ratioOf(time.noShowSeconds, reserved),
    lateCancelLoss: ratioOf(time.lateCancelSeconds, reserved),
    walkInUse: ratioOf(used - time.usedInReservationSeconds, used),
    sharedShare: ratioOf(time.usedByMembersSeconds + time.usedByOutsidersSeconds, used),
    memberShare: ratioOf(time.usedByMembersSeconds, used),
    outsiderShare: ratioOf(time.usedByOutsidersSeconds, used),
  }
}

/** The metrics of a report's total. Ratios of a sum of instruments weigh each by its hours (Σ/Σ). */
export function metricsOf(time: InstrumentTime): InstrumentMetrics {
  const { openSeconds: open, availableSeconds: available, usedSeconds: used } = time
  return {
    ...userMetricsOf(time),
    availability: ratioOf(available, open),
    bookingRate: ratioOf(time.reservedSeconds, available),
    utilization: ratioOf(used, available),
    utilizationOfOpen: ratioOf(used, open),
    utilizationOfCalendar: ratioOf(used, time.calendarSeconds),
    idleRate: ratioOf(time.idleSeconds, available),
    plannedDownRate: ratioOf(time.plannedDownSeconds, open),
    unplannedDownRate: ratioOf(time.unplannedDownSeconds, open),
    usedBetweenFailures: ratioOf(used, time.failures),
    timeToRepair: ratioOf(time.repairSeconds, time.failures),
  }
}

/** The share of one institution or alliance in what all used. */
export const shareOf = (part: UserTime, whole: UserTime): Ratio =>
  ratioOf(part.usedSeconds, whole.usedSeconds)
