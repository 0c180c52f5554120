import t from 'tap'
import type { Actor } from '../../../src/operations/perform.ts'
import { addOutage } from '../../../src/operations/outages.ts'
import { ENGINES } from '../../support/engines.ts'
import { aLab } from '../../support/lab.ts'
import { codesOf, refusalsOf } from '../site.ts'
import { anotherInstrument } from './steps.ts'

const three = { instruments: ['one', 'two', 'three'], pool: 'one' } as const
const ten = { ...three, capacity: 10 }

for (const engine of ENGINES) {
  t.test(`${engine}: whoever wants any unit of a pool gets one that is free`, async t => {
    const lab = await aLab(t, engine, three)
    const hours = { ...lab.slot('10:00/12:00'), fromPool: true }
    await lab.book({ ...lab.slot('11:00/13:00'), instrument: 'one' })
    const got = [await lab.book(hours), await lab.book(hours)]
    t.strictSame(
      new Set(got.map(each => each.instrumentId)),
      new Set([lab.instrumentId('two'), lab.instrumentId('three')]),
    )
    const span = { start: hours.start, end: lab.slot('10:00/13:00').end }
    t.match(await refusalsOf(lab.book(hours)), [
      { code: 'slot-taken', span: { end: span.end } },
      { code: 'pool-full', units: 3, counts: { 'slot-taken': 3 } },
    ])
  })

  t.test(`${engine}: the nearest unit speaks for the pool, and all are counted`, async t => {
    const lab = await aLab(t, engine, three)
    const hours = lab.slot('10:00/12:00')
    const down = { ...hours, kind: 'planned', reason: null } as const
    for (const name of ['two', 'three']) {
      await addOutage(lab.context, lab.labManager, { instrumentId: lab.instrumentId(name), ...down })
    }
    await lab.book({ ...hours, instrument: 'one' })
    const refusals = await refusalsOf(lab.book({ ...lab.slot('10:05/12:00'), fromPool: true }))
    t.strictSame(
      refusals.map(each => each.code),
      ['off-grid', 'outage', 'pool-full'],
    )
    t.match(refusals.at(-1), { units: 3, counts: { 'off-grid': 3, outage: 2, 'slot-taken': 1 } })
  })

  t.test(`${engine}: a pool of shared units is filled unit by unit`, async t => {
    const lab = await aLab(t, engine, ten)
    const want = (places: number) =>
      lab.book({ ...lab.slot('10:00/12:00'), fromPool: true, draft: { places } })
    t.not((await want(6)).instrumentId, (await want(6)).instrumentId)
    await want(6)
    t.strictSame(await codesOf(want(5)), ['capacity-exceeded', 'pool-full'])
    t.match(await want(4), { places: 4 })
  })

  t.test(`${engine}: drafts and retired units are no part of a pool, and an empty pool is none`, async t => {
    const lab = await aLab(t, engine, { instruments: ['one'], pool: 'one' })
    await anotherInstrument(lab, { poolId: lab.poolId, publication: 'draft' } as object)
    await anotherInstrument(lab, { poolId: lab.poolId, retiredAt: lab.clock.now() } as object)
    const hours = { ...lab.slot('10:00/12:00'), fromPool: true }
    t.match(await lab.book(hours), { instrumentId: lab.instrumentId('one') })
    t.match(await refusalsOf(lab.book(hours)), [{ code: 'slot-taken' }, { code: 'pool-full', units: 1 }])
    t.strictSame(await codesOf(lab.book({ ...hours, draft: { poolId: 'pol_none' } })), ['not-found'])
  })

  t.test(`${engine}: who may not book one unit books the next`, async t => {
    const lab = await aLab(t, engine, { instruments: ['one', 'two'], pool: 'one' })
    const trial = { poolId: lab.poolId, operatingState: 'trial' } as object
    await anotherInstrument(lab, trial)
    const hours = { ...lab.slot('10:00/12:00'), fromPool: true }
    const rival = lab.members[1]?.researcher as Actor
    await lab.book(hours)
    await lab.book({ ...hours, by: rival })
    const refusals = await refusalsOf(lab.book(hours))
    t.match(refusals.at(-1), { counts: { 'slot-taken': 2, 'operating-state': 1 } })
  })

  t.test(`${engine}: what no unit's rules decide is refused for the pool as a whole`, async t => {
    const lab = await aLab(t, engine, { instruments: ['one', 'two'], pool: 'one' })
    const wish = { fromPool: true, ...lab.slot('10:00/11:00') }
    t.strictSame(await codesOf(lab.book({ ...wish, draft: { kind: 'maintenance' } })), ['not-allowed'])
    t.strictSame(await codesOf(lab.book({ ...wish, draft: { agreementId: 'agr_none' } })), ['not-found'])
    t.equal((await lab.balance()).held, 0)
  })
}
