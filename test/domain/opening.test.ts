import t from 'tap'
import { isOpenThroughout, onGrid, openSpans, stretchSpans } from '../../src/domain/opening.ts'
import type { DayStretch, OpeningHours, Weekday, WeeklyStretch } from '../../src/domain/policy.ts'
import { span, type Span } from '../../src/domain/span.ts'
import { type Day, instant, type Instant, seconds, type TimeOfDay } from '../../src/domain/units.ts'
import { formatInstant } from '../../src/domain/zone.ts'

const shanghai = 'Asia/Shanghai'
const workdays: readonly Weekday[] = [1, 2, 3, 4, 5]

const at = (text: string): Instant => instant(Date.parse(text))
const between = (text: string): Span => {
  const [start, end] = text.split(' / ') as [string, string]
  return span(at(start), at(end))
}
const stretch = (text: string): DayStretch => {
  const [from, to] = text.split('-') as [TimeOfDay, TimeOfDay]
  return { from, to }
}
const on = (weekdays: readonly Weekday[], ...stretches: readonly string[]): WeeklyStretch[] =>
  weekdays.flatMap(weekday => stretches.map(each => ({ weekday, ...stretch(each) })))
const hours = (
  weekly: readonly WeeklyStretch[],
  exceptions: Readonly<Record<string, string[]>> = {},
): OpeningHours => ({
  weekly,
  exceptions: Object.entries(exceptions).map(([date, open]) => ({
    date: date as Day,
    open: open.map(stretch),
  })),
})
const shown = (zone: string, spans: readonly Span[]): string[] =>
  spans.map(each => `${formatInstant(zone, each.start)} / ${formatInstant(zone, each.end)}`)

// 2026-05-01 is a Friday.
const weekend = between('2026-05-01T00:00+08:00 / 2026-05-04T00:00+08:00')

t.test('an instrument is open in its weekly stretches', async t => {
  t.strictSame(
    shown(shanghai, openSpans(hours(on(workdays, '13:00-18:00', '08:30-12:00')), shanghai, weekend)),
    [
      '2026-05-01T08:30:00+08:00 / 2026-05-01T12:00:00+08:00',
      '2026-05-01T13:00:00+08:00 / 2026-05-01T18:00:00+08:00',
    ],
  )
})

t.test('the window cuts what reaches beyond it', async t => {
  const lunch = between('2026-05-01T11:00+08:00 / 2026-05-01T14:00+08:00')
  t.strictSame(
    shown(shanghai, openSpans(hours(on(workdays, '08:30-12:00', '13:00-18:00')), shanghai, lunch)),
    [
      '2026-05-01T11:00:00+08:00 / 2026-05-01T12:00:00+08:00',
      '2026-05-01T13:00:00+08:00 / 2026-05-01T14:00:00+08:00',
    ],
  )
})

t.test('a stretch runs across midnight, and one that ends when it began lasts a day', async t => {
  t.strictSame(shown(shanghai, openSpans(hours(on([5], '20:00-06:00')), shanghai, weekend)), [
    '2026-05-01T20:00:00+08:00 / 2026-05-02T06:00:00+08:00',
  ])
  t.strictSame(shown(shanghai, openSpans(hours(on([5], '09:00-09:00')), shanghai, weekend)), [
    '2026-05-01T09:00:00+08:00 / 2026-05-02T09:00:00+08:00',
  ])
  t.strictSame(shown(shanghai, openSpans(hours(on([4], '20:00-00:00')), shanghai, weekend)), [])
  t.strictSame(
    shown(shanghai, openSpans(hours(on([4], '20:00-06:00')), shanghai, weekend)),
    ['2026-05-01T00:00:00+08:00 / 2026-05-01T06:00:00+08:00'],
    'begun on the Thursday before the window',
  )
})

t.test('days that are open throughout are one span', async t => {
  t.strictSame(openSpans(hours(on([5, 6, 7], '00:00-24:00')), shanghai, weekend), [weekend])
  t.strictSame(openSpans(hours(on([5, 6, 7], '00:00-00:00')), shanghai, weekend), [weekend])
})

t.test('an exception replaces what begins on its date, not the night that runs into it', async t => {
  const everyNight = on([1, 2, 3, 4, 5, 6, 7], '20:00-02:00')
  t.strictSame(shown(shanghai, openSpans(hours(everyNight, { '2026-05-02': [] }), shanghai, weekend)), [
    '2026-05-01T00:00:00+08:00 / 2026-05-01T02:00:00+08:00',
    '2026-05-01T20:00:00+08:00 / 2026-05-02T02:00:00+08:00',
    '2026-05-03T20:00:00+08:00 / 2026-05-04T00:00:00+08:00',
  ])
  t.strictSame(
    shown(
      shanghai,
      openSpans(hours(on(workdays, '09:00-17:00'), { '2026-05-03': ['10:00-12:00'] }), shanghai, weekend),
    ),
    [
      '2026-05-01T09:00:00+08:00 / 2026-05-01T17:00:00+08:00',
      '2026-05-03T10:00:00+08:00 / 2026-05-03T12:00:00+08:00',
    ],
    'a make-up workday on Sunday',
  )
})

t.test('the same hours may be asked about in several zones', async t => {
  const always = hours(on(workdays, '09:00-10:00'))
  const friday = between('2026-05-01T00:00Z / 2026-05-02T00:00Z')
  for (const zone of [shanghai, 'Europe/London', shanghai]) {
    t.match(shown(zone, openSpans(always, zone, friday)), [/T09:00:00\S+ \/ \S+T10:00:00/], zone)
  }
})

t.test('a whole day that begins at 01:00 is open from then', async t => {
  const zone = 'America/Sao_Paulo'
  const sunday = hours(on([7], '00:00-24:00'))
  const window = between('2018-11-03T00:00Z / 2018-11-06T00:00Z')
  t.strictSame(shown(zone, openSpans(sunday, zone, window)), [
    '2018-11-04T01:00:00-02:00 / 2018-11-05T00:00:00-02:00',
  ])
})

t.test('the day before a repeated first hour ends with its own midnight', async t => {
  const zone = 'America/Havana'
  const window = between('2024-11-01T12:00Z / 2024-11-05T12:00Z')
  const saturday = openSpans(hours(on([6], '00:00-24:00')), zone, window)
  const sunday = openSpans(hours(on([7], '00:00-24:00')), zone, window)
  t.strictSame(shown(zone, saturday), ['2024-11-02T00:00:00-04:00 / 2024-11-03T00:00:00-04:00'])
  t.strictSame(shown(zone, sunday), ['2024-11-03T00:00:00-04:00 / 2024-11-04T00:00:00-05:00'], '25 hours')
})

t.test('where the clock falls back across midnight, a day is open for that day', async t => {
  const zone = 'America/St_Johns'
  const window = between('2006-10-27T12:00Z / 2006-10-31T12:00Z')
  const saturday = openSpans(hours(on([6], '00:00-24:00')), zone, window)
  t.strictSame(shown(zone, saturday), ['2006-10-28T00:00:00-02:30 / 2006-10-29T00:00:00-02:30'])
  const evening = span(at('2006-10-29T02:45Z'), at('2006-10-29T02:50Z'))
  t.strictSame(
    openSpans(hours(on([5], '23:30-23:30')), zone, evening),
    [evening],
    'begun on Friday, two dates ago',
  )
})

t.test('open throughout means without a break', async t => {
  const twoShifts = hours(on(workdays, '08:00-12:00', '12:00-16:00', '17:00-19:00'))
  const open = (text: string) => isOpenThroughout(twoShifts, shanghai, between(text))
  t.ok(open('2026-05-01T08:00+08:00 / 2026-05-01T16:00+08:00'), 'shifts that touch')
  t.notOk(open('2026-05-01T15:00+08:00 / 2026-05-01T18:00+08:00'), 'a break between')
  t.notOk(open('2026-05-01T07:59+08:00 / 2026-05-01T09:00+08:00'), 'too early')
  t.notOk(open('2026-05-01T18:00+08:00 / 2026-05-01T19:01+08:00'), 'too late')
  t.notOk(open('2026-05-02T09:00+08:00 / 2026-05-02T10:00+08:00'), 'closed')
})

t.test('the window of a cap is read like opening hours, once for each list', async t => {
  const prime = on(workdays, '09:00-17:00')
  const first = stretchSpans(prime, shanghai, weekend)
  t.strictSame(shown(shanghai, first), ['2026-05-01T09:00:00+08:00 / 2026-05-01T17:00:00+08:00'])
  t.strictSame(stretchSpans(prime, shanghai, weekend), first)
})

t.test('the grid begins at local midnight, on the face of the clock', async t => {
  const grid = (zone: string, minutes: number, text: string) => onGrid(zone, seconds(minutes * 60), at(text))
  t.ok(grid(shanghai, 30, '2026-05-01T09:30+08:00'))
  t.notOk(grid(shanghai, 60, '2026-05-01T09:30+08:00'))
  t.notOk(grid(shanghai, 30, '2026-05-01T09:30:00.001+08:00'))
  t.ok(grid('Asia/Kolkata', 60, '2026-05-01T09:00+05:30'), 'though it is half past in UTC')
  t.ok(grid('Australia/Lord_Howe', 60, '2026-10-04T09:00+11:00'), '8.5 hours after midnight, yet 09:00')
  t.ok(grid('America/Sao_Paulo', 120, '2018-11-04T02:00-02:00'), 'one hour after the day began, yet 02:00')
  t.ok(grid(shanghai, 7 * 60, '2026-05-02T00:00+08:00'), 'a step that does not divide the day begins anew')
  t.notOk(grid(shanghai, 7 * 60, '2026-05-02T04:00+08:00'))
  t.throws(() => onGrid(shanghai, seconds(0), at('2026-05-01T09:00+08:00')), { name: 'AssertionError' })
})

t.test('a window beyond ten years is a mistake of ours', async t => {
  const window = between('2020-01-01T00:00Z / 2031-01-01T00:00Z')
  t.throws(() => openSpans(hours([]), shanghai, window), { name: 'AssertionError' })
})
