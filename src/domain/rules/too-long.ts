import type { TimeRule } from '../bookingFacts.ts'
import { lengthOf } from '../span.ts'

/** Judged on the whole booking, so that extending cannot grow past it bit by bit. */
export const tooLong: TimeRule = (request, facts) => {
  const requestedSeconds = lengthOf(request)
  const { longestSeconds } = facts.rules
  return requestedSeconds > longestSeconds
    ? { code: 'too-long', longestSeconds, requestedSeconds }
    : undefined
}
