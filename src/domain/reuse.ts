import { type Span, span } from './span.ts'

/** Time on an instrument and how many of its places it took. */
export interface PlacedSpan extends Span {
  readonly places: number
}

/**
 * How much of a span that someone lost was had by others after all: at each instant as many places as they
 * took, but no more than were lost. Pure.
 *
 * @param measure - the units of a span for one place: its seconds, or its days.
 */
export function reusedOf(
  lost: PlacedSpan,
  others: readonly PlacedSpan[],
  measure: (of: Span) => number,
): number {
  const edges = new Set<number>([lost.start, lost.end])
  for (const { start, end } of others) {
    if (lost.start < start && start < lost.end) edges.add(start)
    if (lost.start < end && end < lost.end) edges.add(end)
  }
  const instants = [...edges].toSorted((a, b) => a - b)
  return instants.slice(1).reduce((sum, end, index) => {
    const piece = span(instants[index] as number, end)
    const taken = others
      .filter(other => other.start <= piece.start && other.end >= piece.end)
      .reduce((places, other) => places + other.places, 0)
    return sum + measure(piece) * Math.min(lost.places, taken)
  }, 0)
}
