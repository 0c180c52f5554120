import { occupiedUntil } from '../booking.ts'
import type { Rule } from '../bookingFacts.ts'

/** An exclusive instrument serves one booking at a time, turnaround included. */
export const slotTaken: Rule = (request, facts) => {
  if (!facts.instrument.exclusive) return undefined
  const keptUntil = occupiedUntil(request.end, facts.instrument.turnaroundSeconds)
  const other = facts.neighbours.find(each => each.start < keptUntil && request.start < each.occupiedUntil)
  return other === undefined
    ? undefined
    : { code: 'slot-taken', span: { start: other.start, end: other.occupiedUntil } }
}
