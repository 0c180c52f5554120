import { strict as assert } from 'node:assert'
import fc from 'fast-check'
import { DateTime } from 'luxon'
import t from 'tap'
import { isKnownZone } from '../../src/domain/calendar/almanac.ts'
import { span } from '../../src/domain/span.ts'
import { type Day, instant, type Instant, type TimeOfDay } from '../../src/domain/units.ts'
import {
  dayBounds,
  dayExists,
  formatInstant,
  localDay,
  localDaysOf,
  monthBounds,
  resolveWallTime,
  weekBounds,
} from '../../src/domain/zone.ts'
import { soakFactor } from '../support/soak.ts'
import { dateOf, minute, remarkableDays, timeOf, wallClock } from './wallClock.ts'

const hour = 60 * minute
const day = (text: string): Day => text as Day
const time = (text: string): TimeOfDay => text as TimeOfDay
const at = (text: string): Instant => instant(Date.parse(text))
const hoursOf = (zone: string, text: string): number => {
  const bounds = dayBounds(zone, day(text))
  return (bounds.end - bounds.start) / hour
}

t.test('a local day has 23, 24 or 25 hours, or what the clock makes of it', async t => {
  t.equal(hoursOf('Asia/Shanghai', '2026-03-29'), 24)
  t.equal(hoursOf('Europe/Berlin', '2026-03-29'), 23)
  t.equal(hoursOf('Europe/Berlin', '2026-10-25'), 25)
  t.equal(hoursOf('Australia/Lord_Howe', '2026-10-04'), 23.5)
})

t.test('where midnight is skipped the day begins at 01:00', async t => {
  const bounds = dayBounds('America/Sao_Paulo', day('2018-11-04'))
  t.equal(formatInstant('America/Sao_Paulo', bounds.start), '2018-11-04T01:00:00-02:00')
  t.equal(bounds.end - bounds.start, 23 * hour)
  t.equal(dayBounds('America/Sao_Paulo', day('2018-11-03')).end, bounds.start)
})

t.test('Apia never had 2011-12-30', async t => {
  t.notOk(dayExists('Pacific/Apia', day('2011-12-30')))
  t.ok(dayExists('Pacific/Apia', day('2011-12-31')))
  t.ok(dayExists('Asia/Shanghai', day('2011-12-30')))
  t.throws(() => dayBounds('Pacific/Apia', day('2011-12-30')), { name: 'AssertionError' })
  t.equal(
    dayBounds('Pacific/Apia', day('2011-12-29')).end,
    dayBounds('Pacific/Apia', day('2011-12-31')).start,
  )
  t.strictSame(resolveWallTime('Pacific/Apia', day('2011-12-30'), time('12:00')), { kind: 'skipped' })
  const week = weekBounds('Pacific/Apia', day('2011-12-30'))
  t.equal(week.end - week.start, 6 * 24 * hour)
  t.strictSame(localDaysOf('Pacific/Apia', week), [
    '2011-12-26',
    '2011-12-27',
    '2011-12-28',
    '2011-12-29',
    '2011-12-31',
    '2012-01-01',
  ])
})

t.test('days part time even where the clock falls back across midnight', async t => {
  const zone = 'America/St_Johns'
  const midnight = at('2006-10-29T00:00-02:30')
  const eveningAgain = instant(midnight + 30 * minute)
  t.equal(
    formatInstant(zone, eveningAgain),
    '2006-10-28T23:30:00-03:30',
    'the clock shows the evening before',
  )
  t.equal(localDay(zone, eveningAgain), '2006-10-29', 'the day begun stays begun')
  t.equal(dayBounds(zone, day('2006-10-28')).end, midnight)
  t.strictSame(dayBounds(zone, day('2006-10-29')), span(midnight, midnight + 25 * hour))
})

t.test('the days of a window are those it touches, not the one at whose beginning it ends', async t => {
  const window = span(at('2026-03-28T23:59+00:00'), at('2026-03-30T00:00+01:00'))
  t.strictSame(localDaysOf('Europe/London', window), ['2026-03-28', '2026-03-29'])
})

t.test('every day of four years begins when luxon says', async t => {
  for (const zone of ['Asia/Shanghai', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/New_York']) {
    const wrong = []
    let noon = DateTime.fromObject({ year: 2024, hour: 12 }, { zone })
    for (let count = 0; count < 4 * 365; count++, noon = noon.plus({ days: 1 })) {
      const start = instant(noon.startOf('day').toMillis())
      const text = noon.toISODate() as string
      const before = noon.minus({ days: 1 }).toISODate()
      const bounds = dayBounds(zone, day(text))
      const isRight = localDay(zone, start) === text && localDay(zone, instant(start - 1)) === before
      if (bounds.start !== start || !isRight) wrong.push(text)
    }
    t.strictSame(wrong, [], zone)
  }
})

t.test('a summer time taken back within a week is not overlooked', async t => {
  const moments = [
    '2000-10-08T02:59:59Z',
    '2000-10-08T03:00:00Z',
    '2000-10-15T01:59:59Z',
    '2000-10-15T02:00:00Z',
  ]
  const offsets = moments.map(text => formatInstant('America/Recife', at(text)).slice(-6))
  t.strictSame(offsets, ['-03:00', '-02:00', '-02:00', '-03:00'])
})

t.test('weeks begin on Monday and months on the first, in the zone', async t => {
  const zones = [
    'Asia/Shanghai',
    'Europe/London',
    'America/St_Johns',
    'Australia/Lord_Howe',
    'America/Havana',
  ]
  for (const zone of zones) {
    for (let month = 1; month <= 24; month++) {
      const noon = DateTime.fromObject({ year: 2024, month: 1, day: 28, hour: 12 }, { zone }).plus({
        months: month,
      })
      const asked = day(noon.toISODate() as string)
      const expected = (unit: 'week' | 'month') =>
        span(
          noon.startOf(unit).toMillis(),
          noon
            .startOf(unit)
            .plus({ [unit]: 1 })
            .toMillis(),
        )
      t.strictSame(weekBounds(zone, asked), expected('week'), `week of ${asked} in ${zone}`)
      t.strictSame(monthBounds(zone, asked), expected('month'), `month of ${asked} in ${zone}`)
    }
  }
})

t.test('a repeated wall time needs a choice, a single one ignores it', async t => {
  const earlier = at('2026-10-25T01:30+01:00')
  const later = at('2026-10-25T01:30+00:00')
  const asked = ['Europe/London', day('2026-10-25'), time('01:30')] as const
  t.strictSame(resolveWallTime(...asked), { kind: 'repeated', earlier, later })
  t.strictSame(resolveWallTime(...asked, 'earlier'), { kind: 'instant', at: earlier })
  t.strictSame(resolveWallTime(...asked, 'later'), { kind: 'instant', at: later })
  const noon = { kind: 'instant', at: at('2026-10-25T12:00Z') }
  t.strictSame(resolveWallTime('Europe/London', day('2026-10-25'), time('12:00'), 'earlier'), noon)
  const midnight = { kind: 'instant', at: at('2026-10-26T00:00Z') }
  t.strictSame(resolveWallTime('Europe/London', day('2026-10-25'), time('24:00')), midnight)
  const skipped = resolveWallTime('Europe/London', day('2026-03-29'), time('01:30'), 'later')
  t.strictSame(skipped, { kind: 'skipped' }, 'no choice makes up for a time that is not there')
})

for (const [zone, about, what] of remarkableDays) {
  t.test(`${zone}, ${about}: ${what}; days and wall times agree with luxon by the minute`, async () => {
    const { start, walls } = wallClock(zone, about)
    const shownAt = Map.groupBy(walls.keys(), index => walls[index] as number)
    const fallsAcrossMidnight = zone === 'America/St_Johns' && about === '2006-10-29'
    const middle = fc.integer({ min: 2 * 1440, max: 9 * 1440 })
    const asked = fc.oneof(middle, fc.integer({ min: 5 * 1440 - 60, max: 5 * 1440 + 600 }))
    fc.assert(
      fc.property(asked, fc.integer({ min: -1440, max: 1440 }), (index, ahead) => {
        const instantAsked = instant(start + index * minute)
        const shown = walls[index] as number
        if (!fallsAcrossMidnight) assert.equal(localDay(zone, instantAsked), dateOf(shown))
        assert.equal(Date.parse(formatInstant(zone, instantAsked)), instantAsked)
        const wall = shown + ahead * minute
        const [earlier, later] = (shownAt.get(wall) ?? []).map(each => start + each * minute)
        const expected =
          earlier === undefined
            ? { kind: 'skipped' }
            : later === undefined
              ? { kind: 'instant', at: earlier }
              : { kind: 'repeated', earlier, later }
        assert.deepEqual(resolveWallTime(zone, dateOf(wall), time(timeOf(wall))), expected)
      }),
      { numRuns: Math.ceil(5000 * soakFactor) },
    )
  })
}

t.test('instants are written with the offset of the zone', async t => {
  t.equal(formatInstant('Asia/Shanghai', at('2026-05-01T01:00Z')), '2026-05-01T09:00:00+08:00')
  t.equal(formatInstant('America/St_Johns', at('2026-01-01T00:00Z')), '2025-12-31T20:30:00-03:30')
  t.equal(formatInstant('UTC', at('1969-12-31T23:59:59.007Z')), '1969-12-31T23:59:59.007+00:00')
  const meanTime = at('1900-12-31T15:00:00Z')
  t.equal(formatInstant('Asia/Shanghai', meanTime), '1900-12-31T23:06:00+08:06', 'really 43 seconds less')
})

t.test('a zone is a name of IANA, spelled as IANA does', async t => {
  for (const zone of Intl.supportedValuesOf('timeZone')) t.ok(isKnownZone(zone), zone)
  for (const zone of ['UTC', 'Asia/Kolkata', 'Etc/GMT+8', 'PRC', 'America/Port-au-Prince'])
    t.ok(isKnownZone(zone), zone)
  for (const zone of ['+08:00', 'asia/shanghai', 'Asia/Atlantis', '', '北京', 'A'.repeat(1000)]) {
    t.notOk(isKnownZone(zone), zone)
  }
  t.throws(() => localDay('Asia/Atlantis', at('2026-05-01T00:00Z')), { name: 'AssertionError' })
})

t.test('the calendar ends somewhere, in both directions', async t => {
  t.throws(() => localDay('UTC', at('1890-01-01T00:00Z')), { name: 'AssertionError' })
  t.throws(() => localDay('UTC', at('2210-01-01T00:00Z')), { name: 'AssertionError' })
  t.equal(localDay('UTC', at('1900-01-01T00:00Z')), '1900-01-01')
  t.equal(localDay('UTC', at('2199-12-31T23:59:59Z')), '2199-12-31')
})

t.test('answers stay right when more has been asked than is kept', async t => {
  for (const zone of ['Asia/Shanghai', 'Asia/Tokyo']) {
    for (let year = 1900; year < 2200; year++) {
      if (localDay(zone, at(`${year}-07-01T04:00Z`)) !== `${year}-07-01`) t.fail(`${zone} ${year}`)
    }
  }
  t.equal(localDay('Asia/Shanghai', at('1900-07-01T04:00Z')), '1900-07-01')
})
