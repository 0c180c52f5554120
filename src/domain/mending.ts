import type { Refusal, RefusalCode } from './refusal.ts'

/** About the time or the place asked for: another may not meet them. */
const ABOUT_TIME_OR_PLACE: readonly RefusalCode[] = [
  'in-the-past',
  'instrument-not-open',
  'outage',
  'off-grid',
  'notice-too-short',
  'beyond-horizon',
  'slot-taken',
  'capacity-exceeded',
  'pool-full',
]

/** Not a reason to look elsewhere, but gone where it is another day. */
const GONE_ANOTHER_DAY: readonly RefusalCode[] = ['cap-exceeded']

/**
 * Tells whether alternatives are worth looking for: the time or place was refused, and nothing else was that
 * no other time can mend, such as who may book, how long, or whose quota.
 */
export const anotherTimeMayMend = (refusals: readonly Refusal[]): boolean =>
  refusals.some(({ code }) => ABOUT_TIME_OR_PLACE.includes(code)) &&
  refusals.every(({ code }) => ABOUT_TIME_OR_PLACE.includes(code) || GONE_ANOTHER_DAY.includes(code))
