import t from 'tap'
import { type JudgedBooking, offendersAgainst, offendersByCode } from '../../src/domain/policyPreview.ts'
import type { PolicyRules, Weekday } from '../../src/domain/policy.ts'
import type { Seconds, TimeOfDay } from '../../src/domain/units.ts'
import { now, on, policyWith } from './bookingFacts.ts'

const aBooking = (given: Partial<JudgedBooking> = {}): JudgedBooking => ({
  id: 'bkg_1',
  start: on('10:00'),
  end: on('12:00'),
  createdAt: now,
  ...given,
})

const codesAgainst = (rules: Partial<PolicyRules>, booking: Partial<JudgedBooking> = {}) =>
  offendersAgainst(policyWith(rules), 'Asia/Shanghai', [aBooking(booking)]).flatMap(each => each.codes)

const hours = (count: number) => (count * 3600) as Seconds

t.test('a booking that keeps the rules is no offender', async t => {
  t.strictSame(codesAgainst({}), [])
})

t.test('every rule about time that a booking breaks is named once', async t => {
  const crooked = { start: on('10:05'), end: on('12:05') }
  t.strictSame(codesAgainst({}, crooked), ['off-grid'], 'once, though both edges are off')
  t.strictSame(codesAgainst({ shortestSeconds: hours(3) }), ['too-short'])
  t.strictSame(codesAgainst({ longestSeconds: hours(1) }), ['too-long'])
  const mornings = { weekday: 3 as Weekday, from: '08:00' as TimeOfDay, to: '11:00' as TimeOfDay }
  t.strictSame(codesAgainst({ opening: { weekly: [mornings], exceptions: [] } }), ['instrument-not-open'])
})

t.test('notice and horizon count from when it was asked for', async t => {
  const rules = { noticeSeconds: hours(24), horizonSeconds: hours(72) }
  t.strictSame(codesAgainst(rules), [])
  t.strictSame(codesAgainst(rules, { createdAt: on('09:00') }), ['notice-too-short'])
  t.strictSame(codesAgainst(rules, { createdAt: on('09:00', '2026-02-20') }), ['beyond-horizon'])
})

t.test('offenders are counted by rule, the most frequent first, with twenty examples', async t => {
  const short = Array.from({ length: 25 }, (_, index) => aBooking({ id: `bkg_short${index}` }))
  const late = aBooking({ id: 'bkg_late', end: on('18:00'), createdAt: on('09:59') })
  const both = aBooking({ id: 'bkg_both', createdAt: on('09:59') })
  const rules = policyWith({ shortestSeconds: hours(3), noticeSeconds: hours(1) })
  const counted = offendersByCode(offendersAgainst(rules, 'Asia/Shanghai', [...short, late, both]))
  t.strictSame(
    counted.map(({ code, count, examples }) => [code, count, examples.length]),
    [
      ['too-short', 26, 20],
      ['notice-too-short', 2, 2],
    ],
  )
})
