import type { Rule } from '../bookingFacts.ts'

/** Time that has begun is not booked any more; what already runs may still be made longer. */
export const inThePast: Rule = (request, facts, now) => {
  const moment = facts.kind === 'new' || facts.kind === 'move' ? request.start : request.end
  return moment < now ? { code: 'in-the-past', start: request.start, now } : undefined
}
