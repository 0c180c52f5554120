import { DateTime } from 'luxon'
import t from 'tap'
import type { BookingFact, RunFact } from '../../../src/domain/report/facts.ts'
import { metricsOf, type Ratio, ratioOf, shareOf, userMetricsOf } from '../../../src/domain/report/metrics.ts'
import { partitionOf } from '../../../src/domain/report/partition.ts'
import { rollupDay, sumOf } from '../../../src/domain/report/rollup.ts'
import { timeByInstitution } from '../../../src/domain/report/users.ts'
import { type Span, span } from '../../../src/domain/span.ts'
import type { Day } from '../../../src/domain/units.ts'
import { aBooking, anInstrument, anOutage, aRun, hours, inHours } from './builders.ts'

const october = DateTime.fromISO('2026-10-01', { zone: 'Asia/Shanghai' })
const at = (day: DateTime, from: number, to: number): Span =>
  span(day.plus({ hours: from }).toMillis(), day.plus({ hours: to }).toMillis())
const month = at(october, 0, 31 * 24)
const days = Array.from({ length: 31 }, (_, index) => october.plus({ days: index }))
const weekdays = days.filter(day => day.weekday <= 5)

/** The workday with this number, the two that the outages take not counted. */
const workday = (number: number) => weekdays.toSpliced(1, 2)[number - 1] as DateTime

/**
 * The example month of `reports.md` §5.2 as it may have happened: open 8–22 on 22 workdays, the second one
 * (a Friday) under maintenance, broken from that evening until the third (Monday) 14:00; on the others 12 h
 * are reserved.
 */
function exampleMonth() {
  const bookings: BookingFact[] = []
  const runs: RunFact[] = []
  const book = (number: number, reserved: readonly [number, number], booking: Partial<BookingFact>) => {
    const id = `bkg_${bookings.length}`
    bookings.push(aBooking(at(workday(number), ...reserved), { id, ...booking }))
    return id
  }
  const use = (
    number: number,
    used: readonly [number, number],
    user: { institutionId: string; allianceId: string | null },
  ) => {
    const bookingId = book(number, [8, 20], user)
    runs.push(aRun(at(workday(number), ...used), { id: bookingId, bookingId, ...user }))
  }
  const host = { institutionId: 'host', allianceId: null }
  const member = { institutionId: 'member', allianceId: 'all_1' }
  const outsider = { institutionId: 'company', allianceId: null }
  for (let number = 1; number <= 10; number++) use(number, [8, 20], host)
  use(11, [8, 14], host)
  for (let number = 12; number <= 16; number++) use(number, [8, 20], member)
  use(17, [17, 20], member)
  use(18, [8, 20], outsider)
  use(19, [8, 17], outsider)
  book(20, [8, 16], { ...member, state: 'no_show' })
  book(20, [16, 20], { ...member, state: 'cancelled', cancelledLate: true })
  const [, maintained, broken] = weekdays as [DateTime, DateTime, DateTime]
  return anInstrument({
    inService: [month],
    open: weekdays.map(day => at(day, 8, 22)),
    outages: [
      anOutage(at(maintained, 0, 24), 'planned'),
      anOutage(
        span(maintained.plus({ hours: 20 }).toMillis(), broken.plus({ hours: 14 }).toMillis()),
        'unplanned',
      ),
    ],
    bookings,
    runs,
  })
}

const percent = ({ value }: Ratio) => (value === null ? null : Math.round(value * 1000) / 10)

t.test('the example month comes out of its raw facts', async t => {
  const { total, users } = partitionOf(exampleMonth(), month)
  t.strictSame(inHours(total), {
    calendar: 744,
    open: 308,
    plannedDown: 14,
    unplannedDown: 6,
    available: 288,
    idle: 48,
    failures: 1,
    repair: 66,
    reserved: 240,
    used: 210,
    usedInReservation: 210,
    usedByMembers: 63,
    usedByOutsiders: 21,
    noShow: 8,
    lateCancel: 4,
    earlyFinish: 18,
    runs: 19,
    bookings: 20,
    noShows: 1,
    lateCancels: 1,
  })
  const metrics = metricsOf(total)
  t.equal(percent(metrics.availability), 93.5)
  t.equal(percent(metrics.bookingRate), 83.3)
  t.equal(percent(metrics.utilization), 72.9)
  t.equal(percent(metrics.utilizationOfOpen), 68.2)
  t.equal(percent(metrics.utilizationOfCalendar), 28.2)
  t.equal(percent(metrics.noShowTime), 3.3)
  t.equal(percent(metrics.sharedShare), 40)
  t.equal(percent(metrics.memberShare), 30)
  t.equal(percent(metrics.outsiderShare), 10)
  t.equal(percent(metrics.noShowRate), 5)
  t.equal(percent(metrics.lateCancelLoss), 1.7)
  t.equal(percent(metrics.bookingAccuracy), 87.5)
  t.equal(percent(metrics.walkInUse), 0)
  t.equal(percent(metrics.idleRate), 16.7)
  t.equal(percent(metrics.plannedDownRate), 4.5)
  t.equal(percent(metrics.unplannedDownRate), 1.9)
  t.strictSame(metrics.usedBetweenFailures, { numerator: 210 * 3600, denominator: 1, value: 210 * 3600 })
  t.strictSame(metrics.timeToRepair, { numerator: 66 * 3600, denominator: 1, value: 66 * 3600 })
  t.equal(percent(shareOf(timeByInstitution(users).get('member') ?? total, total)), 30)
})

t.test('its 31 daily rollups add up to the month', async t => {
  const rollups = days.map(day =>
    rollupDay(exampleMonth(), { day: day.toISODate() as Day, span: at(day, 0, 24) }),
  )
  t.strictSame(sumOf(rollups.map(({ figures }) => figures)), partitionOf(exampleMonth(), month))
})

t.test('a month of use as booked has no no-show and wastes nothing', async t => {
  const bookings = weekdays.map((day, index) => aBooking(at(day, 9, 17), { id: `bkg_${index}` }))
  const runs = bookings.map(({ id, start, end }) => aRun({ start, end }, { id, bookingId: id }))
  const { total } = partitionOf(anInstrument({ bookings, runs }), month)
  t.equal(total.usedSeconds, total.reservedSeconds)
  t.equal(total.usedSeconds, 22 * 8 * 3600)
  t.equal(total.noShowSeconds + total.lateCancelSeconds + total.earlyFinishSeconds + total.noShows, 0)
})

t.test('a ratio without a denominator is null, never 0 or 100', async t => {
  t.strictSame(ratioOf(0, 0), { numerator: 0, denominator: 0, value: null })
  t.strictSame(ratioOf(0, 3), { numerator: 0, denominator: 3, value: 0 })
  const nothing = partitionOf(anInstrument({ inService: [] }), hours(0, 24)).total
  const metrics: Readonly<Record<string, Ratio>> = { ...metricsOf(nothing) }
  t.ok(Object.values(metrics).every(({ value }) => value === null))
  t.equal(userMetricsOf(nothing).noShowRate.value, null)
})
