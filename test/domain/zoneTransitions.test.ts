import t, { type Test } from 'tap'
import type { OpeningHours, Weekday, WeeklyStretch } from '../../src/domain/policy.ts'
import { isOpenThroughout, onGrid, openSpans, stretchSpans } from '../../src/domain/opening.ts'
import { intersectSpans, lengthOf, span, type Span, totalSeconds } from '../../src/domain/span.ts'
import {
  type Day,
  instant,
  type Instant,
  plusSeconds,
  seconds,
  type TimeOfDay,
} from '../../src/domain/units.ts'
import { dayBounds, formatInstant, localDay, resolveWallTime, wallAt } from '../../src/domain/zone.ts'
import { readTable, type Row, tablesAbsent } from './tzTables.ts'

/** One change of clocks, read from the table: what the calendar must reproduce. */
interface Shift {
  readonly name: string
  readonly zone: string
  readonly at: Instant
  readonly day: Day
  /** Positive: so many seconds are skipped; negative: so many come twice. */
  readonly skippedSeconds: number
  /** Wall times at which the part that is skipped or comes twice begins and ends. */
  readonly from: TimeOfDay
  readonly middle: TimeOfDay
  readonly to: TimeOfDay
}

const future = tablesAbsent === false ? readTable('transitions_2024_2030.csv') : []

t.test('the table of 2024–2030 is read whole', { skip: tablesAbsent }, async t => {
  t.equal(future.length, 126)
  t.equal(future.filter(row => row['kind'] === 'gap').length, 63)
})

for (const shift of future.map(shiftOf)) {
  t.test(shift.name, { skip: tablesAbsent }, async t => {
    dayIsShorterOrLonger(t, shift)
    hoursCountWhatTheClockDoes(t, shift)
    capsSeeTheWholeDay(t, shift)
    if (shift.skippedSeconds > 0) timesAreSkipped(t, shift)
    else timesComeTwice(t, shift)
  })
}

t.test('offsets before and after each change of 1930–2023 are right', { skip: tablesAbsent }, async t => {
  const rows = readTable('transitions_history_1930_2023.csv')
  t.equal(rows.length, 326)
  for (const row of rows) {
    const zone = row['zone'] as string
    const at = instant(Date.parse(row['utc_instant'] as string))
    const offsets = [plusSeconds(at, -1), at].map(
      each => Math.round(((wallAt(zone, each) - each) / 60_000) * 1e4) / 1e4,
    )
    const expected = [Number(row['offset_before_min']), Number(row['offset_after_min'])]
    if (offsets.join() !== expected.join()) t.strictSame(offsets, expected, `${zone} ${row['utc_instant']}`)
  }
})

t.test('local times of moment-timezone, 1900–2037, are right', { skip: tablesAbsent }, async t => {
  const rows = readTable('moment_timezone_tests.csv')
  t.equal(rows.length, 4386)
  const wrong = rows.filter(row => {
    const zone = row['zone'] as string
    const at = instant(Date.parse(row['utc_instant'] as string))
    const offsetMinutes = (wallAt(zone, at) - at) / 60_000
    const shown = new Date(wallAt(zone, at)).toISOString().slice(11, 19)
    const isWhole = Number.isInteger(offsetMinutes)
    return (
      Math.abs(offsetMinutes - Number(row['utc_offset_minutes_east'])) > 0.0001 ||
      shown !== row['local_time'] ||
      (isWhole && formatInstant(zone, at).slice(11, 19) !== shown) ||
      Date.parse(formatInstant(zone, at)) !== at
    )
  })
  t.strictSame(wrong, [])
})

function dayIsShorterOrLonger(t: Test, shift: Shift): void {
  const bounds = dayBounds(shift.zone, shift.day)
  t.equal(lengthOf(bounds), 86_400 - shift.skippedSeconds, 'the day has the hours that the clock leaves it')
  t.equal(localDay(shift.zone, bounds.start), shift.day)
  t.equal(localDay(shift.zone, instant(bounds.end - 1)), shift.day)
  t.equal(dayBounds(shift.zone, localDay(shift.zone, bounds.end)).start, bounds.end, 'days touch')
  t.equal(
    dayBounds(shift.zone, localDay(shift.zone, instant(bounds.start - 1))).end,
    bounds.start,
    'days touch',
  )
}

function hoursCountWhatTheClockDoes(t: Test, shift: Shift): void {
  const around = span(plusSeconds(shift.at, -2 * 86_400), plusSeconds(shift.at, 2 * 86_400))
  const morning = openingThatCovers(openSpans(daily('00:00', '06:00'), shift.zone, around), shift.at)
  t.equal(lengthOf(morning), 6 * 3600 - shift.skippedSeconds, 'a stretch over the change')
  const night = openingThatCovers(openSpans(daily('22:00', '06:00'), shift.zone, around), shift.at)
  t.equal(lengthOf(night), 8 * 3600 - shift.skippedSeconds, 'a stretch from the evening before')
  const dayOnly = openSpans(daily('07:00', '19:00'), shift.zone, dayBounds(shift.zone, shift.day))
  t.equal(totalSeconds(dayOnly), 12 * 3600, 'a stretch apart from the change')
  t.ok(isOpenThroughout(daily('22:00', '06:00'), shift.zone, night))
  t.ok(isOpenThroughout(daily('00:00', '24:00'), shift.zone, around))
  t.notOk(isOpenThroughout(daily('22:00', '06:00'), shift.zone, span(night.start, plusSeconds(night.end, 1))))
  const nine = resolveWallTime(shift.zone, shift.day, '09:00' as TimeOfDay, 'earlier')
  t.ok(nine.kind === 'instant' && onGrid(shift.zone, seconds(3600), nine.at), '09:00 is on the hourly grid')
}

function capsSeeTheWholeDay(t: Test, shift: Shift): void {
  const bounds = dayBounds(shift.zone, shift.day)
  const always = stretchSpans(daily('00:00', '24:00').weekly, shift.zone, bounds)
  t.strictSame(always, [bounds], '00:00–24:00 is the local day')
  const prime = stretchSpans(daily('00:00', '06:00').weekly, shift.zone, bounds)
  const booked = span(plusSeconds(bounds.start, -3600), plusSeconds(bounds.start, 8 * 3600))
  t.equal(
    totalSeconds(intersectSpans(prime, [booked])),
    6 * 3600 - shift.skippedSeconds,
    'prime time of the day',
  )
}

function timesAreSkipped(t: Test, { zone, day, at, from, middle, to }: Shift): void {
  t.strictSame(resolveWallTime(zone, day, from), { kind: 'skipped' })
  t.strictSame(resolveWallTime(zone, day, middle), { kind: 'skipped' })
  t.strictSame(resolveWallTime(zone, day, to), { kind: 'instant', at })
  const bounds = dayBounds(zone, day)
  t.equal(
    openSpans(daily(middle, '12:00'), zone, bounds)[0]?.start,
    at,
    'an opening in the gap moves to its end',
  )
  t.equal(openSpans(daily('00:00', middle), zone, bounds)[0]?.end, at, 'so does a closing')
  t.strictSame(openSpans(daily(from, to), zone, bounds), [], 'hours within the gap do not happen')
}

function timesComeTwice(t: Test, { zone, day, at, skippedSeconds, from, middle, to }: Shift): void {
  const earlier = plusSeconds(at, skippedSeconds / 2)
  const later = plusSeconds(at, -skippedSeconds / 2)
  const end = plusSeconds(at, -skippedSeconds)
  t.strictSame(resolveWallTime(zone, day, from), {
    kind: 'repeated',
    earlier: plusSeconds(at, skippedSeconds),
    later: at,
  })
  t.strictSame(resolveWallTime(zone, day, middle), { kind: 'repeated', earlier, later })
  t.strictSame(resolveWallTime(zone, day, to), { kind: 'instant', at: end })
  const bounds = dayBounds(zone, day)
  t.equal(
    openSpans(daily(middle, '12:00'), zone, bounds)[0]?.start,
    earlier,
    'opens at the earlier occurrence',
  )
  t.equal(openSpans(daily('00:00', middle), zone, bounds)[0]?.end, later, 'closes at the later one')
  t.equal(
    openSpans(daily('00:00', from), zone, bounds)[0]?.end,
    plusSeconds(at, skippedSeconds),
    'what closes as the repetition begins does not open again',
  )
  t.equal(openSpans(daily('00:00', to), zone, bounds)[0]?.end, end)
}

function shiftOf(row: Row): Shift {
  const [before, after] = [row['local_wall_before'] as string, row['local_wall_after'] as string].toSorted()
  const [from, to] = [Date.parse(`${before}Z`), Date.parse(`${after}Z`)]
  const timeOf = (wall: number): TimeOfDay => new Date(wall).toISOString().slice(11, 16) as TimeOfDay
  return {
    name: `${row['zone']}, ${before}: ${row['kind']} of ${Math.abs(Number(row['shift_minutes']))} minutes`,
    zone: row['zone'] as string,
    at: instant(Date.parse(row['utc_instant'] as string)),
    day: (before as string).slice(0, 10) as Day,
    skippedSeconds: Number(row['shift_minutes']) * 60,
    from: timeOf(from),
    middle: timeOf((from + to) / 2),
    to: timeOf(to),
  }
}

function daily(from: string, to: string): OpeningHours {
  const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]
  const weekly = weekdays.map((weekday): WeeklyStretch => ({
    weekday,
    from: from as TimeOfDay,
    to: to as TimeOfDay,
  }))
  return { weekly, exceptions: [] }
}

function openingThatCovers(opening: readonly Span[], at: Instant): Span {
  return opening.find(each => each.start <= at && at < each.end) as Span
}
