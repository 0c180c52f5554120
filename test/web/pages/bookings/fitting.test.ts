import t from 'tap'
import { DEFAULT_POLICY } from '../../../../src/domain/policyDefaults.ts'
import type { Schema } from '../../../../src/web/api/schemas.ts'
import {
  daysIn,
  firstFitting,
  firstOf,
  fitted,
  nextWeekOf,
} from '../../../../src/web/pages/bookings/fitting.ts'
import { instantOf, type Span, spanText, writeInstant } from '../../../../src/web/time.ts'

const zone = 'Asia/Shanghai'
const at = (clock: string) => instantOf(`2026-11-23T${clock}:00+08:00`)
const span = (start: string, end: string): Span => ({ start: at(start), end: at(end) })
const text = (of: Span, where = zone) => spanText(of, where, 'en-US').slice('2026-'.length)
const midnight = { zone, now: at('00:00') }

function rulesOf(rules: Partial<Schema<'PolicyRules'>>) {
  return { ...(DEFAULT_POLICY as unknown as Schema<'PolicyRules'>), ...rules }
}

t.test('a tap is lengthened to the shortest that may be booked', async t => {
  const rules = rulesOf({ gridSeconds: 3600, shortestSeconds: 7200 })
  t.equal(text(fitted(span('10:00', '11:00'), rules, midnight)), '11-23 Mon 10:00–12:00')
})

t.test('a start off the grid goes on to the next step', async t => {
  const rules = rulesOf({ gridSeconds: 3600 })
  t.equal(text(fitted(span('10:30', '12:30'), rules, midnight)), '11-23 Mon 11:00–12:00')
})

t.test('what was drawn long stays long, for the rules to answer', async t => {
  const rules = rulesOf({ longestSeconds: 3600 })
  t.equal(text(fitted(span('10:00', '14:00'), rules, midnight)), '11-23 Mon 10:00–14:00')
})

t.test('time that has partly gone begins when its notice is over', async t => {
  const rules = rulesOf({ noticeSeconds: 3600 })
  const fits = fitted(span('08:00', '14:00'), rules, { zone, now: at('09:10') })
  t.equal(text(fits), '11-23 Mon 10:15–14:00')
})

t.test('of free time an hour is taken', async t => {
  t.equal(text(firstOf(span('08:00', '20:00'), rulesOf({}), midnight)), '11-23 Mon 08:00–09:00')
})

t.test('where days are booked, a tap means the whole day', async t => {
  const rules = rulesOf({ bookingUnit: 'day', shortestSeconds: 82_800 })
  const tomorrow = {
    start: instantOf('2026-11-24T00:00:00+08:00'),
    end: instantOf('2026-11-26T00:00:00+08:00'),
  }
  t.equal(daysIn(fitted(tomorrow, rules, midnight), zone), 2)
  t.equal(text(firstOf(tomorrow, rules, midnight)), '11-24 Tue 00:00–24:00')
  const today = fitted(span('10:00', '11:00'), rules, midnight)
  t.equal(text(today), '11-24 Tue 00:00–24:00', 'a day that has begun cannot be had whole')
})

t.test('free time too short for a booking is passed over', async t => {
  const rules = rulesOf({ shortestSeconds: 7200 })
  const free = [span('09:00', '10:00'), span('13:00', '18:00')]
  const found = firstFitting(free, rules, midnight)
  t.equal(found && text(found), '11-23 Mon 13:00–18:00')
})

t.test('a repeat keeps the wall time when clocks change between', async t => {
  const berlin = 'Europe/Berlin'
  const before = {
    start: instantOf('2026-10-20T09:00:00+02:00'),
    end: instantOf('2026-10-20T11:00:00+02:00'),
  }
  const after = nextWeekOf(before, { zone: berlin, now: before.start })
  t.equal(writeInstant(after.start, berlin), '2026-10-27T09:00:00+01:00')
  t.equal(writeInstant(after.end, berlin), '2026-10-27T11:00:00+01:00')
})

t.test('a repeat of what is long past lies ahead', async t => {
  const now = instantOf('2027-01-01T00:00:00+08:00')
  t.equal(
    spanText(nextWeekOf(span('09:00', '10:00'), { zone, now }), zone, 'en-US'),
    '2027-01-04 Mon 09:00–10:00',
  )
})
