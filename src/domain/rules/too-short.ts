import type { TimeRule } from '../bookingFacts.ts'
import { lengthOf } from '../span.ts'

export const tooShort: TimeRule = (request, facts) => {
  const requestedSeconds = lengthOf(request)
  const { shortestSeconds } = facts.rules
  return requestedSeconds < shortestSeconds
    ? { code: 'too-short', shortestSeconds, requestedSeconds }
    : undefined
}
