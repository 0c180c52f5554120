import t from 'tap'
import type { Cap, PolicyRules } from '../../src/domain/policy.ts'
import { DEFAULT_POLICY } from '../../src/domain/policyDefaults.ts'
import { capsMax, policyFaults, priceCategoriesMax, ruleSecondsMax } from '../../src/domain/policyFaults.ts'
import { weeklyStretchesMax } from '../../src/domain/openingFaults.ts'
import {
  type Amount,
  type BasisPoints,
  type Seconds,
  seconds,
  type TimeOfDay,
} from '../../src/domain/units.ts'

const faultsOf = (rules: Partial<PolicyRules>) => policyFaults({ ...DEFAULT_POLICY, ...rules })
const time = (text: string) => text as TimeOfDay
const cap: Cap = { per: 'person', measure: 'count', limit: 2, period: 'week' }

t.test('the usual rules are sound', async t => {
  t.strictSame(policyFaults(DEFAULT_POLICY), [])
})

t.test('numbers stay in their range and are whole', async t => {
  const faults = faultsOf({
    noticeSeconds: -1 as Seconds,
    chargeStepSeconds: seconds(0),
    horizonSeconds: seconds(ruleSecondsMax + 1),
    noShowForfeit: 10_001 as BasisPoints,
    shortestSeconds: 1.5 as Seconds,
  })
  t.strictSame(faults, [
    { code: 'out-of-range', path: ['noticeSeconds'], limit: 0, given: -1 },
    { code: 'out-of-range', path: ['shortestSeconds'], limit: ruleSecondsMax, given: 1.5 },
    { code: 'out-of-range', path: ['horizonSeconds'], limit: ruleSecondsMax, given: ruleSecondsMax + 1 },
    { code: 'out-of-range', path: ['chargeStepSeconds'], limit: 1, given: 0 },
    { code: 'out-of-range', path: ['noShowForfeit'], limit: 10_000, given: 10_001 },
  ])
})

t.test('rules under which nothing could ever be booked are faults', async t => {
  t.strictSame(faultsOf({ gridSeconds: seconds(7 * 60) }), [
    { code: 'grid-not-in-day', path: ['gridSeconds'], given: 420 },
  ])
  t.strictSame(faultsOf({ shortestSeconds: seconds(7200), longestSeconds: seconds(3600) }), [
    { code: 'nothing-fits', path: ['longestSeconds'], limit: 7200, given: 3600 },
  ])
  t.strictSame(faultsOf({ gridSeconds: seconds(3600), longestSeconds: seconds(1800) }), [
    { code: 'nothing-fits', path: ['longestSeconds'], limit: 3600, given: 1800 },
  ])
  t.strictSame(faultsOf({ bookingUnit: 'day', longestSeconds: seconds(3600) }), [
    { code: 'nothing-fits', path: ['longestSeconds'], limit: 86_400, given: 3600 },
  ])
  t.strictSame(faultsOf({ noticeSeconds: seconds(86_400), horizonSeconds: seconds(86_400) }), [
    { code: 'never-in-horizon', path: ['horizonSeconds'], limit: 87_300, given: 86_400 },
  ])
})

t.test('nobody is charged from a check-in that is not recorded', async t => {
  t.match(faultsOf({ chargeFrom: 'check-in' }), [{ code: 'attendance-not-recorded', path: ['chargeFrom'] }])
  t.strictSame(faultsOf({ chargeFrom: 'check-in', attendance: 'check-in' }), [])
  t.strictSame(faultsOf({ chargeFrom: 'check-in', attendance: 'metered' }), [])
})

t.test('faults of the hours are found beneath the rules', async t => {
  const monday = { weekday: 1, from: time('08:00'), to: time('18:00') } as const
  t.strictSame(faultsOf({ opening: { weekly: [monday, monday], exceptions: [] } }), [
    {
      code: 'overlapping-stretches',
      path: ['opening', 'weekly', 1],
      other: ['opening', 'weekly', 0],
    },
  ])
})

t.test('caps have bounded limits and windows of sound stretches', async t => {
  const night = { weekday: 8 as 1, from: time('20:00'), to: time('25:00') }
  t.strictSame(faultsOf({ caps: [cap, { ...cap, limit: -1, window: [night] }] }), [
    { code: 'out-of-range', path: ['caps', 1, 'limit'], limit: 0, given: -1 },
    { code: 'bad-weekday', path: ['caps', 1, 'window', 0, 'weekday'], given: 8 },
    { code: 'bad-time', path: ['caps', 1, 'window', 0, 'to'], given: '25:00' },
  ])
  const long = Array.from({ length: weeklyStretchesMax + 1 }, () => night)
  t.match(faultsOf({ caps: [{ ...cap, window: long }] }), [{ code: 'too-many', path: ['caps', 0, 'window'] }])
  const exempt = { ...cap, exemptWithinSeconds: -5 as Seconds }
  t.match(faultsOf({ caps: [exempt] }), [{ path: ['caps', 0, 'exemptWithinSeconds'] }])
  const many = Array.from({ length: capsMax + 1 }, () => cap)
  t.match(faultsOf({ caps: many }), [{ code: 'too-many', limit: capsMax, given: capsMax + 1 }])
})

t.test('prices are minor units of a currency', async t => {
  const perUnitMinor = { member: 30_000 as Amount, external: -1 as Amount }
  t.strictSame(faultsOf({ price: { currency: 'rmb', perUnitMinor } }), [
    { code: 'bad-currency', path: ['price', 'currency'], given: 'rmb' },
    { code: 'out-of-range', path: ['price', 'perUnitMinor', 'external'], limit: 0, given: -1 },
  ])
  const names = Array.from({ length: priceCategoriesMax + 1 }, (_, index) => [`c${index}`, 1 as Amount])
  const many = { currency: 'CNY', perUnitMinor: Object.fromEntries(names) as Record<string, Amount> }
  t.match(faultsOf({ price: many }), [{ code: 'too-many', path: ['price', 'perUnitMinor'] }])
})
