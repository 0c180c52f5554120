import t from 'tap'
import type { InstrumentFacts } from '../../../src/domain/report/facts.ts'
import { WeekLoad } from '../../../src/domain/report/load.ts'
import { partitionOf } from '../../../src/domain/report/partition.ts'
import { type Span, span } from '../../../src/domain/span.ts'
import { at } from '../../support/clock.ts'

const ever = span(0, at('2030-01-01T00:00Z'))

/** An instrument that is always open, with one place unless said otherwise, and these runs. */
const facts = (runs: readonly Span[], capacity = 1): InstrumentFacts => ({
  instrumentId: 'ins_x',
  hostInstitutionId: 'ins_host',
  capacity,
  inService: [ever],
  open: [ever],
  outages: [],
  bookings: [],
  runs: runs.map((each, index) => ({
    ...each,
    id: `run_${index}`,
    bookingId: null,
    places: 1,
    institutionId: 'ins_host',
    allianceId: null,
  })),
  asOf: at('2029-01-01T00:00Z'),
})

const told = (load: WeekLoad) =>
  load
    .cells()
    .filter(cell => cell.usedSeconds > 0)
    .map(({ weekday, hour, usedSeconds }) => [weekday, hour, usedSeconds])

const loadOf = (of: InstrumentFacts, window: Span, zone: string) => {
  const load = new WeekLoad()
  load.add(of, window, zone)
  return load
}

t.test('use stands under the hours of the instrument’s own clock', async t => {
  const run = span(at('2026-11-23T09:30+08:00'), at('2026-11-23T11:15+08:00'))
  const week = span(at('2026-11-23T00:00+08:00'), at('2026-11-30T00:00+08:00'))
  t.strictSame(told(loadOf(facts([run]), week, 'Asia/Shanghai')), [
    [1, 9, 1800],
    [1, 10, 3600],
    [1, 11, 900],
  ])
  t.strictSame(told(loadOf(facts([run]), week, 'America/New_York')), [
    [7, 20, 1800],
    [7, 21, 3600],
    [7, 22, 900],
  ])
  t.equal(loadOf(facts([]), week, 'Asia/Shanghai').cells().length, 7 * 24)
})

t.test('places count, and what the window or an outage cuts off does not', async t => {
  const run = span(at('2026-11-23T09:00Z'), at('2026-11-23T11:00Z'))
  const window = span(at('2026-11-23T10:00Z'), at('2026-11-24T00:00Z'))
  const shared = { ...facts([run, run], 4), outages: [] }
  t.strictSame(told(loadOf(shared, window, 'UTC')), [[1, 10, 7200]])
  const down = span(at('2026-11-23T10:30Z'), at('2026-11-23T12:00Z'))
  const broken = { ...shared, outages: [{ ...down, kind: 'unplanned' as const }] }
  t.strictSame(told(loadOf(broken, window, 'UTC')), [[1, 10, 3600]])
})

t.test('days of 23 and 25 hours: no hour is lost, the one shown twice counts twice', async t => {
  const zone = 'Europe/Berlin'
  for (const [day, next, hours] of [
    ['2026-03-29T00:00+01:00', '2026-03-30T00:00+02:00', 23],
    ['2026-10-25T00:00+02:00', '2026-10-26T00:00+01:00', 25],
  ] as const) {
    const window = span(at(day), at(next))
    const load = loadOf(facts([window]), window, zone)
    const cells = load.cells()
    const sum = cells.reduce((total, cell) => total + cell.usedSeconds, 0)
    t.equal(sum, hours * 3600)
    t.equal(sum, partitionOf(facts([window]), window).total.usedSeconds)
    const second = cells.find(({ weekday, hour }) => weekday === 7 && hour === 2)
    t.equal(second?.usedSeconds, hours === 23 ? 0 : 7200)
  }
})

t.test('half an hour by which Lord Howe sets its clocks stays under the hours it shows', async t => {
  const window = span(at('2026-04-05T00:00+11:00'), at('2026-04-06T00:00+10:30'))
  const cells = loadOf(facts([window]), window, 'Australia/Lord_Howe').cells()
  t.equal(cells.find(({ weekday, hour }) => weekday === 7 && hour === 1)?.usedSeconds, 5400)
  t.equal(
    cells.reduce((total, cell) => total + cell.usedSeconds, 0),
    24.5 * 3600,
  )
})
