import type { PolicyRules } from './policy.ts'
import { lengthOf, type Span, span } from './span.ts'
import { type Instant, instant, millisecondsPerSecond, plusSeconds } from './units.ts'
import { dayBounds, localDay, wallAt } from './zone.ts'

/** Another place where the same length of time is free. */
export interface Alternative extends Span {
  readonly instrumentId: string
  readonly zone: string
}

export interface FreeInstrument {
  readonly instrumentId: string
  readonly zone: string
  readonly rules: PolicyRules
  /** Spans in which a booking of the wanted places may lie. */
  readonly free: readonly Span[]
}

export interface AlternativesQuestion {
  readonly wanted: Span
  /** The instrument asked for, whose alternatives come first when equally near. */
  readonly preferredId: string | null
  readonly now: Instant
  readonly limit: number
}

/**
 * Bookings of the wanted length that would fit, nearest start first, then on the instrument asked for, then
 * by id. They lie on the grid and within notice and horizon, and those of one instrument do not overlap each
 * other, so that several people can each take one.
 */
export function nearestAlternatives(instruments: readonly FreeInstrument[], question: AlternativesQuestion) {
  const rank = (each: Alternative) => (each.instrumentId === question.preferredId ? 0 : 1)
  const distance = (each: Alternative) => Math.abs(each.start - question.wanted.start)
  return instruments
    .flatMap(instrument => fittingIn(instrument, question))
    .toSorted(
      (a, b) => distance(a) - distance(b) || rank(a) - rank(b) || (a.instrumentId < b.instrumentId ? -1 : 1),
    )
    .slice(0, question.limit)
}

function fittingIn(instrument: FreeInstrument, question: AlternativesQuestion): Alternative[] {
  const { rules, instrumentId } = instrument
  const { wanted, now } = question
  const earliest = plusSeconds(now, rules.noticeSeconds)
  const latestEnd = plusSeconds(now, rules.horizonSeconds)
  const found: Alternative[] = []
  for (const free of instrument.free) {
    let start = nextStart(instrument, instant(Math.max(free.start, earliest)))
    for (;;) {
      const end = endOf(instrument, start, wanted)
      if (end > free.end || end > latestEnd) break
      found.push({ instrumentId, zone: instrument.zone, start, end })
      start = nextStart(instrument, end)
    }
  }
  return found
}

/** The first instant from `at` on at which a booking may start. */
function nextStart({ zone, rules }: FreeInstrument, at: Instant): Instant {
  if (rules.bookingUnit === 'day') {
    const day = dayBounds(zone, localDay(zone, at))
    return day.start === at ? at : day.end
  }
  const grid = rules.gridSeconds * millisecondsPerSecond
  const past = ((wallAt(zone, at) % grid) + grid) % grid
  return past === 0 ? at : instant(at + grid - past)
}

/** The same length; where whole days are booked, the same number of them. */
function endOf({ zone, rules }: FreeInstrument, start: Instant, wanted: Span): Instant {
  if (rules.bookingUnit === 'time') return plusSeconds(start, lengthOf(wanted))
  let day = span(wanted.start, wanted.end)
  let end = start
  do {
    end = dayBounds(zone, localDay(zone, end)).end
    const rest = dayBounds(zone, localDay(zone, day.start)).end
    if (rest >= day.end) break
    day = span(rest, day.end)
  } while (day.start < day.end)
  return end
}
