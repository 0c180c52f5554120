import { strict as assert } from 'node:assert'
import type { Weekday } from '../policy.ts'
import type { Day, Instant, TimeOfDay } from '../units.ts'

/** Days are accepted from here… A typing error such as 0202-01-01 is refused at the door by `isDay`. */
export const dayEarliest = '1900-01-01' as Day
/** …up to here. */
export const dayLatest = '2199-12-31' as Day
/** Instants are asked about from here, the beginning of `dayEarliest` in UTC… */
export const instantEarliest = Date.UTC(1900, 0, 1) as Instant
/**
 * …up to here, the end of `dayLatest` in UTC. Give or take a year: whole blocks of the almanac are let
 * through.
 */
export const instantLatest = Date.UTC(2200, 0, 1) as Instant

export const dayMilliseconds = 86_400_000
export const minuteMilliseconds = 60_000
export const minutesPerDay = 1440

/**
 * Tells whether `text` is a date of the calendar, written `YYYY-MM-DD`, between `dayEarliest` and
 * `dayLatest`.
 */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < dayEarliest || text > dayLatest) return false
  return dayOf(parseSerial(text)) === text
}

/** Tells whether `text` is a time of day `HH:MM`, from `00:00` to `24:00`. */
export function isTimeOfDay(text: string): text is TimeOfDay {
  return /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/.test(text)
}

/** Minutes from 00:00 to `time` on the clock face; asserts that it is a time of day. */
export function minutesOf(time: TimeOfDay): number {
  assert(isTimeOfDay(time), 'a time of day is HH:MM, from 00:00 to 24:00')
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}

/** The number of days from 1970-01-01 to `day`; negative before. Asserts that the date exists. */
export function serialOf(day: Day): number {
  assert(isDay(day), 'a day is a date of the calendar, within the years we handle')
  return parseSerial(day)
}

/**
 * The date so many days after 1970-01-01; the inverse of `serialOf`.
 *
 * Counts in eras of 400 years whose years begin in March, so that the leap day comes last
 * (Howard Hinnant, "chrono-compatible low-level date algorithms").
 */
export function dayOf(serial: number): Day {
  const daysSinceEra0 = serial + 719_468
  const era = Math.floor(daysSinceEra0 / 146_097)
  const dayOfEra = daysSinceEra0 - era * 146_097
  const leapDays =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096)
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const date = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${year}-${twoDigits(month)}-${twoDigits(date)}` as Day
}

/**
 * The date after `day` on the calendar, whether or not a zone skipped it (see `dayExists` and
 * `localDaysOf`).
 */
export function nextDay(day: Day): Day {
  return dayOf(serialOf(day) + 1)
}

/** The date before `day` on the calendar; like `nextDay`. */
export function previousDay(day: Day): Day {
  return dayOf(serialOf(day) - 1)
}

/** Days from `from` to `to` on the calendar; negative when `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
  return serialOf(to) - serialOf(from)
}

export function weekdayOf(day: Day): Weekday {
  return weekdayOfSerial(serialOf(day))
}

/** The weekday of a day given by its serial number: 1970-01-01 was a Thursday. */
export function weekdayOfSerial(serial: number): Weekday {
  return (((((serial + 3) % 7) + 7) % 7) + 1) as Weekday
}

/** Serial numbers of the first day of the month of `day` and of the month after it. */
export function monthSerials(day: Day): { readonly first: number; readonly next: number } {
  const date = Number(day.slice(8))
  const first = serialOf(day) - date + 1
  // The 1st and 31 days on is always in the next month; its date says how far it overshot.
  const beyond = first + 31
  return { first, next: beyond - Number(dayOf(beyond).slice(8)) + 1 }
}

/** Two digits, as dates and clocks write them. */
export function twoDigits(count: number): string {
  return count < 10 ? `0${count}` : `${count}`
}

function parseSerial(text: string): number {
  return (
    Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)) - 1, Number(text.slice(8))) / dayMilliseconds
  )
}
