import type { Schema } from '../../api/schemas.ts'
import { addDays, dayOf, hourMilliseconds, type Span, startOfDay } from '../../time.ts'

type Rules = Schema<'PolicyRules'>

interface At {
  readonly zone: string
  /** Epoch milliseconds. */
  readonly now: number
}

/**
 * What a tap on time most likely means under an instrument's rules: on its grid, no shorter than its
 * shortest, not before its notice is over; whole days where days are booked. What was drawn longer stays so.
 */
export function fitted(span: Span, rules: Rules, { zone, now }: At): Span {
  const earliest = now + rules.noticeSeconds * 1000
  const isCutByNow = span.start < earliest && earliest < span.end
  const from = isCutByNow ? earliest : span.start
  if (rules.bookingUnit === 'day') return wholeDays({ start: from, end: span.end }, zone)
  const grid = rules.gridSeconds * 1000
  const start = ontoGrid(from, grid, zone)
  const length = Math.floor((span.end - start) / grid) * grid
  return { start, end: start + Math.max(length, rules.shortestSeconds * 1000) }
}

/** The first stretch of usual length in free time: an hour, or the shortest that may be booked. */
export function firstOf(free: Span, rules: Rules, at: At): Span {
  const { start, end } = fitted(free, rules, at)
  if (rules.bookingUnit === 'day')
    return { start, end: startOfDay(addDays(dayOf(start, at.zone), 1), at.zone) }
  const usual = start + Math.max(hourMilliseconds, rules.shortestSeconds * 1000)
  return { start, end: Math.min(end, usual) }
}

/** The first of several free spans that holds what may be booked; undefined where none does. */
export const firstFitting = (free: readonly Span[], rules: Rules, at: At): Span | undefined =>
  free.find(span => span.end > at.now && firstOf(span, rules, at).end <= span.end)

/** The same wall time in the first week that lies ahead. */
export function nextWeekOf({ start, end }: Span, { zone, now }: At): Span {
  const weekLater = (at: number, weeks: number) => {
    const day = dayOf(at, zone)
    return startOfDay(addDays(day, 7 * weeks), zone) + (at - startOfDay(day, zone))
  }
  let weeks = 1
  while (weekLater(start, weeks) <= now) weeks++
  return { start: weekLater(start, weeks), end: weekLater(end, weeks) }
}

/** How many local dates a span touches. */
export function daysIn({ start, end }: Span, zone: string): number {
  const last = dayOf(end - 1, zone)
  let count = 1
  for (let day = dayOf(start, zone); day < last; day = addDays(day, 1)) count++
  return count
}

/** So many whole days from a date on. */
export const daysFrom = (day: string, count: number, zone: string): Span => ({
  start: startOfDay(day, zone),
  end: startOfDay(addDays(day, count), zone),
})

/** A day that has begun cannot be booked whole: the next one is meant. */
function wholeDays({ start, end }: Span, zone: string): Span {
  const day = dayOf(start, zone)
  const first = startOfDay(day, zone) < start ? addDays(day, 1) : day
  const last = dayOf(end - 1, zone)
  return daysFrom(first, last > first ? daysIn({ start: startOfDay(first, zone), end }, zone) : 1, zone)
}

/** The next step of the grid, which counts from local midnight; midnight itself is always one. */
function ontoGrid(at: number, grid: number, zone: string): number {
  const day = dayOf(at, zone)
  const midnight = startOfDay(day, zone)
  return Math.min(midnight + Math.ceil((at - midnight) / grid) * grid, startOfDay(addDays(day, 1), zone))
}
