import type { CountedBooking } from './bookingFacts.ts'
import { stretchSpans } from './opening.ts'
import type { Cap } from './policy.ts'
import { intersectSpans, lengthOf, overlaps, type Span, span, totalSeconds } from './span.ts'
import { type Instant, millisecondsPerSecond } from './units.ts'
import { dayBounds, localDay, localDaysOf, monthBounds, weekBounds } from './zone.ts'

export interface CapQuestion {
  readonly request: Span
  readonly bookings: readonly CountedBooking[]
  readonly zone: string
  readonly now: Instant
}

/**
 * What counts in one period: already booked, and added by the request. Bookings or seconds, as the cap
 * measures.
 */
export interface CapCount {
  readonly used: number
  readonly requested: number
}

/**
 * Counts under `cap` for each period that the request touches, by the clock of `zone`. Seconds are clipped to
 * the period and to the cap's weekly window; a booking counts as one in every period in which any of it
 * counts. A booking made within the exemption of its start counts nowhere; one that has ended, be it early,
 * is not upcoming.
 */
export function countUnderCap(cap: Cap, question: CapQuestion): CapCount[] {
  const { request, bookings, zone, now } = question
  if (isExempt(cap, request.start, now)) return []
  const isOver = (each: CountedBooking) => cap.period === 'upcoming' && each.state === 'completed'
  const counted = bookings.filter(each => !isOver(each) && !isExempt(cap, each.start, each.createdAt))
  return capPeriods(cap.period, zone, request, now).map(period => {
    const measure = (booked: Span) => measureIn(cap, booked, period, zone)
    return {
      used: counted.reduce((sum, each) => sum + measure(each), 0),
      requested: measure(request),
    }
  })
}

/** The periods of the cap's kind that `request` touches; `upcoming` is one period from now on. */
export function capPeriods(kind: Cap['period'], zone: string, request: Span, now: Instant): Span[] {
  switch (kind) {
    case 'upcoming':
      return [span(now, Math.max(now, request.end) + farAhead)]
    case 'day':
      return localDaysOf(zone, request).map(day => dayBounds(zone, day))
    case 'week':
      return stepThrough(request, at => weekBounds(zone, localDay(zone, at)))
    case 'month':
      return stepThrough(request, at => monthBounds(zone, localDay(zone, at)))
    default:
      return kind satisfies never
  }
}

/** Ten years: beyond any horizon. */
const farAhead = 10 * 366 * 86_400 * millisecondsPerSecond

function stepThrough(request: Span, periodAt: (at: Instant) => Span): Span[] {
  const periods: Span[] = []
  for (let at = request.start; at < request.end; at = (periods.at(-1) as Span).end) periods.push(periodAt(at))
  return periods
}

function measureIn(cap: Cap, booked: Span, period: Span, zone: string): number {
  if (!overlaps(booked, period)) return 0
  const clipped = span(Math.max(booked.start, period.start), Math.min(booked.end, period.end))
  const inside = cap.window === undefined ? lengthOf(clipped) : secondsInWindow(cap.window, clipped, zone)
  if (cap.measure === 'seconds') return inside
  return inside > 0 ? 1 : 0
}

function secondsInWindow(window: NonNullable<Cap['window']>, booked: Span, zone: string) {
  return totalSeconds(intersectSpans([booked], stretchSpans(window, zone, booked)))
}

function isExempt(cap: Cap, start: Instant, madeAt: Instant): boolean {
  const { exemptWithinSeconds } = cap
  return exemptWithinSeconds !== undefined && start - madeAt <= exemptWithinSeconds * millisecondsPerSecond
}
