import t from 'tap'
import type { LedgerWithPeriods } from '../../../../src/web/api/queries/ledgers.ts'
import { nextPeriods } from '../../../../src/web/pages/alliance/quota/books/nextPeriods.ts'

const ledgerUntil = (end: string | null): LedgerWithPeriods => ({
  id: 'ldg_1',
  allianceId: 'all_1',
  resourceClass: 'mass-spectrometer',
  unit: 'second',
  zone: 'Asia/Shanghai',
  pooled: false,
  createdAt: '2026-01-01T00:00:00+08:00',
  periods:
    end === null
      ? []
      : [
          {
            id: 'prd_1',
            ledgerId: 'ldg_1',
            name: 'x',
            start: '2026-01-01T00:00:00+08:00',
            end,
            state: 'open',
          },
        ],
})

const proposed = (end: string | null, today: string) =>
  nextPeriods(ledgerUntil(end), today).map(({ name, startsOn, endsOn }) => [name, startsOn, endsOn])

t.test('a ledger without periods begins with the quarter or year that runs', async t => {
  t.strictSame(proposed(null, '2026-11-22'), [
    ['2026Q4', '2026-10-01', '2026-12-31'],
    ['2026', '2026-01-01', '2026-12-31'],
  ])
})

t.test('the next period begins on the day after the newest one, by the clock of the ledger', async t => {
  t.strictSame(proposed('2027-01-01T00:00:00+08:00', '2026-11-22'), [
    ['2027Q1', '2027-01-01', '2027-03-31'],
    ['2027', '2027-01-01', '2027-12-31'],
  ])
})

t.test('what the newest period has taken of a quarter is cut off', async t => {
  t.strictSame(proposed('2026-11-16T00:00:00+08:00', '2026-11-22'), [
    ['2026Q4', '2026-11-16', '2026-12-31'],
    ['2026', '2026-11-16', '2026-12-31'],
  ])
})

t.test('quarters that went by without a period are left out', async t => {
  t.strictSame(proposed('2024-04-01T00:00:00+08:00', '2026-02-28'), [
    ['2026Q1', '2026-01-01', '2026-03-31'],
    ['2026', '2026-01-01', '2026-12-31'],
  ])
})
