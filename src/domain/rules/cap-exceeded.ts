import type { Rule } from '../bookingFacts.ts'
import { countUnderCap } from '../caps.ts'

/** Every cap is judged with the request itself counted in; each one exceeded is named. */
export const capExceeded: Rule = (request, facts, now) =>
  facts.caps.flatMap(({ cap, bookings }) => {
    const counts = countUnderCap(cap, { request, bookings, zone: facts.instrument.zone, now })
    const over = counts.find(({ used, requested }) => requested > 0 && used + requested > cap.limit)
    if (over === undefined) return []
    const { per, measure, period, limit } = cap
    return [{ code: 'cap-exceeded', per, measure, period, limit, used: over.used, requested: over.requested }]
  })
