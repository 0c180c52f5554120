import { peakPlaces } from '../availability.ts'
import { occupiedUntil } from '../booking.ts'
import type { Rule } from '../bookingFacts.ts'

/** On a shared instrument the places taken stay within the capacity at every instant of the booking. */
export const capacityExceeded: Rule = (request, facts) => {
  const { exclusive, capacity, turnaroundSeconds } = facts.instrument
  const window = { start: request.start, end: occupiedUntil(request.end, turnaroundSeconds) }
  const free = capacity - (exclusive ? 0 : peakPlaces(facts.neighbours, window))
  if (request.places <= free) return undefined
  return { code: 'capacity-exceeded', capacity, free, requested: request.places }
}
