import type { TimeRule } from '../bookingFacts.ts'
import { openSpans } from '../opening.ts'
import { subtractSpans } from '../span.ts'

/** The whole booking lies in opening hours, by the instrument's clock; the refusal names what is closed. */
export const instrumentNotOpen: TimeRule = (request, facts) => {
  const asked = { start: request.start, end: request.end }
  const closed = subtractSpans([asked], openSpans(facts.rules.opening, facts.instrument.zone, asked))
  return closed.length > 0 ? { code: 'instrument-not-open', closed } : undefined
}
