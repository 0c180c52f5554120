import { strict as assert } from 'node:assert'
import { type AlmanacBlock, blockOf, blockOfSerial, lastNotAfter } from './calendar/almanac.ts'
import {
  dayMilliseconds,
  dayOf,
  minuteMilliseconds,
  minutesOf,
  monthSerials,
  serialOf,
  twoDigits,
  weekdayOfSerial,
} from './calendar/day.ts'
import { span, type Span } from './span.ts'
import { type Day, type Instant, instant, millisecondsPerSecond, type TimeOfDay } from './units.ts'

/**
 * What a wall time means in a zone: one instant, none (the clock jumped over it) or two (the clock fell
 * back).
 */
export type WallTimeMeaning =
  | { readonly kind: 'instant'; readonly at: Instant }
  | { readonly kind: 'skipped' }
  | { readonly kind: 'repeated'; readonly earlier: Instant; readonly later: Instant }

/**
 * The local day in which `at` lies. Days part time without gap or overlap: where a clock fell back across
 * midnight (St. John's until 2011) the day begun stays begun, though the clock shows the evening before for
 * an hour. Asserts that the zone is known (`isKnownZone`), as all functions here do.
 */
export function localDay(zone: string, at: Instant): Day {
  const block = blockOf(zone, at)
  return block.days[lastNotAfter(block.dayStarts, at)] as Day
}

/** `localDay` as the number of days since 1970-01-01, for loops over days. */
export function localSerial(zone: string, at: Instant): number {
  const block = blockOf(zone, at)
  return block.firstSerial + lastNotAfter(block.dayStarts, at)
}

/** The local days that `window` touches, in order and without those that the zone skipped. */
export function localDaysOf(zone: string, window: Span): Day[] {
  const days: Day[] = []
  let at = window.start
  while (at < window.end) {
    const day = localDay(zone, at)
    days.push(day)
    at = dayBounds(zone, day).end
  }
  return days
}

/** Tells whether the zone has this date at all: Apia went from 2011-12-29 straight to 2011-12-31. */
export function dayExists(zone: string, day: Day): boolean {
  const serial = serialOf(day)
  return startOfSerial(zone, serial) < startOfSerial(zone, serial + 1)
}

/**
 * The whole local day: 23, 24 or 25 hours; it begins at 01:00 where midnight is skipped (São Paulo until
 * 2018). Asserts that the day exists: a `localDay` always does, a day from outside is asked for with
 * `dayExists`.
 */
export function dayBounds(zone: string, day: Day): Span {
  assert(dayExists(zone, day), 'the zone skipped this day')
  const serial = serialOf(day)
  return span(startOfSerial(zone, serial), startOfSerial(zone, serial + 1))
}

/** The week of `day`, from Monday to Monday. */
export function weekBounds(zone: string, day: Day): Span {
  const serial = serialOf(day)
  const monday = serial - weekdayOfSerial(serial) + 1
  return span(startOfSerial(zone, monday), startOfSerial(zone, monday + 7))
}

/** The calendar month of `day`. */
export function monthBounds(zone: string, day: Day): Span {
  const { first, next } = monthSerials(day)
  return span(startOfSerial(zone, first), startOfSerial(zone, next))
}

/**
 * Finds the instant of a date and time on the clock; 24:00 is 00:00 of the next date.
 *
 * @param choice - which of two to take when the clock shows the time twice; left out, the answer says
 * 'repeated'.
 */
export function resolveWallTime(
  zone: string,
  day: Day,
  time: TimeOfDay,
  choice?: 'earlier' | 'later',
): WallTimeMeaning {
  const wall = wallOf(serialOf(day), minutesOf(time))
  const [earlier, later] = instantsShowing(blockOf(zone, wall), wall)
  if (earlier === undefined) return { kind: 'skipped' }
  if (later === undefined || choice === 'earlier') return { kind: 'instant', at: earlier }
  return choice === 'later' ? { kind: 'instant', at: later } : { kind: 'repeated', earlier, later }
}

/**
 * A date and time on the clock in milliseconds as if it were UTC: comparable and countable, but no instant.
 */
export function wallOf(serial: number, minutes: number): number {
  return serial * dayMilliseconds + minutes * minuteMilliseconds
}

/** What the clock of the zone shows at `at`, in the form of `wallOf`. */
export function wallAt(zone: string, at: Instant): number {
  const { shiftStarts, offsets } = blockOf(zone, at)
  return at + (offsets[lastNotAfter(shiftStarts, at)] as number)
}

/**
 * Writes an instant as RFC 3339 with the zone's offset, to the second, or to the millisecond where there
 * are any. The offset is rounded to whole minutes, which matters for local mean times before 1972; the
 * instant stays exact.
 */
export function formatInstant(zone: string, at: Instant): string {
  const offsetMinutes = Math.round((wallAt(zone, at) - at) / minuteMilliseconds)
  const wall = at + offsetMinutes * minuteMilliseconds
  const serial = Math.floor(wall / dayMilliseconds)
  const milliseconds = wall - serial * dayMilliseconds
  const clock = formatClock(Math.floor(milliseconds / millisecondsPerSecond))
  const fraction = milliseconds % millisecondsPerSecond
  const fractionText = fraction === 0 ? '' : `.${String(fraction).padStart(3, '0')}`
  const sign = offsetMinutes < 0 ? '-' : '+'
  const distance = Math.abs(offsetMinutes)
  const offset = `${sign}${twoDigits(Math.floor(distance / 60))}:${twoDigits(distance % 60)}`
  return `${dayOf(serial)}T${clock}${fractionText}${offset}`
}

function startOfSerial(zone: string, serial: number): number {
  const block = blockOfSerial(zone, serial)
  return block.dayStarts[serial - block.firstSerial] as number
}

function instantsShowing(block: AlmanacBlock, wall: number): Instant[] {
  const candidates = block.offsets.map((offset, index) => ({ at: wall - offset, index }))
  return candidates
    .filter(({ at, index }) => lastNotAfter(block.shiftStarts, at) === index)
    .map(({ at }) => instant(at))
}

function formatClock(secondsOfDay: number): string {
  const minutes = Math.floor(secondsOfDay / 60)
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}:${twoDigits(secondsOfDay % 60)}`
}
