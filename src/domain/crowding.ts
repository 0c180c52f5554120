import { strict as assert } from 'node:assert'
import type { Instant } from './units.ts'

/** Places taken for a time. */
export interface Occupation {
  readonly start: Instant
  readonly occupiedUntil: Instant
  readonly places: number
}

/**
 * The first occupation at whose start more places are taken than `capacity`, or undefined when all fit.
 * Places taken can only rise where one starts, so those instants are enough.
 *
 * @param occupations - in order of start; asserted.
 */
export function firstCrowded<Each extends Occupation>(
  occupations: readonly Each[],
  capacity: number,
): Each | undefined {
  const endings = occupations.toSorted((a, b) => a.occupiedUntil - b.occupiedUntil)
  let taken = 0
  let ended = 0
  let last = -Infinity
  for (const each of occupations) {
    assert(last <= each.start, 'occupations are in order of start')
    last = each.start
    // It ends itself later than it starts, so that the loop finds an end.
    for (; (endings[ended] as Each).occupiedUntil <= each.start; ended++) {
      taken -= (endings[ended] as Each).places
    }
    taken += each.places
    if (taken > capacity) return each
  }
  return undefined
}
