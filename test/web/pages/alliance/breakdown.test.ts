import t from 'tap'
import type { Schema } from '../../../../src/web/api/schemas.ts'
import { breakdownOf, totalOf } from '../../../../src/web/pages/alliance/utilization/breakdown.ts'

type UtilizationRow = Schema<'UtilizationReport'>['rows'][number]

const row = (month: string, userInstitutionId: string | null, usedSeconds: number): UtilizationRow => ({
  period: { start: `${month}-01T00:00:00+08:00`, end: `${month}-28T00:00:00+08:00` },
  zone: 'Asia/Shanghai',
  allianceId: null,
  hostInstitutionId: null,
  instrumentId: null,
  resourceClass: null,
  unit: null,
  userInstitutionId,
  userCategory: null,
  projectId: null,
  time: { usedSeconds },
  charges: null,
  asOfSeq: null,
  metrics: null,
})

t.test('users are stacked over the months, the one with the most use first', async t => {
  const { places, series } = breakdownOf(
    [
      row('2026-09', null, 0),
      row('2026-10', null, 0),
      row('2026-09', 'ins_a', 10),
      row('2026-10', 'ins_b', 30),
      row('2026-10', 'ins_a', 5),
      row('2026-10', 'others', 1),
    ],
    'month',
  )
  t.strictSame(
    places.map(({ key }) => key),
    ['2026-09', '2026-10'],
  )
  t.strictSame(series, [
    { key: 'ins_b', seconds: [0, 30] },
    { key: 'ins_a', seconds: [10, 5] },
    { key: 'others', seconds: [0, 1] },
  ])
})

t.test('many small users become one, and nothing is lost', async t => {
  const rows = Array.from({ length: 12 }, (_, index) => row('2026-09', `ins_${index}`, index + 1))
  const { series } = breakdownOf([row('2026-09', null, 0), ...rows], 'month')
  t.equal(series.length, 8)
  t.match(series.at(-1), { key: 'rest', seconds: [15] })
  t.equal(
    series.reduce((sum, each) => sum + totalOf(each), 0),
    78,
  )
})

t.test('by instrument, what the service merged stands in a place of its own', async t => {
  const of = (instrumentId: string | null, user: string | null, used: number) => ({
    ...row('2026-09', user, used),
    instrumentId,
  })
  const { places, series } = breakdownOf(
    [of('itm_1', null, 0), of('itm_1', 'ins_a', 7), of(null, 'others', 3)],
    'instrument',
  )
  t.strictSame(
    places.map(({ key, instrumentId }) => [key, instrumentId]),
    [
      ['itm_1', 'itm_1'],
      ['others', null],
    ],
  )
  t.strictSame(series, [
    { key: 'ins_a', seconds: [7, 0] },
    { key: 'others', seconds: [0, 3] },
  ])
})
