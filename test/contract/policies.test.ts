import t from 'tap'
import { newPolicy, policyRules } from '../../src/contract/policies.ts'
import type { PolicyRules, WeeklyStretch } from '../../src/domain/policy.ts'
import { DEFAULT_POLICY } from '../../src/domain/policyDefaults.ts'
import { policyFaults } from '../../src/domain/policyFaults.ts'
import { dataAbsent, readData } from '../support/sharedData.ts'

const hour = 3600
const day = 86_400

const on = (weekdays: readonly number[], from: string, to: string) =>
  weekdays.map(weekday => ({ weekday, from, to }) as WeeklyStretch)
const workdays = [1, 2, 3, 4, 5]
const everyDay = [1, 2, 3, 4, 5, 6, 7]
const openOn = (weekly: readonly WeeklyStretch[]) => ({ weekly, exceptions: [] })

/**
 * What the labs publish, in our words: as much of each as the rules can say. What is missing of it stands
 * in docs/decisions/0006-policy-gaps.md.
 */
const PUBLISHED: Readonly<Record<string, object>> = {
  'oxford-nmr-hands-on': {
    horizonSeconds: 14 * day,
    gridSeconds: 900,
    onBehalf: 'staff-only',
    attendance: 'check-in',
    noShowAfterSeconds: 900,
    caps: [
      {
        per: 'person',
        measure: 'seconds',
        limit: 3 * hour,
        period: 'day',
        window: on(workdays, '08:00', '20:00'),
      },
      { per: 'person', measure: 'count', limit: 1, period: 'week', window: on(workdays, '20:00', '08:00') },
    ],
  },
  'ethz-scopem': {
    horizonSeconds: 14 * day,
    shortestSeconds: 1800,
    changeWindowSeconds: day,
    cancelWindowSeconds: day,
    lateCancel: 'forfeit',
    lateCancelForfeit: 10_000,
    caps: [
      {
        per: 'person',
        measure: 'seconds',
        limit: 5 * hour,
        period: 'day',
        window: on(workdays, '08:00', '18:00'),
      },
    ],
  },
  'tll-microscopy': {
    horizonSeconds: 14 * day,
    onBehalf: 'staff-only',
    attendance: 'check-in',
    noShowAfterSeconds: 1800,
    caps: [
      {
        per: 'person',
        measure: 'count',
        limit: 2,
        period: 'week',
        window: on(workdays, '09:00', '18:00'),
        exemptWithinSeconds: day,
      },
    ],
  },
  'brandeis-light-microscopy': {
    attendance: 'check-in',
    noShowAfterSeconds: hour,
    caps: [
      {
        per: 'person',
        measure: 'count',
        limit: 3,
        period: 'upcoming',
        window: on(workdays, '09:00', '18:00'),
        exemptWithinSeconds: day,
      },
      {
        per: 'person',
        measure: 'count',
        limit: 2,
        period: 'week',
        window: on(workdays, '09:00', '18:00'),
        exemptWithinSeconds: day,
      },
    ],
  },
  'uchicago-ilmc-2022': {
    attendance: 'metered',
    chargeFor: 'greater',
    cancelWindowSeconds: day,
    lateCancel: 'forfeit',
    lateCancelForfeit: 10_000,
  },
  'polyu-uls': {
    attendance: 'metered',
    chargeFor: 'used',
    chargeFrom: 'start',
    cancelWindowSeconds: day,
    lateCancel: 'forfeit',
    lateCancelForfeit: 5000,
  },
  'hust-mould-lab': {
    opening: openOn(on(workdays, '08:00', '22:00')),
    noticeSeconds: 3 * day,
    cancelWindowSeconds: day,
    lateCancel: 'refused',
    approval: 'staff',
    approvalHoldSeconds: 12 * hour,
  },
  'zh-four-groups': {
    opening: openOn([...on(everyDay, '08:00', '21:00'), ...on(everyDay, '21:00', '07:00')]),
    gridSeconds: hour,
    shortestSeconds: hour,
    horizonSeconds: 7 * day,
    caps: [
      {
        per: 'person',
        measure: 'seconds',
        limit: 4 * hour,
        period: 'day',
        window: on(everyDay, '08:00', '21:00'),
      },
    ],
  },
  'nycu-cnst': { cancelWindowSeconds: day, lateCancel: 'refused', attendance: 'check-in' },
  'shanghaitech-gtl': {
    noticeSeconds: 3 * day,
    cancelWindowSeconds: day,
    lateCancel: 'refused',
    attendance: 'check-in',
    chargeFor: 'greater',
    chargeFrom: 'start',
    chargeStepSeconds: hour,
  },
  'cup-open-platform': {
    noticeSeconds: 3 * day,
    cancelWindowSeconds: day,
    attendance: 'check-in',
    noShowAfterSeconds: 1800,
    onBehalf: 'staff-only',
  },
  'hku-cs-rooms': {
    noticeSeconds: 14 * day,
    cancelWindowSeconds: 7 * day,
    lateCancel: 'forfeit',
    lateCancelForfeit: 10_000,
    chargeStepSeconds: hour,
    chargeFor: 'booked',
  },
}

for (const [lab, rules] of Object.entries(PUBLISHED)) {
  t.test(`the rules of ${lab} are said without a fault`, async t => {
    const read = newPolicy.parse({ instrumentId: 'itm_1', rules })
    t.strictSame(policyFaults({ ...DEFAULT_POLICY, ...read.rules }), [])
  })
}

t.test('every published policy is tried', { skip: dataAbsent('booking-policies') }, async t => {
  const listed = JSON.parse(readData('booking-policies/policies.json').toString()) as {
    readonly id: string
  }[]
  t.strictSame(
    listed.map(policy => policy.id),
    Object.keys(PUBLISHED),
  )
})

t.test('rules that were read can be sent back', async t => {
  const price = { currency: 'CNY', perUnitMinor: { member: 30_000 } }
  const rules = { ...DEFAULT_POLICY, price }
  const wire = JSON.parse(JSON.stringify(rules)) as unknown
  const read: PolicyRules = policyRules.parse(wire)
  t.strictSame(read, rules)
  t.strictSame(policyRules.parse(read), read)
})

t.test('what no rule can be is refused with its place', async t => {
  const faultsIn = (rules: object) =>
    newPolicy.safeParse({ instrumentId: 'itm_1', rules }).error?.issues.map(issue => issue.path.join('.'))
  t.strictSame(faultsIn({ gridSeconds: 0 }), ['rules.gridSeconds'])
  t.strictSame(faultsIn({ noticeSeconds: '1 h' }), ['rules.noticeSeconds'])
  t.strictSame(faultsIn({ opening: openOn(on([8], '08:00', '18:00')) }), ['rules.opening.weekly.0.weekday'])
  t.strictSame(faultsIn({ opening: openOn(on([1], '8:00', '24:30')) }), [
    'rules.opening.weekly.0.from',
    'rules.opening.weekly.0.to',
  ])
  const exceptions = [{ date: '2026-02-30', open: [] }]
  t.strictSame(faultsIn({ opening: { weekly: [], exceptions } }), ['rules.opening.exceptions.0.date'])
  t.strictSame(faultsIn({ lateCancelForfeit: 10_001, motto: 'be nice' }), [
    'rules.lateCancelForfeit',
    'rules',
  ])
})
