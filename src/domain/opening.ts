import { strict as assert } from 'node:assert'
import { blockOf, firstInstantAt, lastInstantBefore } from './calendar/almanac.ts'
import { dayMilliseconds, minutesOf, minutesPerDay, serialOf, weekdayOfSerial } from './calendar/day.ts'
import type { DayStretch, OpeningHours, Weekday, WeeklyStretch } from './policy.ts'
import { mergeSpans, span, type Span } from './span.ts'
import { type Instant, instant, millisecondsPerSecond, type Seconds } from './units.ts'
import { localSerial, wallAt, wallOf } from './zone.ts'

/**
 * Ten years: the longest window whose hours are worked out at once. The contract keeps requests far below
 * it.
 */
const openingWindowDaysMax = 3660

/**
 * Minutes on the clock from the midnight that begins the date; `to` is beyond 1440 when it crosses the next
 * one.
 */
interface Minutes {
  readonly from: number
  readonly to: number
}

/** Hours made ready for counting. */
interface Timetable {
  readonly byWeekday: ReadonlyMap<Weekday, readonly Minutes[]>
  /** By the serial number of the date. */
  readonly exceptions: ReadonlyMap<number, readonly Minutes[]>
}

const timetablesOfHours = new WeakMap<OpeningHours, Timetable>()
const timetablesOfStretches = new WeakMap<readonly WeeklyStretch[], Timetable>()

/**
 * The open time within `window`, merged and sorted.
 *
 * An exception replaces all stretches that begin on its date. One that began the evening before still runs
 * across midnight into it, since an overnight run is not broken off by a holiday; to close that night,
 * except the evening.
 *
 * Days of 23 and 25 hours: an edge at a time the clock skips moves to the end of the gap. Of a time the
 * clock shows twice, the opening takes the earlier and the closing the later occurrence, so that the hour
 * counts in full. A closing at the very time at which the repetition begins is not repeated: 00:00–01:00
 * stays one hour when the hour from 01:00 comes twice, and 00:00–24:00 is always exactly the local day.
 *
 * `hours` must have passed `validateOpeningHours` and not be changed afterwards: what is made of them is
 * kept. Asserts a window of at most `openingWindowDaysMax` days and a known zone.
 */
export function openSpans(hours: OpeningHours, zone: string, window: Span): Span[] {
  return spansWithin(timetableOfHours(hours), zone, window)
}

/** Tells whether the whole span is open time, be it of one stretch or of several that touch. */
export function isOpenThroughout(hours: OpeningHours, zone: string, asked: Span): boolean {
  const [first] = openSpans(hours, zone, asked)
  return first !== undefined && first.start === asked.start && first.end === asked.end
}

/**
 * The time within `window` that lies in weekly stretches, as for the prime time of a cap; like `openSpans`.
 */
export function stretchSpans(stretches: readonly WeeklyStretch[], zone: string, window: Span): Span[] {
  return spansWithin(timetableOfStretches(stretches), zone, window)
}

/**
 * Tells whether `at` lies on the grid, which begins anew at every local midnight.
 *
 * Counted on the face of the clock, not in time gone by: 09:00 is on an hourly grid on every day, also
 * where midnight is skipped and after the half hour by which Lord Howe Island shifts its clocks.
 */
export function onGrid(zone: string, gridSeconds: Seconds, at: Instant): boolean {
  assert(gridSeconds > 0, 'a grid has a positive step')
  const wall = wallAt(zone, at)
  const sinceMidnight = wall - Math.floor(wall / dayMilliseconds) * dayMilliseconds
  return sinceMidnight % (gridSeconds * millisecondsPerSecond) === 0
}

function spansWithin(timetable: Timetable, zone: string, window: Span): Span[] {
  assert(window.end - window.start <= openingWindowDaysMax * dayMilliseconds, 'the window is too long')
  // A stretch reaches into the next day, and over the end of that one where a clock falls back across
  // midnight.
  const first = localSerial(zone, window.start) - 2
  const last = localSerial(zone, instant(window.end - 1))
  const found: Span[] = []
  for (let serial = first; serial <= last; serial++) {
    for (const stretch of stretchesOn(timetable, serial)) {
      const start = Math.max(openingOf(zone, serial, stretch), window.start)
      const end = Math.min(closingOf(zone, serial, stretch), window.end)
      if (start < end) found.push(span(start, end))
    }
  }
  return mergeSpans(found)
}

function stretchesOn(timetable: Timetable, serial: number): readonly Minutes[] {
  return timetable.exceptions.get(serial) ?? timetable.byWeekday.get(weekdayOfSerial(serial)) ?? []
}

function openingOf(zone: string, serial: number, { from }: Minutes): number {
  const wall = wallOf(serial, from)
  return firstInstantAt(blockOf(zone, wall), wall)
}

function closingOf(zone: string, serial: number, { to }: Minutes): number {
  const wall = wallOf(serial, to)
  const block = blockOf(zone, wall)
  // Midnight ends the day even where it comes twice (see `localDay`), so that no day's hours reach into the
  // next.
  return to % minutesPerDay === 0 ? firstInstantAt(block, wall) : lastInstantBefore(block, wall)
}

function timetableOfHours(hours: OpeningHours): Timetable {
  const known = timetablesOfHours.get(hours)
  if (known !== undefined) return known
  const exceptions = new Map(hours.exceptions.map(each => [serialOf(each.date), each.open.map(clockMinutes)]))
  const timetable = { byWeekday: weeklyMinutes(hours.weekly), exceptions }
  timetablesOfHours.set(hours, timetable)
  return timetable
}

function timetableOfStretches(stretches: readonly WeeklyStretch[]): Timetable {
  const known = timetablesOfStretches.get(stretches)
  if (known !== undefined) return known
  const timetable = { byWeekday: weeklyMinutes(stretches), exceptions: new Map<number, readonly Minutes[]>() }
  timetablesOfStretches.set(stretches, timetable)
  return timetable
}

function weeklyMinutes(stretches: readonly WeeklyStretch[]): ReadonlyMap<Weekday, readonly Minutes[]> {
  const byWeekday = Map.groupBy(stretches, each => each.weekday)
  return new Map([...byWeekday].map(([weekday, ofDay]) => [weekday, ofDay.map(clockMinutes)]))
}

function clockMinutes(stretch: DayStretch): Minutes {
  const from = minutesOf(stretch.from)
  const to = minutesOf(stretch.to)
  return { from, to: to > from ? to : to + minutesPerDay }
}
