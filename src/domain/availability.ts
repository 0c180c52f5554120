import type { Neighbour } from './bookingFacts.ts'
import { type Span, span, subtractSpans } from './span.ts'
import { millisecondsPerSecond, type Seconds } from './units.ts'

/** The most places taken at any instant of `window`. They can only rise where a booking starts. */
export function peakPlaces(neighbours: readonly Neighbour[], window: Span): number {
  const near = neighbours.filter(each => each.start < window.end && window.start < each.occupiedUntil)
  const moments = [window.start, ...near.map(each => each.start).filter(start => start > window.start)]
  const takenAt = (at: number) =>
    near.reduce((sum, each) => (each.start <= at && at < each.occupiedUntil ? sum + each.places : sum), 0)
  return Math.max(0, ...moments.map(takenAt))
}

export interface FreeTimeQuestion {
  readonly open: readonly Span[]
  readonly outages: readonly Span[]
  readonly neighbours: readonly Neighbour[]
  readonly exclusive: boolean
  readonly capacity: number
  readonly turnaroundSeconds: Seconds
  readonly places: number
}

/**
 * Spans within which any booking of `places` fits, its own turnaround before the next booking included: each
 * neighbour is widened by one turnaround at its front. On shared instruments the widened neighbours are
 * summed, which may leave out, but never adds, a span. Turnaround may run past closing time.
 */
export function freeSpans(question: FreeTimeQuestion): Span[] {
  if (question.places > question.capacity) return []
  const before = question.turnaroundSeconds * millisecondsPerSecond
  const kept = question.neighbours.map(each => ({
    ...each,
    ...span(each.start - before, each.occupiedUntil),
  }))
  const taken = question.exclusive ? kept : fullSpans(kept, question.capacity - question.places)
  return subtractSpans(question.open, [...question.outages, ...taken])
}

/** Spans in which more than `spare` places are taken. */
function fullSpans(kept: readonly (Span & { places: number })[], spare: number): Span[] {
  const edges = kept
    .flatMap(each => [
      { at: each.start, change: each.places },
      { at: each.end, change: -each.places },
    ])
    .toSorted((a, b) => a.at - b.at)
  const full: Span[] = []
  let taken = 0
  let fullSince: number | undefined
  for (const [index, edge] of edges.entries()) {
    taken += edge.change
    if (edges[index + 1]?.at === edge.at) continue
    if (taken > spare && fullSince === undefined) fullSince = edge.at
    if (taken <= spare && fullSince !== undefined) {
      full.push(span(fullSince, edge.at))
      fullSince = undefined
    }
  }
  return full
}
