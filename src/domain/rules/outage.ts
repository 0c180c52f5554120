import type { Rule } from '../bookingFacts.ts'
import { overlaps } from '../span.ts'

/** Nothing is booked into an outage, planned or not. Each outage in the way is named. */
export const outage: Rule = (request, facts) =>
  facts.outages
    .filter(down => overlaps(down, request))
    .map(down => ({ code: 'outage', outageId: down.id, span: { start: down.start, end: down.end } }))
