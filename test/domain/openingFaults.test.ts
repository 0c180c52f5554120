import fc from 'fast-check'
import t from 'tap'
import {
  exceptionsMax,
  exceptionStretchesMax,
  type OpeningFault,
  validateOpeningHours,
  weeklyStretchesMax,
} from '../../src/domain/openingFaults.ts'
import type { DayStretch, OpeningHours, Weekday } from '../../src/domain/policy.ts'
import type { Day, TimeOfDay } from '../../src/domain/units.ts'
import { soakFactor } from '../support/soak.ts'

const stretch = (text: string): DayStretch => {
  const [from, to] = text.split('-') as [TimeOfDay, TimeOfDay]
  return { from, to }
}
/** Written `7 20:00-02:00`: weekday, from, to. */
const weekly = (...texts: readonly string[]): OpeningHours['weekly'] =>
  texts.map(text => ({ weekday: Number(text.slice(0, 1)) as Weekday, ...stretch(text.slice(2)) }))
const except = (date: string, ...texts: readonly string[]): OpeningHours['exceptions'][number] => ({
  date: date as Day,
  open: texts.map(stretch),
})
const faultsOf = (hours: Partial<OpeningHours>): OpeningFault[] =>
  validateOpeningHours({ weekly: [], exceptions: [], ...hours })

t.test('hours that touch, cross midnight or close a day are in order', async t => {
  const hours = weekly('1 08:00-12:00', '1 12:00-00:00', '2 00:00-24:00', '3 00:00-08:00', '7 20:00-00:00')
  const exceptions = [except('2026-05-01'), except('2026-05-02', '20:00-06:00', '08:00-20:00')]
  t.strictSame(faultsOf({ weekly: hours, exceptions }), [])
  t.strictSame(faultsOf({}), [])
})

t.test('weekdays and times that do not exist are named where they stand', async t => {
  t.strictSame(faultsOf({ weekly: weekly('8 08:00-12:00', '1 8:00-25:00', '2 24:00-24:00') }), [
    { code: 'bad-weekday', path: ['weekly', 0, 'weekday'], given: 8 },
    { code: 'bad-time', path: ['weekly', 1, 'from'], given: '8:00' },
    { code: 'bad-time', path: ['weekly', 1, 'to'], given: '25:00' },
    { code: 'bad-time', path: ['weekly', 2, 'from'], given: '24:00' },
  ])
  t.strictSame(faultsOf({ weekly: weekly('0 08:00-12:00') })[0]?.code, 'bad-weekday')
  t.strictSame(faultsOf({ exceptions: [except('2026-05-01', 'noon-18:00')] }), [
    { code: 'bad-time', path: ['exceptions', 0, 'open', 0, 'from'], given: 'noon' },
  ])
})

t.test('stretches may not overlap, also over the end of the week', async t => {
  t.strictSame(faultsOf({ weekly: weekly('1 08:00-12:00', '2 08:00-12:00', '1 11:59-13:00') }), [
    { code: 'overlapping-stretches', path: ['weekly', 2], other: ['weekly', 0] },
  ])
  t.strictSame(faultsOf({ weekly: weekly('1 00:00-01:00', '7 23:00-00:30') }), [
    { code: 'overlapping-stretches', path: ['weekly', 1], other: ['weekly', 0] },
  ])
  t.strictSame(faultsOf({ weekly: weekly('7 23:00-00:30', '1 00:00-01:00') }), [
    { code: 'overlapping-stretches', path: ['weekly', 1], other: ['weekly', 0] },
  ])
  t.strictSame(faultsOf({ exceptions: [except('2026-05-01', '08:00-12:00', '08:00-12:00')] }), [
    {
      code: 'overlapping-stretches',
      path: ['exceptions', 0, 'open', 1],
      other: ['exceptions', 0, 'open', 0],
    },
  ])
})

t.test('a date is excepted once, and exists', async t => {
  const exceptions = [except('2026-05-01'), except('2026-02-29'), except('2026-05-01', '08:00-12:00')]
  t.strictSame(faultsOf({ exceptions }), [
    { code: 'bad-date', path: ['exceptions', 1, 'date'], given: '2026-02-29' },
    { code: 'duplicate-exception', path: ['exceptions', 2], other: ['exceptions', 0] },
  ])
})

t.test('lists have limits', async t => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => index)
  const seventy = many(70).map(
    index => `${(index % 7) + 1} ${10 + Math.floor(index / 7)}:00-${11 + Math.floor(index / 7)}:00`,
  )
  t.strictSame(faultsOf({ weekly: weekly(...seventy) }), [])
  t.strictSame(faultsOf({ weekly: weekly(...seventy, '1 00:00-01:00') }), [
    { code: 'too-many-stretches', path: ['weekly'], limit: weeklyStretchesMax, given: 71 },
  ])
  const date = (index: number) => new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10)
  const thousand = many(1000).map(index => except(date(index)))
  t.strictSame(faultsOf({ exceptions: thousand }), [])
  t.strictSame(faultsOf({ exceptions: [...thousand, except('2020-01-01')] }), [
    { code: 'too-many-exceptions', path: ['exceptions'], limit: exceptionsMax, given: 1001 },
  ])
  const eleven = many(11).map(index => `${10 + index}:00-${11 + index}:00`)
  t.strictSame(faultsOf({ exceptions: [except('2026-05-01', ...eleven)] }), [
    { code: 'too-many-stretches', path: ['exceptions', 0, 'open'], limit: exceptionStretchesMax, given: 11 },
  ])
})

t.test('overlaps are found as a count of the minutes of a week finds them', async () => {
  const week = 7 * 1440
  const someMinute = fc.integer({ min: 0, max: 95 }).map(quarter => quarter * 15)
  const clock = (minutes: number) => new Date(minutes * 60_000).toISOString().slice(11, 16)
  const someStretch = fc.tuple(fc.integer({ min: 1, max: 7 }), someMinute, someMinute)
  const property = fc.property(fc.array(someStretch, { maxLength: 5 }), stretches => {
    const counts = new Map<number, number>()
    for (const [weekday, from, to] of stretches) {
      const length = to > from ? to - from : to - from + 1440
      for (let minute = 0; minute < length; minute++) {
        const at = ((weekday - 1) * 1440 + from + minute) % week
        counts.set(at, (counts.get(at) ?? 0) + 1)
      }
    }
    const overlaps = [...counts.values()].some(count => count > 1)
    const texts = stretches.map(([weekday, from, to]) => `${weekday} ${clock(from)}-${clock(to)}`)
    return faultsOf({ weekly: weekly(...texts) }).length > 0 === overlaps
  })
  fc.assert(property, { numRuns: Math.ceil(3000 * soakFactor) })
})
