import { strict as assert } from 'node:assert'
import fc from 'fast-check'
import t from 'tap'
import { isOpenThroughout, openSpans, stretchSpans } from '../../src/domain/opening.ts'
import type { DatedException, DayStretch, OpeningHours, Weekday } from '../../src/domain/policy.ts'
import { span, type Span } from '../../src/domain/span.ts'
import type { TimeOfDay } from '../../src/domain/units.ts'
import { soakFactor } from '../support/soak.ts'
import { dateOf, dayLength, minute, remarkableDays, timeOf, type WallClock, wallClock } from './wallClock.ts'

const numRuns = Math.ceil(1000 * soakFactor)

/** Times thick around midnight and the small hours, where clocks change. */
const minutesOfDay = fc.oneof(
  fc.integer({ min: 0, max: 1439 }),
  fc.integer({ min: 0, max: 240 }),
  fc.integer({ min: 1320, max: 1439 }),
  fc.constantFrom(0, 60, 90, 120, 180),
)
const someTime = minutesOfDay.map(minutes => timeOf(minutes * minute) as TimeOfDay)
const someStretch: fc.Arbitrary<DayStretch> = fc.record({
  from: someTime,
  to: fc.oneof(someTime, fc.constant('24:00' as TimeOfDay)),
})
const someWeekday = fc.integer({ min: 1, max: 7 }) as fc.Arbitrary<Weekday>
const someWeekly = fc.array(
  fc.tuple(someWeekday, someStretch).map(([weekday, stretch]) => ({ weekday, ...stretch })),
  { maxLength: 12 },
)

/** Hours with exceptions within three days of a day. */
function someHours(about: string): fc.Arbitrary<OpeningHours> {
  const someException: fc.Arbitrary<DatedException> = fc
    .tuple(fc.integer({ min: -3, max: 3 }), fc.array(someStretch, { maxLength: 2 }))
    .map(([days, open]) => ({ date: dateOf(Date.parse(`${about}T00:00Z`) + days * dayLength), open }))
  const exceptions = fc.uniqueArray(someException, { maxLength: 3, selector: each => each.date })
  return fc.record({ weekly: someWeekly, exceptions })
}

for (const [zone, about, what] of remarkableDays) {
  const clock = wallClock(zone, about)
  // Two days before and four after: what a minute of the window needs to know lies within the eleven days.
  const someWindow = fc
    .tuple(fc.integer({ min: 3 * 1440, max: 7 * 1440 }), fc.integer({ min: 1, max: 2 * 1440 }))
    .map(([from, length]) => ({ from, to: from + length }))

  t.test(`${zone}, ${about}: ${what}; open time agrees with a count of minutes`, async () => {
    fc.assert(
      fc.property(someHours(about), someWindow, (hours, { from, to }) => {
        const open = openMinutes(clock, hours)
        const window = span(clock.start + from * minute, clock.start + to * minute)
        const answer = openSpans(hours, zone, window)
        const expected = spansOf(clock, open, from, to)
        assert.deepEqual(answer, expected)
        const isWhole =
          expected.length === 1 && expected[0]?.start === window.start && expected[0].end === window.end
        assert.equal(isOpenThroughout(hours, zone, window), isWhole)
        const withoutExceptions = spansOf(clock, openMinutes(clock, { ...hours, exceptions: [] }), from, to)
        assert.deepEqual(stretchSpans(hours.weekly, zone, window), withoutExceptions)
      }),
      { numRuns },
    )
  })
}

/**
 * The model: a stretch is open from the first to the last minute at which luxon's clock shows one of its
 * times. It knows nothing of offsets, gaps or overlaps.
 */
function openMinutes(clock: WallClock, hours: OpeningHours): Set<number> {
  const open = new Set<number>()
  const about = Date.parse(`${clock.about}T00:00Z`)
  for (let midnight = about - 5 * dayLength; midnight <= about + 5 * dayLength; midnight += dayLength) {
    for (const { from, to } of stretchesOn(hours, midnight)) {
      const first = midnight + wallTime(from)
      const last = midnight + wallTime(to) + (wallTime(to) <= wallTime(from) ? dayLength : 0)
      const shown = minutesShowing(clock, first, last)
      if (shown === undefined) continue
      // A day ends when its midnight first comes, even if the clock then goes back before it.
      const end = last % dayLength === 0 ? shown.reachedLast : shown.end
      for (let index = shown.start; index < end; index++) open.add(index)
    }
  }
  return open
}

/** Where the clock shows times in [first, last): from the first such minute to the end of the last one. */
function minutesShowing(
  clock: WallClock,
  first: number,
  last: number,
): { readonly start: number; readonly end: number; readonly reachedLast: number } | undefined {
  // No clock is more than 14 hours off UTC, and none has been moved by more than a day.
  const from = Math.max(0, (first - clock.start) / minute - 2 * 1440)
  const to = Math.min(clock.walls.length, (last - clock.start) / minute + 2 * 1440)
  let start: number | undefined
  let end = from
  let reachedLast = to
  for (let index = from; index < to; index++) {
    const wall = clock.walls[index] as number
    if (wall >= last) reachedLast = Math.min(reachedLast, index)
    if (wall < first || wall >= last) continue
    start ??= index
    end = index + 1
  }
  return start === undefined ? undefined : { start, end, reachedLast }
}

function stretchesOn(hours: OpeningHours, midnight: number): readonly DayStretch[] {
  const exception = hours.exceptions.find(each => each.date === dateOf(midnight))
  const weekday = ((new Date(midnight).getUTCDay() + 6) % 7) + 1
  return exception === undefined ? hours.weekly.filter(each => each.weekday === weekday) : exception.open
}

function wallTime(time: TimeOfDay): number {
  const [hour, minutes] = time.split(':').map(Number) as [number, number]
  return (hour * 60 + minutes) * minute
}

function spansOf(clock: WallClock, open: ReadonlySet<number>, from: number, to: number): Span[] {
  const spans: Span[] = []
  let begun: number | undefined
  for (let index = from; index <= to; index++) {
    const isOpen = index < to && open.has(index)
    if (isOpen) begun ??= index
    else if (begun !== undefined) {
      spans.push(span(clock.start + begun * minute, clock.start + index * minute))
      begun = undefined
    }
  }
  return spans
}
