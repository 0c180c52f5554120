import fc from 'fast-check'
import t from 'tap'
import {
  ceilToStep,
  chargedSeconds,
  settleHolds,
  shareOf,
  splitByWeights,
} from '../../../src/domain/ledger/charge.ts'
import { costOf } from '../../../src/domain/price.ts'
import { effectiveSeconds, phasesOf } from '../../../src/domain/run.ts'
import { amount, type BasisPoints, type Seconds, seconds } from '../../../src/domain/units.ts'

const hold = (id: string, units: number) => ({ transferId: id, lotId: 'lot_1', amount: amount(units) })
const charged = (chargeFor: 'used' | 'booked' | 'greater', usedSeconds: number) =>
  chargedSeconds({
    rules: { chargeFor, chargeStepSeconds: seconds(900) },
    bookedSeconds: seconds(14_400),
    usedSeconds: seconds(usedSeconds),
  })

t.test('time is charged in whole steps, one at least', async t => {
  const step = 900 as Seconds
  t.equal(ceilToStep(seconds(0), step), 900)
  t.equal(ceilToStep(seconds(900), step), 900)
  t.equal(ceilToStep(seconds(901), step), 1800)
  t.equal(ceilToStep(seconds(11_400), step), 11_700, '3 h 10 min are charged as 3 h 15 min')
})

t.test('charged is what was used, what was booked, or the greater', async t => {
  t.equal(charged('used', 11_400), 11_700)
  t.equal(charged('booked', 11_400), 14_400)
  t.equal(charged('greater', 11_400), 14_400)
  t.equal(charged('greater', 15_000), 15_300)
})

t.test('a share is rounded down for the holder', async t => {
  t.equal(shareOf(amount(7200), 5000 as BasisPoints), 3600)
  t.equal(shareOf(amount(101), 3333 as BasisPoints), 33)
  t.equal(shareOf(amount(1), 9999 as BasisPoints), 0)
})

t.test('holds pay in order; what goes beyond them is over-run', async t => {
  const two = [hold('a', 3600), hold('b', 3600)]
  const used = (units: number) => {
    const { settlements, overrun } = settleHolds(two, amount(units))
    return [...settlements.map(each => each.used), overrun]
  }
  t.strictSame(used(1800), [1800, 0, 0])
  t.strictSame(used(5400), [3600, 1800, 0])
  t.strictSame(used(10_800), [3600, 3600, 3600])
  t.strictSame(settleHolds([], amount(60)), { settlements: [], overrun: 60 })
})

t.test('a whole is split so that the parts add up', async t => {
  t.strictSame(splitByWeights(amount(100), [1, 1, 1]), [34, 33, 33])
  t.strictSame(splitByWeights(amount(7), [2, 1]), [5, 2])
  t.strictSame(splitByWeights(amount(10), [1, 0]), [10, 0])
  t.throws(() => splitByWeights(amount(10), []), /weights have a sum/)
  const property = fc.property(
    fc.integer({ min: 0, max: 1_080_000_000_000 }),
    fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 40 }),
    (whole, weights) => splitByWeights(amount(whole), weights).reduce((sum, part) => sum + part, 0) === whole,
  )
  fc.assert(property, { seed: 20260304 })
})

t.test('a price is per hour of seconds, or per unit, half a fen up, once', async t => {
  const price = { currency: 'CNY', perUnitMinor: { member: amount(101) } }
  const cost = (units: number, unit: 'second' | 'day', category = 'member') =>
    costOf(price, { category, units, unit })
  t.strictSame(cost(3600, 'second'), { minor: 101, currency: 'CNY' })
  t.strictSame(cost(1800, 'second'), { minor: 51, currency: 'CNY' }, '50.5 fen are 51')
  t.strictSame(cost(3, 'day'), { minor: 303, currency: 'CNY' })
  t.equal(cost(3600, 'second', 'external'), null)
  t.equal(costOf(undefined, { category: 'member', units: 1, unit: 'day' }), null)
})

t.test('a run divides into preparation, measurement and post-processing as far as the time goes', async t => {
  const rules = { prepSeconds: seconds(600), postSeconds: seconds(300) }
  const phases = (used: number) => phasesOf(seconds(used), rules)
  t.strictSame(phases(3600), { prepSeconds: 600, runSeconds: 2700, postSeconds: 300, idleSeconds: 0 })
  t.strictSame(phases(700), { prepSeconds: 600, runSeconds: 0, postSeconds: 100, idleSeconds: 0 })
  t.strictSame(phases(400), { prepSeconds: 400, runSeconds: 0, postSeconds: 0, idleSeconds: 0 })
  t.equal(
    effectiveSeconds({ ...phases(3600), idleSeconds: seconds(900) }),
    3600,
    'idle time is not effective',
  )
})
