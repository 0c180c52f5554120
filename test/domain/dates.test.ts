import t from 'tap'
import { areInOrder, holdsOn, liesWithin, shareADay } from '../../src/domain/dates.ts'
import type { Day } from '../../src/domain/units.ts'

const dates = (startsOn: string, endsOn: string | null = null) => ({
  startsOn: startsOn as Day,
  endsOn: endsOn as Day | null,
})
const march = dates('2026-03-01', '2026-03-31')

t.test('the first and the last day count', async t => {
  t.ok(holdsOn(march, '2026-03-01' as Day))
  t.ok(holdsOn(march, '2026-03-31' as Day))
  t.notOk(holdsOn(march, '2026-02-28' as Day))
  t.notOk(holdsOn(march, '2026-04-01' as Day))
  t.ok(holdsOn(dates('2026-03-01'), '2099-01-01' as Day), 'no last day: it goes on')
})

t.test('two times share a day when neither ends before the other begins', async t => {
  for (const [other, shared] of [
    [dates('2026-03-31'), true],
    [dates('2026-04-01'), false],
    [dates('2026-01-01', '2026-03-01'), true],
    [dates('2026-01-01', '2026-02-28'), false],
    [dates('2026-03-10', '2026-03-10'), true],
  ] as const) {
    t.equal(shareADay(march, other), shared)
    t.equal(shareADay(other, march), shared)
  }
  t.ok(shareADay(dates('2020-01-01'), dates('2026-01-01')))
})

t.test('one time lies within another with all its days', async t => {
  t.ok(liesWithin(march, march))
  t.ok(liesWithin(march, dates('2026-03-01')))
  t.notOk(liesWithin(dates('2026-02-28', '2026-03-31'), march))
  t.notOk(liesWithin(dates('2026-03-01', '2026-04-01'), march))
  t.notOk(liesWithin(dates('2026-03-01'), march), 'what goes on leaves it')
})

t.test('a last day before the first is out of order', async t => {
  t.ok(areInOrder(march))
  t.ok(areInOrder(dates('2026-03-01')))
  t.ok(areInOrder(dates('2026-03-01', '2026-03-01')))
  t.notOk(areInOrder(dates('2026-03-02', '2026-03-01')))
})
