import t from 'tap'
import {
  dayEarliest,
  dayLatest,
  dayOf,
  daysBetween,
  isDay,
  isTimeOfDay,
  minutesOf,
  nextDay,
  previousDay,
  serialOf,
  weekdayOf,
} from '../../../src/domain/calendar/day.ts'
import type { Day, TimeOfDay } from '../../../src/domain/units.ts'

const day = (text: string): Day => text as Day

t.test('every day from 1900 to 2199 agrees with the calendar of JavaScript', async t => {
  const first = serialOf(dayEarliest)
  const last = serialOf(dayLatest)
  const wrong = []
  for (let serial = first; serial <= last; serial++) {
    const expected = new Date(serial * 86_400_000)
    const text = expected.toISOString().slice(0, 10)
    const weekday = expected.getUTCDay() === 0 ? 7 : expected.getUTCDay()
    if (dayOf(serial) !== text || serialOf(day(text)) !== serial || weekdayOf(day(text)) !== weekday)
      wrong.push(text)
  }
  t.strictSame(wrong, [])
  t.equal(last - first + 1, 109_573)
})

t.test('days follow one another over the ends of months, years and Februaries', async t => {
  t.equal(nextDay(day('2024-02-28')), '2024-02-29')
  t.equal(nextDay(day('2026-02-28')), '2026-03-01')
  t.equal(nextDay(day('2100-02-28')), '2100-03-01', '2100 is no leap year')
  t.equal(previousDay(day('2027-01-01')), '2026-12-31')
  t.equal(daysBetween(day('2024-02-01'), day('2024-03-01')), 29)
  t.equal(daysBetween(day('2026-03-01'), day('2026-02-27')), -2)
})

t.test('a date that no calendar has is no day', async t => {
  for (const text of [
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-1-1',
    '20260101',
    '',
    ' 2026-01-01',
  ]) {
    t.notOk(isDay(text), text)
  }
  for (const text of ['0202-01-01', '1899-12-31', '2200-01-01'])
    t.notOk(isDay(text), `${text} is a slip of the finger`)
  t.ok(isDay('2028-02-29'))
  t.throws(() => serialOf(day('2026-02-29')), { name: 'AssertionError' })
})

t.test('a time of day is HH:MM up to 24:00', async t => {
  for (const text of ['00:00', '09:30', '23:59', '24:00']) t.ok(isTimeOfDay(text), text)
  for (const text of ['24:01', '9:30', '23:60', '25:00', '12:00:00', '', '12:00\n'])
    t.notOk(isTimeOfDay(text), text)
  t.equal(minutesOf('24:00' as TimeOfDay), 1440)
  t.equal(minutesOf('09:30' as TimeOfDay), 570)
  t.throws(() => minutesOf('noon' as TimeOfDay), { name: 'AssertionError' })
})
