import fc from 'fast-check'
import type { QuotaMode } from '../../src/domain/booking.ts'
import type { Cap, OpeningHours, PolicyRules, WeeklyStretch } from '../../src/domain/policy.ts'
import { DEFAULT_POLICY } from '../../src/domain/policyDefaults.ts'
import type { BasisPoints, Day, Instant, Seconds, TimeOfDay } from '../../src/domain/units.ts'
import { at } from '../support/clock.ts'

/** What a random world is made of. */
export interface Shape {
  readonly zone: string
  readonly now: Instant
  /** Of the two exclusive instruments of the pool, and of the shared one. */
  readonly poolRules: PolicyRules
  readonly sharedRules: PolicyRules
  readonly turnaroundSeconds: Seconds
  readonly quota: QuotaMode
  /** Members without an account draw on the reserve. */
  readonly pooled: boolean
  /** Where the first period of the ledger ends; it may lie within bookings. */
  readonly boundary: Instant
  /** Without one, time beyond the boundary has no period. */
  readonly secondPeriod: boolean
  /** The first instrument stands under customs supervision; the shared one takes invited projects only. */
  readonly supervised: boolean
  readonly trial: boolean
}

const days = [1, 2, 3, 4, 5, 6, 7] as const
const stretch = (weekday: WeeklyStretch['weekday'], from: string, to: string): WeeklyStretch => ({
  weekday,
  from: from as TimeOfDay,
  to: to as TimeOfDay,
})
const closedOn = (date: string) => ({ date: date as Day, open: [] })

const OPENINGS: readonly OpeningHours[] = [
  DEFAULT_POLICY.opening,
  {
    weekly: days.slice(0, 5).map(day => stretch(day, '08:00', '20:00')),
    exceptions: [closedOn('2026-03-11')],
  },
  // Across midnight, every day and also where an exception closes the evening.
  { weekly: days.map(day => stretch(day, '20:00', '06:00')), exceptions: [closedOn('2026-03-05')] },
  {
    weekly: days.flatMap(day => [stretch(day, '06:00', '12:00'), stretch(day, '13:00', '24:00')]),
    exceptions: [
      { date: '2026-03-09' as Day, open: [{ from: '10:00' as TimeOfDay, to: '02:00' as TimeOfDay }] },
    ],
  },
]

const workingHours = days.slice(0, 5).map(day => stretch(day, '09:00', '17:00'))
const nights = days.map(day => stretch(day, '22:00', '06:00'))
const hours = (count: number) => (count * 3600) as Seconds

const CAPS: readonly Cap[] = [
  { per: 'person', measure: 'count', limit: 2, period: 'day' },
  { per: 'person', measure: 'seconds', limit: hours(5), period: 'day' },
  { per: 'group', measure: 'seconds', limit: hours(12), period: 'week' },
  { per: 'group', measure: 'count', limit: 4, period: 'week' },
  { per: 'institution', measure: 'seconds', limit: hours(30), period: 'month' },
  { per: 'institution', measure: 'count', limit: 4, period: 'upcoming' },
  { per: 'person', measure: 'count', limit: 3, period: 'upcoming', exemptWithinSeconds: hours(6) },
  { per: 'person', measure: 'seconds', limit: hours(3), period: 'day', window: workingHours },
  { per: 'group', measure: 'count', limit: 1, period: 'day', window: nights, exemptWithinSeconds: hours(2) },
  { per: 'institution', measure: 'seconds', limit: hours(16), period: 'upcoming' },
]

const oneOf = <Value>(...values: readonly Value[]) => fc.constantFrom(...values)
const secondsOf = (...values: readonly number[]) => fc.constantFrom(...(values as Seconds[]))
const sharesOf = (...values: readonly number[]) => fc.constantFrom(...(values as BasisPoints[]))

const timeRules = fc.record({
  opening: fc.oneof({ weight: 3, arbitrary: oneOf(OPENINGS[0] as OpeningHours) }, oneOf(...OPENINGS)),
  gridSeconds: secondsOf(300, 900, 900, 900, 1800, 3600),
  shortestSeconds: secondsOf(300, 900, 900, 3600),
  longestSeconds: secondsOf(10_800, 28_800, 86_400, 172_800),
  noticeSeconds: secondsOf(0, 0, 0, 3600, 7200),
  horizonSeconds: secondsOf(259_200, 864_000, 2_592_000, 2_592_000),
  changeWindowSeconds: secondsOf(0, 0, 3600, 86_400),
  cancelWindowSeconds: secondsOf(0, 7200, 86_400),
  lateCancel: oneOf('refused' as const, 'forfeit' as const),
  lateCancelForfeit: sharesOf(5000, 3333, 0),
  noShowForfeit: sharesOf(10_000, 2500),
  caps: fc.subarray([...CAPS], { maxLength: 2 }),
  approval: oneOf('none' as const, 'none' as const, 'staff' as const),
  approvalHoldSeconds: secondsOf(21_600, 259_200),
  onBehalf: oneOf('allowed' as const, 'staff-only' as const),
  attendance: oneOf('as-booked' as const, 'check-in' as const, 'metered' as const),
  chargeFor: oneOf('used' as const, 'booked' as const, 'greater' as const),
  chargeFrom: oneOf('start' as const, 'check-in' as const),
  chargeStepSeconds: secondsOf(300, 900, 3600),
})

/** Whole days: cages and stays. */
const dayRules = timeRules.map(rules => ({
  ...rules,
  bookingUnit: 'day' as const,
  opening: DEFAULT_POLICY.opening,
  shortestSeconds: 3600 as Seconds,
  longestSeconds: 432_000 as Seconds,
  horizonSeconds: 2_592_000 as Seconds,
}))

const withDefaults = (rules: Partial<PolicyRules>): PolicyRules => ({ ...DEFAULT_POLICY, ...rules })

/** In one world all instruments are booked by time, or all by days: they share one ledger. */
const bothRules = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(timeRules.map(withDefaults), timeRules.map(withDefaults)) },
  { weight: 1, arbitrary: fc.tuple(dayRules.map(withDefaults), dayRules.map(withDefaults)) },
)

export const shapes: fc.Arbitrary<Shape> = fc
  .record({
    // Clocks change in New York on 8 March and in Berlin on the 29th.
    place: oneOf(
      { zone: 'Asia/Shanghai', now: at('2026-03-02T00:00Z') },
      { zone: 'Asia/Shanghai', now: at('2026-03-30T09:30Z') },
      { zone: 'America/New_York', now: at('2026-03-06T15:00Z') },
      { zone: 'Europe/Berlin', now: at('2026-03-27T20:45Z') },
    ),
    rules: bothRules,
    turnaroundSeconds: secondsOf(0, 0, 900, 2700),
    quota: oneOf('enforced' as const, 'enforced' as const, 'tracked' as const, 'none' as const),
    pooled: fc.boolean(),
    boundaryTicks: fc.integer({ min: 300, max: 2000 }),
    secondPeriod: oneOf(true, true, true, false),
    supervised: oneOf(false, false, false, true),
    trial: oneOf(false, false, false, true),
  })
  .map(({ place, rules: [poolRules, sharedRules], boundaryTicks, ...shape }) => ({
    ...shape,
    ...place,
    poolRules,
    sharedRules,
    boundary: (place.now + boundaryTicks * 300_000) as Instant,
  }))
