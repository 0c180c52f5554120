import type { UserKey } from './facts.ts'
import { type Seconds, seconds } from '../units.ts'

/**
 * The part of an instrument's time that belongs to somebody, in place-seconds: one place for one second.
 * Every column can be added over users, instruments and periods.
 */
export interface UserTime {
  /** R: held by bookings that were still confirmed when the late-cancel window opened. */
  readonly reservedSeconds: Seconds
  /** U: really used while the instrument was available; it stands with the user of the run. */
  readonly usedSeconds: Seconds
  /** The part of `usedSeconds` on a reserved place, whoever reserved it. */
  readonly usedInReservationSeconds: Seconds
  /** The part of `usedSeconds` had by other institutions through an alliance. */
  readonly usedByMembersSeconds: Seconds
  /** The part of `usedSeconds` had by other institutions outside any alliance. */
  readonly usedByOutsidersSeconds: Seconds
  /** NS, LC, EF: reserved and unused; they stand with the booking's user. EF holds late starts as well. */
  readonly noShowSeconds: Seconds
  readonly lateCancelSeconds: Seconds
  readonly earlyFinishSeconds: Seconds
  /** Used while closed, down or out of service: listed apart, in no sum with open time. */
  readonly offHoursSeconds: Seconds
  /** Counted where they begin: runs, bookings that reached their start (no-shows too), … */
  readonly runs: number
  readonly bookings: number
  readonly noShows: number
  readonly lateCancels: number
}

/**
 * All time of an instrument: open = planned down + unplanned down + used + no-show + late-cancel
 * + early-finish + idle.
 */
export interface InstrumentTime extends UserTime {
  /** T: in service, open or not. */
  readonly calendarSeconds: Seconds
  /** O: open for use by its calendar. */
  readonly openSeconds: Seconds
  readonly plannedDownSeconds: Seconds
  /** Failures, without what a planned outage covers. */
  readonly unplannedDownSeconds: Seconds
  /** A: open and not down. */
  readonly availableSeconds: Seconds
  /** I: available, neither used nor reserved; turnaround falls in here. */
  readonly idleSeconds: Seconds
  /** Failures that began, and how long they lasted by the clock: open or not, one place or many. */
  readonly failures: number
  readonly repairSeconds: Seconds
}

/** A report's body: what became of the time, and whose it was. Users are sorted, each pair of ids once. */
export interface Utilization {
  readonly total: InstrumentTime
  readonly users: readonly UserUtilization[]
}

export interface UserUtilization extends UserKey {
  readonly time: UserTime
}

export type UserColumn = keyof UserTime
export type InstrumentColumn = keyof InstrumentTime

const NO_USER_TIME: Readonly<Record<UserColumn, 0>> = {
  reservedSeconds: 0,
  usedSeconds: 0,
  usedInReservationSeconds: 0,
  usedByMembersSeconds: 0,
  usedByOutsidersSeconds: 0,
  noShowSeconds: 0,
  lateCancelSeconds: 0,
  earlyFinishSeconds: 0,
  offHoursSeconds: 0,
  runs: 0,
  bookings: 0,
  noShows: 0,
  lateCancels: 0,
}

const NO_INSTRUMENT_TIME: Readonly<Record<InstrumentColumn, 0>> = {
  calendarSeconds: 0,
  openSeconds: 0,
  plannedDownSeconds: 0,
  unplannedDownSeconds: 0,
  availableSeconds: 0,
  idleSeconds: 0,
  failures: 0,
  repairSeconds: 0,
  ...NO_USER_TIME,
}

export const USER_COLUMNS = Object.keys(NO_USER_TIME) as readonly UserColumn[]
export const INSTRUMENT_COLUMNS = Object.keys(NO_INSTRUMENT_TIME) as readonly InstrumentColumn[]

/** A sum in the making; `userTime` and `instrumentTime` close it. */
export type UserTally = Record<UserColumn, number>
export type InstrumentTally = Record<InstrumentColumn, number>

export const emptyUserTally = (): UserTally => ({ ...NO_USER_TIME })
export const emptyInstrumentTally = (): InstrumentTally => ({ ...NO_INSTRUMENT_TIME })

/** Adds every user column of `more` to `tally`; an instrument's tally takes what its users had. */
export function addUserTime(tally: UserTally, more: Readonly<UserTally>): void {
  for (const column of USER_COLUMNS) tally[column] += more[column]
}

export function addInstrumentTime(tally: InstrumentTally, more: Readonly<InstrumentTally>): void {
  for (const column of INSTRUMENT_COLUMNS) tally[column] += more[column]
}

/** Closes a sum; asserts that each column is still an exact whole number. */
export function userTime(tally: Readonly<UserTally>): UserTime {
  for (const column of USER_COLUMNS) seconds(tally[column])
  return tally as UserTime
}

export function instrumentTime(tally: Readonly<InstrumentTally>): InstrumentTime {
  for (const column of INSTRUMENT_COLUMNS) seconds(tally[column])
  return tally as InstrumentTime
}
