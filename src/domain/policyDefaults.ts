import type { PolicyRules, Weekday } from './policy.ts'
import type { BasisPoints, Seconds, TimeOfDay } from './units.ts'

const everyDay: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]
const wholeDay = { from: '00:00' as TimeOfDay, to: '24:00' as TimeOfDay }

/**
 * The rules of an instrument whose lab has set none, and of every rule that a lab leaves out: always open,
 * free to cancel until a day before, booked time counts as used. Nobody is refused, charged or forfeited by
 * surprise.
 */
export const DEFAULT_POLICY: PolicyRules = {
  bookingUnit: 'time',
  opening: { weekly: everyDay.map(weekday => ({ weekday, ...wholeDay })), exceptions: [] },
  gridSeconds: 900 as Seconds,
  shortestSeconds: 900 as Seconds,
  longestSeconds: 604_800 as Seconds,
  noticeSeconds: 0 as Seconds,
  horizonSeconds: 7_776_000 as Seconds,
  changeWindowSeconds: 0 as Seconds,
  cancelWindowSeconds: 86_400 as Seconds,
  lateCancel: 'forfeit',
  lateCancelForfeit: 5_000 as BasisPoints,
  noShowForfeit: 10_000 as BasisPoints,
  caps: [],
  approval: 'none',
  approvalHoldSeconds: 259_200 as Seconds,
  onBehalf: 'allowed',
  attendance: 'as-booked',
  checkInEarlySeconds: 900 as Seconds,
  noShowAfterSeconds: 1_800 as Seconds,
  chargeFor: 'used',
  chargeFrom: 'start',
  chargeStepSeconds: 900 as Seconds,
  prepSeconds: 0 as Seconds,
  postSeconds: 0 as Seconds,
  runMode: 'self-operated',
}
