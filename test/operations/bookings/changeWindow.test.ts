import t from 'tap'
import type { PolicyRules } from '../../../src/domain/policy.ts'
import { at } from '../../support/clock.ts'
import { ENGINES } from '../../support/engines.ts'
import { aLab } from '../../support/lab.ts'
import { codesOf, refusalsOf } from '../site.ts'
import { nowOf, stepsOn } from './steps.ts'

const hour = 3600
const day = 24 * hour
const twoPlaces = { draft: { places: 2 } }

/** A day of free cancellation, two hours of free change; now is nine hours before the booking. */
const rules = (given: object = {}) =>
  ({ cancelWindowSeconds: day, changeWindowSeconds: 2 * hour, ...given }) as Partial<PolicyRules>
const nineHoursBefore = at('2026-03-04T01:00+08:00')
const farOut = ['10:00/12:00', '2026-03-20'] as const

for (const engine of ENGINES) {
  t.test(`${engine}: a late cancellation is not dodged by moving the booking far out first`, async t => {
    const lab = await aLab(t, engine, { rules: rules() })
    const { cancel, move } = stepsOn(lab)
    const booking = await lab.book(lab.slot('10:00/12:00'))
    lab.clock.moveTo(nineHoursBefore)
    const refusal = { code: 'change-window-passed', windowSeconds: day, givenSeconds: 9 * hour }
    t.strictSame(await refusalsOf(move(booking, lab.slot(...farOut))), [refusal])
    t.strictSame(await nowOf(lab, booking), booking)
    t.match(await cancel(booking), { cancelledLate: true })
    t.equal((await lab.balance()).forfeited, hour)
  })

  t.test(`${engine}: nor by moving it elsewhere, nor in slices`, async t => {
    const lab = await aLab(t, engine, { rules: rules(), instruments: ['one', 'two'], capacity: 3 })
    const { extend, move, places } = stepsOn(lab)
    const booking = await lab.book({ ...lab.slot('10:00/14:00'), ...twoPlaces })
    lab.clock.moveTo(nineHoursBefore)
    const elsewhere = { ...lab.slot('10:00/14:00'), instrumentId: lab.instrumentId('two') }
    t.strictSame(await codesOf(move(booking, elsewhere)), ['change-window-passed'])
    t.strictSame(await codesOf(extend(booking, lab.slot('10:00/10:15').end)), ['change-window-passed'])
    t.strictSame(await codesOf(places(booking, 1)), ['change-window-passed'])
    const longer = await extend(booking, lab.slot('10:00/15:00').end)
    t.match(await places(longer, 3), { places: 3 }, 'more may always be asked for')
    t.match(await extend(await nowOf(lab, booking), lab.slot('10:00/11:00').end, lab.labManager), {
      end: lab.slot('10:00/11:00').end,
    })
  })

  t.test(`${engine}: to the second, a booking is moved as long as it could be cancelled free`, async t => {
    const lab = await aLab(t, engine, { rules: rules() })
    const { move } = stepsOn(lab)
    const booking = await lab.book(lab.slot('10:00/12:00'))
    lab.clock.moveTo(at('2026-03-03T10:00:01+08:00'))
    t.strictSame(await codesOf(move(booking, lab.slot(...farOut))), ['change-window-passed'])
    lab.clock.moveTo(at('2026-03-03T10:00+08:00'))
    t.match(await move(booking, lab.slot(...farOut)), { version: 2 })
  })

  t.test(`${engine}: where late cancellation is refused, a late move is too`, async t => {
    const lab = await aLab(t, engine, { rules: rules({ lateCancel: 'refused', lateCancelForfeit: 0 }) })
    const { move } = stepsOn(lab)
    const booking = await lab.book(lab.slot('10:00/12:00'))
    lab.clock.moveTo(nineHoursBefore)
    t.match(await refusalsOf(move(booking, lab.slot(...farOut))), [{ windowSeconds: day }])
    t.match(await move(booking, lab.slot(...farOut), lab.labManager), { version: 2 }, 'staff do as is needed')
  })

  t.test(`${engine}: where late cancellation costs nothing, the change window alone counts`, async t => {
    const lab = await aLab(t, engine, { rules: rules({ lateCancelForfeit: 0 }) })
    const { move } = stepsOn(lab)
    const booking = await lab.book(lab.slot('10:00/12:00'))
    lab.clock.moveTo(nineHoursBefore)
    const moved = await move(booking, lab.slot('09:00/11:00'))
    lab.clock.moveTo(at('2026-03-04T08:00+08:00'))
    t.match(await refusalsOf(move(moved, lab.slot(...farOut))), [
      { code: 'change-window-passed', windowSeconds: 2 * hour, givenSeconds: hour },
    ])
  })

  t.test(`${engine}: a change window longer than that for cancelling counts`, async t => {
    const lab = await aLab(t, engine, {
      rules: rules({ changeWindowSeconds: 2 * day, cancelWindowSeconds: hour }),
    })
    const { move } = stepsOn(lab)
    const booking = await lab.book(lab.slot('10:00/12:00'))
    lab.clock.moveTo(nineHoursBefore)
    t.match(await refusalsOf(move(booking, lab.slot(...farOut))), [{ windowSeconds: 2 * day }])
  })

  t.test(`${engine}: what only asks for approval is moved, for taking it back is free`, async t => {
    const lab = await aLab(t, engine, { rules: rules({ approval: 'staff' }) })
    const { move } = stepsOn(lab)
    const booking = await lab.book(lab.slot('10:00/12:00'))
    lab.clock.moveTo(nineHoursBefore)
    t.match(await move(booking, lab.slot(...farOut)), { state: 'requested' })
  })

  t.test(`${engine}: time that has begun is not moved by its user`, async t => {
    const lab = await aLab(t, engine, { rules: rules({ changeWindowSeconds: 0, lateCancelForfeit: 0 }) })
    const { move } = stepsOn(lab)
    const booking = await lab.book(lab.slot('10:00/12:00'))
    lab.clock.moveTo(at('2026-03-04T10:00+08:00'))
    t.match(await move(booking, lab.slot('11:00/12:00')), { version: 2 }, 'at its very start it still may')
    lab.clock.moveTo(at('2026-03-04T11:00:01+08:00'))
    t.match(await refusalsOf(move(await nowOf(lab, booking), lab.slot(...farOut))), [
      { code: 'change-window-passed', givenSeconds: 0 },
    ])
  })
}
