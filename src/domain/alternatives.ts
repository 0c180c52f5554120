import type { PolicyRules } from './policy.ts'
import { intersect, lengthOf, type Span } from './span.ts'
import type { Term } from './terms.ts'
import { type Instant, instant, millisecondsPerSecond, plusSeconds } from './units.ts'
import { dayBounds, localDay, localDaysOf, wallAt } from './zone.ts'

/** Another place where the same length of time is free. */
export interface Alternative extends Span {
  readonly instrumentId: string
  readonly zone: string
}

export interface FreeInstrument {
  readonly instrumentId: string
  readonly zone: string
  /** The rules in force, apart and in order: those at a booking's start say what grid and notice it needs. */
  readonly terms: readonly Term[]
  /** Spans in which a booking of the wanted places may lie, apart and in order. */
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
 * by id, then the earlier. They lie on the grid and within notice and horizon, and those of one instrument do
 * not overlap each other, so that several people can each take one: from the start wanted they follow each
 * other closely both ways. Of each instrument no more is looked at than is needed to fill the limit.
 */
export function nearestAlternatives(
  instruments: readonly FreeInstrument[],
  question: AlternativesQuestion,
): Alternative[] {
  const distance = ({ start }: Span) => Math.abs(start - question.wanted.start)
  const preferred = ({ instrumentId }: Alternative) => (instrumentId === question.preferredId ? 0 : 1)
  const inOrder = (a: Alternative, b: Alternative) =>
    distance(a) - distance(b) ||
    preferred(a) - preferred(b) ||
    (a.instrumentId < b.instrumentId ? -1 : Number(a.instrumentId > b.instrumentId)) ||
    a.start - b.start
  const lines = instruments.flatMap(instrument => linesFrom(instrument, question))
  return mergedInOrder(lines, inOrder, question.limit)
}

/** The first of several lines, each of which is in order; one step is taken in a line for each one found. */
function mergedInOrder<Item>(
  lines: readonly Iterator<Item, undefined>[],
  inOrder: (a: Item, b: Item) => number,
  limit: number,
): Item[] {
  const heads = lines.flatMap(line => {
    const head = line.next().value
    return head === undefined ? [] : [{ head, line }]
  })
  const byHead = (a: { readonly head: Item }, b: { readonly head: Item }) => inOrder(a.head, b.head)
  heads.sort(byHead)
  const found: Item[] = []
  while (found.length < limit) {
    const nearest = heads.shift()
    if (nearest === undefined) break
    found.push(nearest.head)
    const head = nearest.line.next().value
    if (head === undefined) continue
    const moved = { head, line: nearest.line }
    const after = heads.findIndex(other => byHead(moved, other) < 0)
    heads.splice(after < 0 ? heads.length : after, 0, moved)
  }
  return found
}

/** Where bookings may start, from `from` until just before `before`, and by when they must have ended. */
interface Stretch {
  readonly zone: string
  readonly rules: PolicyRules
  readonly from: Instant
  readonly before: Instant
  readonly endsBy: Instant
}

type Line = Generator<Alternative, undefined>

/** The bookings that fit on one instrument, from the start wanted on and back from there. */
function linesFrom(instrument: FreeInstrument, question: AlternativesQuestion): Line[] {
  const { wanted } = question
  const stretches = stretchesOf(instrument, question.now)
  const [nextOne] = onwards(instrument, stretches, wanted)
  const until = nextOne?.start ?? Infinity
  return [onwards(instrument, stretches, wanted), backwards(instrument, stretches, { wanted, until })]
}

function stretchesOf({ zone, terms, free }: FreeInstrument, now: Instant): Stretch[] {
  return free.flatMap(each =>
    terms.flatMap(({ rules, ...term }) => {
      const common = intersect(each, term)
      if (common === undefined) return []
      const from = instant(Math.max(common.start, plusSeconds(now, rules.noticeSeconds)))
      const endsBy = instant(Math.min(each.end, plusSeconds(now, rules.horizonSeconds)))
      return [{ zone, rules, from, before: common.end, endsBy }]
    }),
  )
}

function* onwards(of: FreeInstrument, stretches: readonly Stretch[], wanted: Span): Line {
  let at = wanted.start
  for (const stretch of stretches) {
    for (;;) {
      const start = nextStart(stretch, instant(Math.max(at, stretch.from)))
      if (start >= stretch.before || start >= stretch.endsBy) break
      const end = endOf(stretch, start, wanted)
      if (end > stretch.endsBy) break
      yield { instrumentId: of.instrumentId, zone: of.zone, start, end }
      at = end
    }
  }
}

/** Those that start before the one wanted and end by `until`, where those from there on begin. */
function* backwards(
  of: FreeInstrument,
  stretches: readonly Stretch[],
  { wanted, until }: { readonly wanted: Span; readonly until: number },
): Line {
  let at = until
  for (const stretch of stretches.toReversed()) {
    const latest = instant(Math.min(stretch.before, wanted.start) - 1)
    for (;;) {
      const endsBy = instant(Math.min(at, stretch.endsBy))
      if (endsBy <= stretch.from || latest < stretch.from) break
      const start = lastStart(stretch, { wanted, latest, endsBy })
      if (start < stretch.from) break
      yield { instrumentId: of.instrumentId, zone: of.zone, start, end: endOf(stretch, start, wanted) }
      at = start
    }
  }
}

/** The first instant from `at` on at which a booking may start. */
function nextStart({ zone, rules }: Stretch, at: Instant): Instant {
  if (rules.bookingUnit === 'day') {
    const day = dayBounds(zone, localDay(zone, at))
    return day.start === at ? at : day.end
  }
  const grid = rules.gridSeconds * millisecondsPerSecond
  // Where the clock was moved on the way, the first step may miss the grid.
  let start = at
  for (let past = pastGrid(zone, start, grid); past > 0; past = pastGrid(zone, start, grid)) {
    start = instant(start + grid - past)
  }
  return start
}

/** The last instant up to `latest` at which a booking of the wanted length may start to end by `endsBy`. */
function lastStart(
  { zone, rules }: Stretch,
  { wanted, latest, endsBy }: { readonly wanted: Span; readonly latest: Instant; readonly endsBy: Instant },
): Instant {
  const dayStart = (at: number) => dayBounds(zone, localDay(zone, instant(at))).start
  if (rules.bookingUnit === 'day') {
    let start = dayStart(endsBy)
    for (const _ of localDaysOf(zone, wanted)) start = dayStart(start - 1)
    return instant(Math.min(start, dayStart(latest)))
  }
  const grid = rules.gridSeconds * millisecondsPerSecond
  let start = instant(Math.min(latest, plusSeconds(endsBy, -lengthOf(wanted))))
  for (let past = pastGrid(zone, start, grid); past > 0; past = pastGrid(zone, start, grid)) {
    start = instant(start - past)
  }
  return start
}

const pastGrid = (zone: string, at: Instant, grid: number) => ((wallAt(zone, at) % grid) + grid) % grid

/** The same length; where whole days are booked, as many of them as the wanted span touches. */
function endOf({ zone, rules }: Stretch, start: Instant, wanted: Span): Instant {
  if (rules.bookingUnit === 'time') return plusSeconds(start, lengthOf(wanted))
  return localDaysOf(zone, wanted).reduce(end => dayBounds(zone, localDay(zone, end)).end, start)
}
