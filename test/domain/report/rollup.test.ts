import { strict as assert } from 'node:assert'
import fc from 'fast-check'
import t from 'tap'
import type { InstrumentFacts } from '../../../src/domain/report/facts.ts'
import { partitionOf } from '../../../src/domain/report/partition.ts'
import { planWindow, rollupDay, sumOf, wholeMonthsIn } from '../../../src/domain/report/rollup.ts'
import { USER_COLUMNS, type UserTime } from '../../../src/domain/report/time.ts'
import { timeByAlliance, timeByInstitution } from '../../../src/domain/report/users.ts'
import { span, type Span } from '../../../src/domain/span.ts'
import { type Day, instant } from '../../../src/domain/units.ts'
import { dayBounds } from '../../../src/domain/zone.ts'
import { aBooking, anInstrument, aRun, hours, inHours, minutes, monday } from './builders.ts'
import { timelineMinutes, timelines } from './timelines.ts'

const localDay = (index: number) => ({
  day: `2026-10-0${5 + index}` as Day,
  span: hours(24 * index, 24 * (index + 1)),
})

t.test('a day is rolled up into its own row and one per user', async t => {
  const facts = anInstrument({
    bookings: [aBooking(hours(22, 26))],
    runs: [
      aRun(hours(22, 25), { bookingId: 'bkg_1' }),
      aRun(hours(1, 2), { institutionId: 'host', allianceId: null }),
    ],
  })
  const { figures, ...row } = rollupDay(facts, localDay(0))
  t.strictSame(row, { instrumentId: 'ins_1', day: '2026-10-05' })
  t.strictSame(
    figures.users.map(user => [user.institutionId, user.allianceId, inHours(user.time)]),
    [
      ['host', null, { used: 1, runs: 1 }],
      [
        'member',
        'all_1',
        { reserved: 2, used: 2, usedInReservation: 2, usedByMembers: 2, runs: 1, bookings: 1 },
      ],
    ],
  )
  t.strictSame(
    rollupDay(facts, localDay(1)).figures.total.earlyFinishSeconds,
    3600,
    'the rest is on the next day',
  )
})

t.test('a day that is not over is not rolled up', async t => {
  t.throws(() => rollupDay(anInstrument({ asOf: hours(0, 23).end }), localDay(0)), {
    message: /when it is over/,
  })
})

t.test('a window reads whole clean days from rollups and the rest from raw rows', async t => {
  const rolled = { from: '2026-10-01' as Day, before: '2026-10-09' as Day, dirty: ['2026-10-07' as Day] }
  t.strictSame(planWindow('UTC', hours(12, 120), rolled), {
    days: { from: '2026-10-06', before: '2026-10-09' },
    rawSpans: [hours(12, 24), hours(48, 72), hours(96, 120)],
  })
  t.strictSame(planWindow('UTC', hours(24, 48), rolled), {
    days: { from: '2026-10-06', before: '2026-10-07' },
    rawSpans: [],
  })
  t.strictSame(planWindow('UTC', hours(25, 47), rolled), { days: undefined, rawSpans: [hours(25, 47)] })
  t.strictSame(planWindow('UTC', hours(100, 200), rolled), { days: undefined, rawSpans: [hours(100, 200)] })
  t.strictSame(planWindow('UTC', hours(0, 24), undefined), { days: undefined, rawSpans: [hours(0, 24)] })
})

t.test('days of another zone begin where its clock says so, also when it has 25 hours', async t => {
  const zone = 'Europe/Berlin'
  const autumn = { from: '2026-10-24' as Day, before: '2026-10-27' as Day, dirty: [] }
  const window = { start: dayBounds(zone, '2026-10-25' as Day).start, end: hours(24 * 21, 24 * 21 + 1).end }
  t.strictSame(planWindow(zone, window, autumn), {
    days: { from: '2026-10-25', before: '2026-10-26' },
    rawSpans: [{ start: dayBounds(zone, '2026-10-26' as Day).start, end: window.end }],
  })
})

t.test('a range of days is whole months and the days beside them', async t => {
  const of = (from: string, before: string) => wholeMonthsIn({ from: from as Day, before: before as Day })
  t.strictSame(of('2026-01-31', '2026-04-02'), {
    months: { from: '2026-02', before: '2026-04' },
    days: [
      { from: '2026-01-31', before: '2026-02-01' },
      { from: '2026-04-01', before: '2026-04-02' },
    ],
  })
  t.strictSame(of('2025-12-01', '2026-01-01'), { months: { from: '2025-12', before: '2026-01' }, days: [] })
  const short = { from: '2026-02-02', before: '2026-03-31' }
  t.strictSame(of(short.from, short.before), { months: undefined, days: [short] })
})

t.test('days from rollups and raw edges make the window, to the second', async () => {
  const windows = fc
    .tuple(fc.integer({ min: 0, max: timelineMinutes - 1 }), fc.integer({ min: 1, max: timelineMinutes }))
    .map(([from, length]) => asDays(minutes(from, Math.min(from + length, timelineMinutes))))
  const day = fc.integer({ min: 0, max: 3 }).map(index => localDay(index).day)
  const coverage = fc.record({ from: day, before: day, dirty: fc.uniqueArray(day) })
  fc.assert(
    fc.property(timelines(fc.integer({ min: 1, max: 3 })), windows, coverage, (timeline, window, rolled) => {
      const facts = factsAsDays(timeline)
      const over = [0, 1, 2, 3].map(localDay).filter(({ span }) => span.end <= facts.asOf)
      const before = over.some(each => each.day === rolled.before)
        ? rolled.before
        : (over.at(-1)?.day ?? rolled.from)
      const plan = planWindow('UTC', window, { ...rolled, before })
      const fromDays = over
        .filter(each => plan.days !== undefined && each.day >= plan.days.from && each.day < plan.days.before)
        .filter(each => !rolled.dirty.includes(each.day))
        .map(each => rollupDay(facts, each).figures)
      const fromRaw = plan.rawSpans.map(part => partitionOf(facts, part))
      assert.deepEqual(sumOf([...fromDays, ...fromRaw]), partitionOf(facts, window))
    }),
    { numRuns: 1000 },
  )
})

/** Each hour of a random timeline becomes a day, so that its four hours are four days. */
const asDays = ({ start, end }: Span): Span => span(stretched(start), stretched(end))

const stretched = (at: number) => monday + (at - monday) * 24

const factsAsDays = (facts: InstrumentFacts): InstrumentFacts => ({
  ...facts,
  inService: facts.inService.map(asDays),
  open: facts.open.map(asDays),
  outages: facts.outages.map(each => ({ ...each, ...asDays(each) })),
  bookings: facts.bookings.map(each => ({ ...each, ...asDays(each) })),
  runs: facts.runs.map(each => ({ ...each, ...asDays(each) })),
  asOf: instant(stretched(facts.asOf)),
})

t.test('I17: by institution = by alliance = by instrument = by month = total', async () => {
  const months = [minutes(0, 100), minutes(100, timelineMinutes)]
  const fleets = fc.array(timelines(fc.integer({ min: 1, max: 3 })), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(fleets, fleet => {
      const cells = fleet.map(facts => months.map(month => partitionOf(facts, month)))
      const whole = sumOf(cells.flat())
      const byInstrument = cells.map(row => sumOf(row).total)
      const byMonth = months.map((_, month) => sumOf(cells.map(row => row[month] ?? sumOf([]))).total)
      for (const column of USER_COLUMNS) {
        const over = (times: Iterable<UserTime>) => [...times].reduce((sum, time) => sum + time[column], 0)
        assert.equal(over(timeByInstitution(whole.users).values()), whole.total[column])
        assert.equal(over(timeByAlliance(whole.users).values()), whole.total[column])
        assert.equal(over(byInstrument), whole.total[column])
        assert.equal(over(byMonth), whole.total[column])
      }
    }),
    { numRuns: 500 },
  )
})
