import { nextDay } from '../calendar/day.ts'
import { intersect, type Span } from '../span.ts'
import type { Day, Instant } from '../units.ts'
import { dayBounds, dayExists, localDay, monthBounds } from '../zone.ts'

/**
 * An edge of a report's window: a moment, or the local midnight that begins a day, in each host's own zone.
 */
export type Edge = Instant | Day

/** Half-open, like every span: `end` itself is outside, also where it is a day. */
export interface ReportWindow {
  readonly start: Edge
  readonly end: Edge
}

/** The window of one zone; undefined when nothing lies between its edges. */
export function windowIn(zone: string, { start, end }: ReportWindow): Span | undefined {
  const [from, to] = [beginningOf(zone, start), beginningOf(zone, end)]
  return from < to ? { start: from, end: to } : undefined
}

/** The calendar months of a window in the host's zone, the first and last one cut to it. */
export function monthsOf(zone: string, window: Span): Span[] {
  const months: Span[] = []
  let at = window.start
  while (at < window.end) {
    const month = monthBounds(zone, localDay(zone, at))
    const part = intersect(month, window)
    if (part !== undefined) months.push(part)
    at = month.end
  }
  return months
}

/** The moment of an edge; of a day that the zone skipped, the midnight after it. */
export function beginningOf(zone: string, edge: Edge): Instant {
  if (typeof edge === 'number') return edge
  return dayBounds(zone, dayExists(zone, edge) ? edge : nextDay(edge)).start
}
