import t from 'tap'
import type { LedgerWithPeriods } from '../../../../src/web/api/queries/ledgers.ts'
import { nextPeriods, periodInTheWay } from '../../../../src/web/pages/alliance/quota/books/nextPeriods.ts'

const midnight = (day: string) => `${day}T00:00:00+08:00`

/** Each from its first day until the day on which it is over; the service tells the newest first. */
const ledgerOf = (...periods: readonly (readonly [start: string, end: string])[]): LedgerWithPeriods => ({
  id: 'ldg_1',
  allianceId: 'all_1',
  resourceClass: 'mass-spectrometer',
  unit: 'second',
  zone: 'Asia/Shanghai',
  pooled: false,
  createdAt: midnight('2026-01-01'),
  periods: periods
    .map(([start, end]) => ({
      id: `prd_${start}`,
      ledgerId: 'ldg_1',
      name: `from ${start}`,
      start: midnight(start),
      end: midnight(end),
      state: 'open',
    }))
    .toReversed(),
})

const proposedFor = (ledger: LedgerWithPeriods, today: string) =>
  nextPeriods(ledger, today).map(({ name, startsOn, endsOn }) => [name, startsOn, endsOn])

const proposed = (end: string | null, today: string) =>
  proposedFor(end === null ? ledgerOf() : ledgerOf(['2023-01-01', end]), today)

t.test('a ledger without periods begins with the quarter or year that runs', async t => {
  t.strictSame(proposed(null, '2026-11-22'), [
    ['2026Q4', '2026-10-01', '2026-12-31'],
    ['2026', '2026-01-01', '2026-12-31'],
  ])
})

t.test('the next period begins on the day after the newest one, by the clock of the ledger', async t => {
  t.strictSame(proposed('2027-01-01', '2026-11-22'), [
    ['2027Q1', '2027-01-01', '2027-03-31'],
    ['2027', '2027-01-01', '2027-12-31'],
  ])
})

t.test('what the newest period has taken of a quarter is cut off', async t => {
  t.strictSame(proposed('2026-11-16', '2026-11-22'), [
    ['2026Q4', '2026-11-16', '2026-12-31'],
    ['2026', '2026-11-16', '2026-12-31'],
  ])
})

t.test('quarters that went by without a period are left out', async t => {
  t.strictSame(proposed('2024-04-01', '2026-02-28'), [
    ['2026Q1', '2026-01-01', '2026-03-31'],
    ['2026', '2026-01-01', '2026-12-31'],
  ])
})

t.test('after the rest of a year that opened by itself comes the year after', async t => {
  const ledger = ledgerOf(['2026-10-01', '2027-01-01'], ['2027-01-01', '2028-01-01'])
  t.strictSame(proposedFor(ledger, '2026-11-22'), [
    ['2028Q1', '2028-01-01', '2028-03-31'],
    ['2028', '2028-01-01', '2028-12-31'],
  ])
})

t.test('a gap between two periods is proposed as far as it goes', async t => {
  const ledger = ledgerOf(['2026-10-01', '2027-01-01'], ['2027-03-01', '2028-01-01'])
  t.strictSame(proposedFor(ledger, '2026-11-22'), [
    ['2027Q1', '2027-01-01', '2027-02-28'],
    ['2027', '2027-01-01', '2027-02-28'],
  ])
})

t.test('what shares a day with a draft stands in its way, what only touches it does not', async t => {
  const ledger = ledgerOf(['2026-10-01', '2027-01-01'])
  const inTheWay = (startsOn: string | null, endsOn: string | null) =>
    periodInTheWay(ledger, { name: '', startsOn, endsOn })
  t.match(inTheWay('2026-12-31', '2027-03-31'), { startsOn: '2026-10-01', endsOn: '2026-12-31' })
  t.match(inTheWay('2026-07-01', '2026-10-01'), { name: 'from 2026-10-01' })
  t.equal(inTheWay('2027-01-01', '2027-03-31'), undefined)
  t.equal(inTheWay('2026-07-01', '2026-09-30'), undefined)
  t.equal(inTheWay(null, '2027-03-31'), undefined)
})
