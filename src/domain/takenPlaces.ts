import type { Neighbour } from './bookingFacts.ts'
import { type Span, span } from './span.ts'

/** Time in which so many places are taken, by however many bookings. */
export interface Taken extends Span {
  readonly places: number
}

/**
 * How many places are taken when, as spans in order, each as long as the number stays the same. Neighbours
 * run together, so that no single booking shows. Pure.
 */
export function takenPlaces(neighbours: readonly Neighbour[]): Taken[] {
  const changes = new Map<number, number>()
  const add = (at: number, places: number) => changes.set(at, (changes.get(at) ?? 0) + places)
  for (const { start, occupiedUntil, places } of neighbours) {
    add(start, places)
    add(occupiedUntil, -places)
  }
  const edges = [...changes].filter(([, change]) => change !== 0).toSorted(([a], [b]) => a - b)
  let places = 0
  return edges.flatMap(([at, change], index) => {
    places += change
    const next = edges[index + 1]
    return next === undefined || places === 0 ? [] : [{ ...span(at, next[0]), places }]
  })
}
