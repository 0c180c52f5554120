import fc from 'fast-check'
import t from 'tap'
import {
  cellAt,
  cellsBetween,
  dayAt,
  dayGrid,
  millisecondsPerHour,
  sameTimeOn,
  scaleOf,
  snap,
  stepOfMinutes,
  ticksOf,
  tickHours,
  timeAt,
  xOf,
} from '../../../src/web/timeline/geometry.ts'

const hour = millisecondsPerHour
const at = (iso: string): number => Date.parse(iso)
const newYork = 'America/New_York'
/** The week in which New York sets its clocks back, Sunday 2026-11-01 to Sunday 2026-11-08. */
const autumnWeek = { start: at('2026-11-01T04:00Z'), end: at('2026-11-08T05:00Z') }
const quarters = dayGrid(autumnWeek, newYork, stepOfMinutes(15))

t.test('the week of the clock change has 169 hours, and its Sunday 25', async t => {
  t.equal((autumnWeek.end - autumnWeek.start) / hour, 169)
  t.strictSame(
    quarters.days.map(day => (day.end - day.start) / hour),
    [25, 24, 24, 24, 24, 24, 24],
  )
  t.equal(quarters.days[0]?.date, '2026-11-01')
  t.equal(quarters.days.at(-1)?.end, autumnWeek.end)
})

t.test('the day on which clocks go forward has 23 hours', async t => {
  const day = { start: at('2026-03-08T05:00Z'), end: at('2026-03-09T04:00Z') }
  t.strictSame(dayGrid(day, newYork, 'day').days, [{ date: '2026-03-08', ...day }])
})

t.test('a week of Shanghai has seven days of 24 hours', async t => {
  const week = { start: at('2026-11-22T16:00Z'), end: at('2026-11-29T16:00Z') }
  const { days } = dayGrid(week, 'Asia/Shanghai', 'day')
  t.equal(days.length, 7)
  t.ok(days.every(day => day.end - day.start === 24 * hour))
  t.equal(days[0]?.date, '2026-11-23')
})

t.test('a day without midnight begins at one', async t => {
  const window = { start: at('2026-04-23T22:00Z'), end: at('2026-04-24T20:00Z') }
  const [day] = dayGrid(window, 'Africa/Cairo', 'day').days
  t.equal(day?.start, at('2026-04-23T22:00Z'), 'what would be 00:00 reads 01:00')
  t.equal(((day?.end ?? 0) - (day?.start ?? 0)) / hour, 23)
})

t.test('a window that begins within a day shows that day whole', async t => {
  const window = { start: at('2026-11-03T12:00Z'), end: at('2026-11-03T13:00Z') }
  const { days } = dayGrid(window, newYork, 'day')
  t.strictSame(days, [{ date: '2026-11-03', start: at('2026-11-03T05:00Z'), end: at('2026-11-04T05:00Z') }])
})

t.test('pixels and time are each other’s inverse', async () => {
  const scale = scaleOf(autumnWeek, 'week', 1100)
  const moments = fc.integer({ min: autumnWeek.start, max: autumnWeek.end })
  fc.assert(fc.property(moments, moment => Math.abs(timeAt(scale, xOf(scale, moment)) - moment) <= 1))
})

t.test('a wide screen is filled, a narrow one scrolls', async t => {
  const day = { start: autumnWeek.start, end: autumnWeek.start + 24 * hour }
  t.equal(scaleOf(day, 'day', 2400).width, 2400)
  t.equal(scaleOf(day, 'day', 300).width, 24 * 64)
})

t.test('every moment snaps to the nearest step of its day', async () => {
  const moments = fc.integer({ min: autumnWeek.start, max: autumnWeek.end - 1 })
  const property = fc.property(moments, moment => {
    const snapped = snap(quarters, moment)
    const day = dayAt(quarters, moment)
    const onStep = (snapped - day.start) % stepOfMinutes(15) === 0
    return onStep && Math.abs(snapped - moment) <= stepOfMinutes(15) / 2
  })
  fc.assert(property)
})

t.test('steps count from midnight of the zone, also where that lies between full hours', async t => {
  const window = { start: at('2026-11-22T18:15Z'), end: at('2026-11-23T18:15Z') }
  const hours = dayGrid(window, 'Asia/Kathmandu', stepOfMinutes(60))
  t.strictSame(cellAt(hours, at('2026-11-23T03:30Z')), {
    start: at('2026-11-23T03:15Z'),
    end: at('2026-11-23T04:15Z'),
  })
})

t.test('the last step of a day ends with it', async t => {
  const long = dayGrid(autumnWeek, newYork, stepOfMinutes(360))
  t.strictSame(cellAt(long, at('2026-11-02T04:30Z')), {
    start: at('2026-11-02T04:00Z'),
    end: at('2026-11-02T05:00Z'),
  })
})

t.test('a range holds the steps of both its ends, drawn either way', async t => {
  const [a, b] = [at('2026-11-03T15:05Z'), at('2026-11-03T16:50Z')]
  const range = { start: at('2026-11-03T15:00Z'), end: at('2026-11-03T17:00Z') }
  t.strictSame(cellsBetween(quarters, a, b), range)
  t.strictSame(cellsBetween(quarters, b, a), range)
})

t.test('the same time a day later is the same on the clock', async t => {
  t.equal(sameTimeOn(at('2026-11-01T04:30Z'), newYork, 1), at('2026-11-02T05:30Z'))
  t.equal(sameTimeOn(at('2026-11-02T14:00Z'), newYork, -1), at('2026-11-01T14:00Z'))
})

t.test('hour labels follow the clock through its change', async t => {
  const sunday = { start: autumnWeek.start, end: at('2026-11-02T05:00Z') }
  t.strictSame(
    ticksOf(quarters, sunday, 6).map(tick => (tick - sunday.start) / hour),
    [7, 13, 19],
  )
  t.strictSame(ticksOf(quarters, sunday, 24), [])
})

t.test('ticks keep room for their labels', async t => {
  t.equal(tickHours(scaleOf(autumnWeek, 'day', 0), 44), 1)
  t.equal(tickHours(scaleOf(autumnWeek, 'week', 0), 44), 3)
  t.equal(tickHours(scaleOf(autumnWeek, 'month', 0), 44), 24)
})
