import type { TimeRule } from '../bookingFacts.ts'
import { millisecondsPerSecond, type Seconds } from '../units.ts'

/** The lab needs this long to prepare. A start in the past is refused by its own rule. */
export const noticeTooShort: TimeRule = (request, facts, now) => {
  if (facts.kind === 'extend' || facts.kind === 'places' || request.start < now) return undefined
  const givenSeconds = Math.floor((request.start - now) / millisecondsPerSecond) as Seconds
  const requiredSeconds = facts.rules.noticeSeconds
  return givenSeconds < requiredSeconds
    ? { code: 'notice-too-short', requiredSeconds, givenSeconds }
    : undefined
}
