import { DateTime } from 'luxon'
import t, { type Test } from 'tap'
import type { CountedBooking } from '../../src/domain/bookingFacts.ts'
import { capPeriods, countUnderCap } from '../../src/domain/caps.ts'
import type { Cap, WeeklyStretch } from '../../src/domain/policy.ts'
import { capExceeded } from '../../src/domain/rules/cap-exceeded.ts'
import { type Span, span } from '../../src/domain/span.ts'
import { type Instant, instant, type Seconds, type TimeOfDay } from '../../src/domain/units.ts'
import { aRequest, now, on, someFacts } from './bookingFacts.ts'
import { readTable, type Row, tablesAbsent } from './tzTables.ts'

const zone = 'Asia/Shanghai'
const hour = 3600

const cap = (given: Partial<Cap>): Cap => ({
  per: 'person',
  measure: 'seconds',
  limit: 4 * hour,
  period: 'day',
  ...given,
})

const booked = (start: Instant, end: Instant, given: Partial<CountedBooking> = {}): CountedBooking => ({
  start,
  end,
  createdAt: on('08:00', '2026-02-01'),
  state: 'confirmed',
  ...given,
})

const counts = (of: Partial<Cap>, request: Span, bookings: readonly CountedBooking[] = []) =>
  countUnderCap(cap(of), { request, bookings, zone, now }).map(each => [each.used, each.requested])

const morning = span(on('10:00'), on('12:00'))

t.test('a day counts what lies in it, the request beside what is booked', async t => {
  const bookings = [
    booked(on('08:00'), on('09:00')),
    booked(on('22:00', '2026-03-03'), on('02:00')),
    booked(on('10:00', '2026-03-05'), on('11:00', '2026-03-05')),
  ]
  t.strictSame(
    counts({}, morning, bookings),
    [[3 * hour, 2 * hour]],
    'the night before is clipped at midnight',
  )
  t.strictSame(counts({ measure: 'count' }, morning, bookings), [[2, 1]])
})

t.test('a request over midnight is judged in both days', async t => {
  const night = span(on('22:00'), on('03:00', '2026-03-05'))
  t.strictSame(counts({}, night), [
    [0, 2 * hour],
    [0, 3 * hour],
  ])
  t.strictSame(counts({ measure: 'count' }, night), [
    [0, 1],
    [0, 1],
  ])
})

t.test('weeks begin on Monday, months on the first', async t => {
  const overSunday = span(on('20:00', '2026-03-08'), on('04:00', '2026-03-09'))
  t.strictSame(counts({ period: 'week' }, overSunday, [booked(on('10:00'), on('11:00'))]), [
    [hour, 4 * hour],
    [0, 4 * hour],
  ])
  const overMonths = span(on('23:00', '2026-03-31'), on('01:00', '2026-04-01'))
  t.strictSame(counts({ period: 'month' }, overMonths, [booked(on('10:00'), on('11:00'))]), [
    [hour, hour],
    [0, hour],
  ])
})

t.test('upcoming is what has not ended yet', async t => {
  const bookings = [
    booked(on('06:00', '2026-03-02'), on('07:00', '2026-03-02')),
    booked(on('07:00', '2026-03-02'), on('10:00', '2026-03-02'), { state: 'in_use' }),
    booked(on('07:00', '2026-03-02'), on('11:00', '2026-03-02'), { state: 'completed' }),
    booked(on('09:00', '2026-04-02'), on('10:00', '2026-04-02')),
  ]
  t.strictSame(counts({ period: 'upcoming', measure: 'count' }, morning, bookings), [[2, 1]])
  t.strictSame(
    counts({ period: 'upcoming' }, morning, bookings),
    [[3 * hour, 2 * hour]],
    'what is left of it',
  )
  const running = span(on('06:30', '2026-03-02'), on('09:00', '2026-03-02'))
  t.strictSame(counts({ period: 'upcoming', measure: 'count' }, running, bookings), [[2, 1]])
  t.strictSame(
    capPeriods('upcoming', zone, running, now).map(each => each.start),
    [now],
  )
})

t.test('only time in the window counts', async t => {
  const stretch = { weekday: 3, from: '09:00' as TimeOfDay, to: '11:00' as TimeOfDay } as const
  const window: readonly WeeklyStretch[] = [stretch]
  t.strictSame(counts({ window }, morning, [booked(on('08:00'), on('09:30'))]), [[1800, hour]])
  const afternoon = span(on('13:00'), on('14:00'))
  t.strictSame(counts({ window, measure: 'count' }, afternoon), [[0, 0]])
})

t.test('what is booked near its start is free of the cap, then and afterwards', async t => {
  const exempt = { exemptWithinSeconds: (2 * hour) as Seconds }
  const soon = span(on('10:00', '2026-03-02'), on('18:00', '2026-03-02'))
  t.strictSame(counts(exempt, soon), [])
  const late = booked(on('08:00'), on('09:00'), { createdAt: on('06:00') })
  const early = booked(on('08:00'), on('09:00'), { createdAt: on('05:59') })
  t.strictSame(counts(exempt, morning, [late, early]), [[hour, 2 * hour]])
})

t.test('the refusal of each cap says the period in which it is over', async t => {
  const bookings = [booked(on('13:00'), on('16:00'))]
  const caps = [
    { cap: cap({}), bookings },
    { cap: cap({ limit: 5 * hour }), bookings },
    { cap: cap({ measure: 'count', limit: 1, per: 'group', period: 'week' }), bookings },
  ]
  t.strictSame(capExceeded(aRequest(), someFacts({ caps }), now), [
    {
      code: 'cap-exceeded',
      per: 'person',
      measure: 'seconds',
      period: 'day',
      limit: 4 * hour,
      used: 3 * hour,
      requested: 2 * hour,
    },
    { code: 'cap-exceeded', per: 'group', measure: 'count', period: 'week', limit: 1, used: 1, requested: 1 },
  ])
  const stretch = { weekday: 7, from: '09:00' as TimeOfDay, to: '11:00' as TimeOfDay } as const
  const full = { cap: cap({ limit: 0, window: [stretch] }), bookings }
  t.strictSame(
    capExceeded(aRequest(), someFacts({ caps: [full] }), now),
    [],
    'nothing asked of a full window',
  )
})

/** Midnights by luxon, which the calendar of `src` only reads offsets from. */
function checkDayOf(t: Test, row: Row) {
  const zoneOfRow = row['zone'] as string
  const at = Date.parse(row['utc_instant'] as string)
  const day = DateTime.fromMillis(at - 1, { zone: zoneOfRow }).startOf('day')
  const midnights = [0, 1, 2].map(days => day.plus({ days }).startOf('day').toMillis())
  const [first = 0, second = 0, third = 0] = midnights
  const lengths = [(second - first) / 1000, (third - second) / 1000]
  const both = span(first, third)
  const name = `${zoneOfRow} ${day.toISODate()}`
  const question = { request: both, bookings: [], zone: zoneOfRow, now }
  const counted = countUnderCap(cap({}), question)
  t.strictSame(
    counted.map(each => each.requested),
    lengths,
    name,
  )
  const halfHours = span(second - 1_800_000, second + 1_800_000)
  const asked = countUnderCap(cap({}), {
    ...question,
    request: halfHours,
    bookings: [booked(instant(first), instant(third))],
  })
  t.strictSame(
    asked,
    lengths.map(used => ({ used, requested: 1800 })),
    `${name}: half an hour on each side of midnight`,
  )
}

t.test('day caps are right on every gap and overlap of 2024–2030', { skip: tablesAbsent }, async t => {
  const rows = readTable('transitions_2024_2030.csv')
  t.equal(rows.length, 126)
  for (const row of rows) checkDayOf(t, row)
})
