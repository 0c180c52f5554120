import { isDay, isTimeOfDay, minutesOf, minutesPerDay } from './calendar/day.ts'
import type { DayStretch, OpeningHours, WeeklyStretch } from './policy.ts'

/** Ten for each weekday. */
export const weeklyStretchesMax = 70
export const exceptionsMax = 1000
export const exceptionStretchesMax = 10

/** Where a fault stands, as names and positions from the opening hours down: `['exceptions', 3, 'date']`. */
export type FaultPath = readonly (string | number)[]

/** What is wrong with opening hours, as data; `path` (and `other`) point at the offenders. */
export type OpeningFault =
  | {
      readonly code: 'too-many-stretches'
      readonly path: FaultPath
      readonly limit: number
      readonly given: number
    }
  | {
      readonly code: 'too-many-exceptions'
      readonly path: FaultPath
      readonly limit: number
      readonly given: number
    }
  | { readonly code: 'bad-weekday'; readonly path: FaultPath; readonly given: number }
  | { readonly code: 'bad-time'; readonly path: FaultPath; readonly given: string }
  | { readonly code: 'bad-date'; readonly path: FaultPath; readonly given: string }
  | { readonly code: 'overlapping-stretches'; readonly path: FaultPath; readonly other: FaultPath }
  | { readonly code: 'duplicate-exception'; readonly path: FaultPath; readonly other: FaultPath }

/** Minutes on a clock that goes on past midnight, and where they are said. */
interface Placed {
  readonly path: FaultPath
  readonly start: number
  readonly end: number
}

/**
 * Finds what is wrong with opening hours: too many entries, weekdays and times and dates that do not exist,
 * stretches that overlap on the clock (in the week, which closes on itself, or within one exception) and
 * dates excepted twice.
 *
 * An exception may run into the stretches of the date after it. Lists beyond their limit are not looked
 * into further.
 *
 * @returns no faults, or all of them in the order of the hours, so that a person mends the form once.
 */
export function validateOpeningHours(hours: OpeningHours): OpeningFault[] {
  return [...weeklyFaults(hours.weekly), ...exceptionFaults(hours.exceptions)]
}

function weeklyFaults(weekly: readonly WeeklyStretch[]): OpeningFault[] {
  const path = ['weekly']
  if (weekly.length > weeklyStretchesMax) {
    return [{ code: 'too-many-stretches', path, limit: weeklyStretchesMax, given: weekly.length }]
  }
  const single = weekly.flatMap((each, index) => [
    ...weekdayFaults(each.weekday, [...path, index, 'weekday']),
    ...timeFaults(each, [...path, index]),
  ])
  if (single.length > 0) return single
  const placed = weekly.map((each, index) =>
    place(each, (each.weekday - 1) * minutesPerDay, [...path, index]),
  )
  return overlapFaults(placed, 7 * minutesPerDay)
}

function exceptionFaults(exceptions: OpeningHours['exceptions']): OpeningFault[] {
  const path = ['exceptions']
  if (exceptions.length > exceptionsMax) {
    return [{ code: 'too-many-exceptions', path, limit: exceptionsMax, given: exceptions.length }]
  }
  const firstByDate = new Map<string, number>()
  return exceptions.flatMap(({ date, open }, index) => {
    const firstIndex = firstByDate.get(date)
    if (firstIndex === undefined) firstByDate.set(date, index)
    return [
      ...dateFaults(date, [...path, index, 'date']),
      ...(firstIndex === undefined ? [] : [duplicateFault([...path, index], [...path, firstIndex])]),
      ...dayFaults(open, [...path, index, 'open']),
    ]
  })
}

function dayFaults(open: readonly DayStretch[], path: FaultPath): OpeningFault[] {
  if (open.length > exceptionStretchesMax) {
    return [{ code: 'too-many-stretches', path, limit: exceptionStretchesMax, given: open.length }]
  }
  const single = open.flatMap((each, index) => timeFaults(each, [...path, index]))
  if (single.length > 0) return single
  return overlapFaults(
    open.map((each, index) => place(each, 0, [...path, index])),
    Infinity,
  )
}

function weekdayFaults(given: number, path: FaultPath): OpeningFault[] {
  return Number.isInteger(given) && given >= 1 && given <= 7 ? [] : [{ code: 'bad-weekday', path, given }]
}

/** A stretch may end at 24:00, but none begins there: that is 00:00 of the next day. */
function timeFaults({ from, to }: DayStretch, path: FaultPath): OpeningFault[] {
  const faults: OpeningFault[] = []
  if (!isTimeOfDay(from) || from === '24:00')
    faults.push({ code: 'bad-time', path: [...path, 'from'], given: from })
  if (!isTimeOfDay(to)) faults.push({ code: 'bad-time', path: [...path, 'to'], given: to })
  return faults
}

function dateFaults(given: string, path: FaultPath): OpeningFault[] {
  return isDay(given) ? [] : [{ code: 'bad-date', path, given }]
}

function duplicateFault(path: FaultPath, other: FaultPath): OpeningFault {
  return { code: 'duplicate-exception', path, other }
}

function place({ from, to }: DayStretch, midnight: number, path: FaultPath): Placed {
  const start = midnight + minutesOf(from)
  const end = midnight + minutesOf(to)
  return { path, start, end: end > start ? end : end + minutesPerDay }
}

/**
 * Every pair is compared: the limits keep them to a few thousand. `cycle` is the length after which all
 * comes again.
 */
function overlapFaults(placed: readonly Placed[], cycle: number): OpeningFault[] {
  return placed.flatMap((each, index) =>
    placed
      .slice(0, index)
      .filter(other =>
        [-cycle, 0, cycle].some(shift => each.start < other.end + shift && other.start + shift < each.end),
      )
      .map((other): OpeningFault => ({ code: 'overlapping-stretches', path: each.path, other: other.path })),
  )
}
