import t from 'tap'
import type { Cap } from '../../../src/domain/policy.ts'
import { cancel } from '../../../src/operations/bookings/cancel.ts'
import { changeBooking } from '../../../src/store/bookings/rows.ts'
import { ENGINES, withoutServer } from '../../support/engines.ts'
import { aLab } from '../../support/lab.ts'
import { outcomeOf } from '../../support/outcome.ts'
import { aSignal, untilSomeoneWaits } from '../../support/waiting.ts'
import { refusalsOf } from '../site.ts'

const times = <Result>(count: number, make: (index: number) => Result) =>
  Array.from({ length: count }, (_, index) => make(index))
const hourAt = (index: number) => `${String(8 + index).padStart(2, '0')}:00`
const tally = (outcomes: readonly string[]) =>
  Object.fromEntries(
    Map.groupBy(outcomes, each => each)
      .entries()
      .map(([word, all]) => [word, all.length]),
  )

for (const engine of ENGINES) {
  const skip = withoutServer(engine)

  // A cap has no guard in the database behind it: the lock of the instrument alone keeps it.
  t.test(`${engine}: of ten wishes at once under a cap of two, two are granted`, { skip }, async t => {
    const cap: Cap = { per: 'person', measure: 'count', limit: 2, period: 'day' }
    const lab = await aLab(t, engine, { quota: 'tracked', rules: { caps: [cap] } })
    const wishes = times(10, index => lab.slot(`${hourAt(index)}/${hourAt(index + 1)}`))
    const outcomes = await Promise.all(wishes.map(slot => outcomeOf(lab.book(slot))))
    t.strictSame(tally(outcomes), { done: 2, 'cap-exceeded': 8 })
  })

  t.test(`${engine}: as many as a pool has units ask for one at once, and all get one`, { skip }, async t => {
    const instruments = times(12, index => `质谱仪${index + 1}`)
    const lab = await aLab(t, engine, { instruments, pool: 'one', quota: 'tracked' })
    const people = await Promise.all(instruments.map(() => lab.anotherResearcher()))
    const wish = { fromPool: true, ...lab.slot('10:00/11:00') }
    const outcomes = await Promise.all(people.map(by => outcomeOf(lab.book({ ...wish, by }))))
    t.strictSame(tally(outcomes), { done: 12 })
  })

  t.test(`${engine}: one quota asked from ten instruments at once is given out once`, { skip }, async t => {
    const instruments = times(10, index => `qPCR${index + 1}`)
    const lab = await aLab(t, engine, { instruments, quota: 'enforced', projectHours: 3 })
    const wishes = instruments.map(instrument => ({ instrument, ...lab.slot('10:00/11:00') }))
    const outcomes = await Promise.all(wishes.map(wish => outcomeOf(lab.book(wish))))
    t.strictSame(tally(outcomes), { done: 3, 'quota-exhausted': 7 })
    t.match(await lab.balance(), { held: 10_800, available: 0 })
  })
}

t.test(
  'postgres: who waits while a booking moves elsewhere looks again',
  { skip: withoutServer('postgres') },
  async t => {
    const lab = await aLab(t, 'postgres', { instruments: ['one', 'two'] })
    const booking = await lab.book({ ...lab.slot('10:00/11:00'), instrument: 'one' })
    const elsewhere = lab.instrumentId('two')
    const [locked, hasLocked] = aSignal()
    const [released, release] = aSignal()
    const moving = lab.context.db.transact(async tx => {
      await tx.lock('instrument', [booking.instrumentId, elsewhere])
      hasLocked()
      await released
      await changeBooking(tx, booking, { instrumentId: elsewhere })
    })
    await locked
    const whatever = { bookingId: booking.id, version: null, reason: null }
    const cancelled = refusalsOf(cancel(lab.context, lab.member.researcher, whatever))
    await untilSomeoneWaits(lab.context.db)
    release()
    await moving
    t.strictSame(await cancelled, [{ code: 'version-stale', current: 2, given: 2 }])
    await t.resolves(cancel(lab.context, lab.member.researcher, whatever), 'and then finds it')
  },
)
