import type { TimeRule } from '../bookingFacts.ts'
import { millisecondsPerSecond, type Seconds } from '../units.ts'

/** Counted to the end of the booking: a long one must not reach beyond what others can see and book. */
export const beyondHorizon: TimeRule = (request, facts, now) => {
  const requestedSeconds = Math.ceil((request.end - now) / millisecondsPerSecond) as Seconds
  const { horizonSeconds } = facts.rules
  return requestedSeconds > horizonSeconds
    ? { code: 'beyond-horizon', horizonSeconds, requestedSeconds }
    : undefined
}
