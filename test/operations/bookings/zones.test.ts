import t from 'tap'
import type { PolicyRules } from '../../../src/domain/policy.ts'
import { at } from '../../support/clock.ts'
import { ENGINES } from '../../support/engines.ts'
import { aLab } from '../../support/lab.ts'
import { codesOf, refusalsOf } from '../site.ts'
import { anotherInstrument, faultsIn, movesOf, nowOf, runOf, stepsOn } from './steps.ts'

const zone = 'America/New_York'
const hour = 3600
const officeHours = {
  opening: {
    weekly: [1, 2, 3, 4, 5, 6, 7].map(weekday => ({ weekday, from: '09:00', to: '17:00' })),
    exceptions: [],
  },
} as unknown as PolicyRules
/** Open from ten at night to four in the morning. */
const nights = {
  opening: {
    weekly: [1, 2, 3, 4, 5, 6, 7].map(weekday => ({ weekday, from: '22:00', to: '04:00' })),
    exceptions: [],
  },
} as unknown as PolicyRules
const days = {
  bookingUnit: 'day',
  longestSeconds: 30 * 24 * hour,
  cancelWindowSeconds: 0,
} as unknown as PolicyRules

for (const engine of ENGINES) {
  t.test(
    `${engine}: nine o’clock is nine by the instrument’s own clock, before and after the change`,
    async t => {
      const lab = await aLab(t, engine)
      const id = await anotherInstrument(lab, { zone, rules: officeHours } as object)
      const book = (start: string, end: string) =>
        lab.book({ start: at(start), end: at(end), instrument: id })
      // On Sunday 2026-03-08 clocks in New York went from 02:00 to 03:00.
      await t.resolves(book('2026-03-07T09:00-05:00', '2026-03-07T17:00-05:00'))
      await t.resolves(book('2026-03-08T09:00-04:00', '2026-03-08T17:00-04:00'))
      const asBefore = book('2026-03-09T09:00-05:00', '2026-03-09T17:00-05:00')
      t.match(await refusalsOf(asBefore), [
        {
          code: 'instrument-not-open',
          closed: [{ start: at('2026-03-09T17:00-04:00'), end: at('2026-03-09T18:00-04:00') }],
        },
      ])
    },
  )

  t.test(`${engine}: a night of 23 hours loses one of its open ones`, async t => {
    const lab = await aLab(t, engine)
    const id = await anotherInstrument(lab, { zone, rules: nights } as object)
    const night = { start: at('2026-03-07T22:00-05:00'), end: at('2026-03-08T04:00-04:00'), instrument: id }
    const booking = await lab.book(night)
    t.equal((await lab.balance()).held, 5 * hour, 'five hours passed between ten and four')
    lab.clock.moveTo(booking.end)
    await stepsOn(lab).sweep()
    t.match(await runOf(lab, booking), { usedSeconds: 5 * hour, chargedUnits: 5 * hour })
  })

  t.test(`${engine}: days are those of the instrument, of 23 hours too`, async t => {
    const lab = await aLab(t, engine, { rules: days, projectHours: 10 })
    const { extend, sweep } = stepsOn(lab)
    const id = await anotherInstrument(lab, { zone, rules: days } as object)
    const midnight = at('2026-03-07T00:00-05:00')
    const threeDays = { start: midnight, end: at('2026-03-10T00:00-04:00'), instrument: id }
    const booking = await lab.book(threeDays)
    t.match(await lab.balance(), { held: 3, available: 7 }, 'three days, though one hour is missing')
    t.match(await refusalsOf(lab.book({ ...threeDays, end: at('2026-03-10T00:00-05:00') })), [
      { code: 'off-grid', edge: 'end' },
      { code: 'slot-taken' },
    ])
    const longer = await extend(booking, at('2026-03-11T00:00-04:00'))
    t.equal((await lab.balance()).held, 4)
    lab.clock.moveTo(longer.end)
    t.equal(await sweep(), 1)
    t.match(await lab.balance(), { held: 0, used: 4 })
    t.match(await runOf(lab, booking), { chargedUnits: 4, usedSeconds: 95 * hour })
    t.strictSame(await faultsIn(lab), [])
  })

  t.test(`${engine}: cages are booked and left by the day, place by place`, async t => {
    const rules = { ...days, attendance: 'check-in' } as const
    const lab = await aLab(t, engine, { rules, capacity: 20, projectHours: 100 })
    const { checkIn, checkOut } = stepsOn(lab)
    const stay = { start: at('2026-03-04T00:00+08:00'), end: at('2026-03-14T00:00+08:00') }
    const booking = await lab.book({ ...stay, draft: { places: 5 } })
    t.equal((await lab.balance()).held, 50)
    t.strictSame(await codesOf(lab.book({ ...stay, draft: { places: 16 } })), [
      'capacity-exceeded',
      'quota-exhausted',
    ])
    lab.clock.moveTo(stay.start)
    const used = await checkIn(booking)
    lab.clock.moveTo(at('2026-03-06T15:00+08:00'))
    await checkOut(used)
    t.match(await lab.balance(), { held: 0, used: 15 }, 'the third day has begun')
    t.match(await nowOf(lab, booking), { end: stay.end, occupiedUntil: at('2026-03-06T15:00+08:00') })
    t.strictSame(await movesOf(lab, booking), ['hold/use 50', 'settle/use 15'])
  })

  for (const [chargeFor, charged] of [
    ['booked', 10],
    ['greater', 10],
  ] as const) {
    t.test(`${engine}: days are charged as ${chargeFor} where the policy says so`, async t => {
      const rules = { ...days, attendance: 'check-in', chargeFor } as const
      const lab = await aLab(t, engine, { rules, projectHours: 100 })
      const { checkIn, checkOut } = stepsOn(lab)
      const booking = await lab.book({
        start: at('2026-03-04T00:00+08:00'),
        end: at('2026-03-14T00:00+08:00'),
      })
      lab.clock.moveTo(booking.start)
      const used = await checkIn(booking)
      lab.clock.advance(hour)
      await checkOut(used)
      t.match(await lab.balance(), { held: 0, used: charged })
    })
  }
}
