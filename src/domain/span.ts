import { strict as assert } from 'node:assert'
import { instant, type Instant, millisecondsPerSecond, seconds, type Seconds } from './units.ts'

/** Half-open time [start, end): the end itself is outside. Never empty. */
export interface Span {
  readonly start: Instant
  readonly end: Instant
}

/** Makes a span; asserts that it is not empty. */
export function span(start: number, end: number): Span {
  assert(start < end, 'a span is not empty')
  return { start: instant(start), end: instant(end) }
}

/** Length in whole seconds, rounded down: bookings lie on whole seconds, so nothing is lost there. */
export function lengthOf(of: Span): Seconds {
  return seconds(Math.floor((of.end - of.start) / millisecondsPerSecond))
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

/** Tells whether `inner` lies wholly within `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** The common part of two spans, or undefined when they only touch or lie apart. */
export function intersect(a: Span, b: Span): Span | undefined {
  const start = Math.max(a.start, b.start)
  const end = Math.min(a.end, b.end)
  return start < end ? span(start, end) : undefined
}

/** The union as sorted spans that neither overlap nor touch. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = []
  for (const next of spans.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1)
    if (last === undefined || next.start > last.end) merged.push(next)
    else if (next.end > last.end) merged[merged.length - 1] = span(last.start, next.end)
  }
  return merged
}

/**
 * What is left of `from` after taking `away` out. Both may be in any order; the answer is sorted and apart.
 */
export function subtractSpans(from: readonly Span[], away: readonly Span[]): Span[] {
  const holes = mergeSpans(away)
  const rest: Span[] = []
  let first = 0
  for (const piece of mergeSpans(from)) {
    while (first < holes.length && (holes[first] as Span).end <= piece.start) first++
    let start = piece.start
    for (let index = first; index < holes.length; index++) {
      const hole = holes[index] as Span
      if (hole.start >= piece.end) break
      if (hole.start > start) rest.push(span(start, hole.start))
      if (hole.end > start) start = hole.end
    }
    if (start < piece.end) rest.push(span(start, piece.end))
  }
  return rest
}

/** The common part of two lists of spans, sorted and apart. */
export function intersectSpans(left: readonly Span[], right: readonly Span[]): Span[] {
  const a = mergeSpans(left)
  const b = mergeSpans(right)
  const common: Span[] = []
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const x = a[i] as Span
    const y = b[j] as Span
    const both = intersect(x, y)
    if (both !== undefined) common.push(both)
    if (x.end < y.end) i++
    else j++
  }
  return common
}

/** Sum of lengths in seconds; overlapping spans count twice, so merge first where that matters. */
export function totalSeconds(spans: readonly Span[]): Seconds {
  return seconds(spans.reduce((sum, each) => sum + lengthOf(each), 0))
}
