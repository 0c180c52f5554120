import { strict as assert } from 'node:assert'
import fc from 'fast-check'
import t from 'tap'
import { definitionsVersion } from '../../../src/domain/report/columns.ts'
import { partitionOf } from '../../../src/domain/report/partition.ts'
import { planWindow, rollupDay, sumOf } from '../../../src/domain/report/rollup.ts'
import { USER_COLUMNS, type UserTime } from '../../../src/domain/report/time.ts'
import { timeByAlliance, timeByInstitution } from '../../../src/domain/report/users.ts'
import type { Day } from '../../../src/domain/units.ts'
import { aBooking, anInstrument, aRun, hours, inHours, minutes } from './builders.ts'
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
  t.strictSame(row, { instrumentId: 'ins_1', day: '2026-10-05', definitions: definitionsVersion })
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
  const [monday, tuesday, thursday] = [localDay(0), localDay(1), localDay(3)]
  t.strictSame(planWindow(hours(12, 120), [thursday, tuesday, monday]), {
    rolledDays: ['2026-10-06', '2026-10-08'],
    rawSpans: [hours(12, 24), hours(48, 72), hours(96, 120)],
  })
  t.strictSame(planWindow(hours(24, 48), [tuesday]), { rolledDays: ['2026-10-06'], rawSpans: [] })
})

t.test('days from rollups and raw edges make the window, to the second', async () => {
  const day = (index: number) => ({
    day: `2026-10-0${index + 1}` as Day,
    span: minutes(60 * index, 60 * (index + 1)),
  })
  const windows = fc
    .tuple(fc.integer({ min: 0, max: timelineMinutes - 1 }), fc.integer({ min: 1, max: timelineMinutes }))
    .map(([from, length]) => minutes(from, Math.min(from + length, timelineMinutes)))
  const clean = fc.subarray([0, 1, 2, 3].map(day))
  fc.assert(
    fc.property(timelines(fc.integer({ min: 1, max: 3 })), windows, clean, (facts, window, days) => {
      const rolled = days.filter(({ span }) => span.end <= facts.asOf)
      const plan = planWindow(window, rolled)
      const fromDays = rolled
        .filter(({ day }) => plan.rolledDays.includes(day))
        .map(each => rollupDay(facts, each).figures)
      const fromRaw = plan.rawSpans.map(part => partitionOf(facts, part))
      assert.deepEqual(sumOf([...fromDays, ...fromRaw]), partitionOf(facts, window))
    }),
    { numRuns: 1000 },
  )
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
