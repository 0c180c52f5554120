import type { TimeRule } from '../bookingFacts.ts'
import { onGrid } from '../opening.ts'
import { dayBounds, localDay } from '../zone.ts'
import type { Instant } from '../units.ts'

/** Starts and ends lie on the grid; where whole days are booked, on local midnights. */
export const offGrid: TimeRule = (request, facts) => {
  const { zone } = facts.instrument
  const { bookingUnit, gridSeconds } = facts.rules
  const fits = (at: Instant) =>
    bookingUnit === 'day' ? dayBounds(zone, localDay(zone, at)).start === at : onGrid(zone, gridSeconds, at)
  // What runs already keeps its start, even where the grid has changed since.
  const edges =
    facts.kind === 'new' || facts.kind === 'move' ? (['start', 'end'] as const) : (['end'] as const)
  return edges.filter(edge => !fits(request[edge])).map(edge => ({ code: 'off-grid', gridSeconds, edge }))
}
