import t from 'tap'
import { editInstrument, retireInstrument } from '../../src/operations/instruments.ts'
import { SYSTEM } from '../../src/operations/perform.ts'
import { addPool, editPool, retirePool } from '../../src/operations/pools.ts'
import { poolInstruments, poolSizeMax } from '../../src/store/instruments.ts'
import { publishInstrument } from '../../src/operations/instruments.ts'
import { ENGINES } from '../support/engines.ts'
import { aHost } from './hosts.ts'
import { codesOf, refusalsOf } from './site.ts'

const named = (name: string) => ({ name, nameEn: null })

for (const engine of ENGINES) {
  t.test(`${engine}: a pool is made, renamed and retired by staff of its institution`, async t => {
    const { context, manager, stranger, hostId } = await aHost(t, engine)
    const draft = { institutionId: hostId, ...named('质谱池') }
    t.strictSame(await codesOf(addPool(context, stranger, draft)), ['not-allowed'])
    const { id } = await addPool(context, manager, draft)
    t.strictSame(await codesOf(addPool(context, manager, draft)), ['already-exists'])
    const edit = { id, version: 1, changes: { nameEn: 'Mass spectrometers' } }
    t.strictSame(await codesOf(editPool(context, stranger, edit)), ['not-allowed'])
    const edited = await editPool(context, manager, edit)
    t.match(edited, { name: '质谱池', searchKey: '质谱池 mass spectrometers', version: 2 })
    t.strictSame(await codesOf(editPool(context, manager, edit)), ['version-stale'])
    t.match(await retirePool(context, manager, { id, version: 2 }), { retiredAt: context.clock.now() })
    t.strictSame(await codesOf(retirePool(context, manager, { id, version: 3 })), ['wrong-state'])
    t.strictSame(await codesOf(retirePool(context, manager, { id: 'pol_none', version: 1 })), ['not-found'])
  })

  t.test(`${engine}: the units of a pool can stand in for one another`, async t => {
    const { context, manager, hostId, elsewhereId, instrument } = await aHost(t, engine)
    const { id: poolId } = await addPool(context, manager, { institutionId: hostId, ...named('显微镜池') })
    await instrument({ poolId })
    const unlike = async (given: Parameters<typeof instrument>[0]) => {
      const [refusal] = await refusalsOf(instrument({ poolId, ...given }))
      t.match(refusal, { code: 'invalid-value', field: 'poolId' })
      return refusal?.code === 'invalid-value' ? refusal.fault : refusal
    }
    t.equal(await unlike({ institutionId: elsewhereId }), 'of-another-institution')
    t.equal(await unlike({ exclusive: false }), 'shared-unlike-its-pool')
    t.equal(await unlike({ resourceClass: 'compute' }), 'of-another-class')
    t.equal(await unlike({ zone: 'Asia/Tokyo' }), 'in-another-zone')
    const other = await instrument({ resourceClass: 'compute' })
    const join = (version: number, changes: object) =>
      editInstrument(context, manager, { id: other.id, version, changes })
    t.strictSame(await codesOf(join(1, { poolId })), ['invalid-value'])
    t.match(await join(1, { poolId, resourceClass: 'microscope' }), { poolId })
    t.strictSame(await codesOf(join(2, { resourceClass: 'compute' })), ['invalid-value'], 'nor drifts away')
    t.match(await join(2, { poolId: null, resourceClass: 'compute' }), { poolId: null })
    t.strictSame(await codesOf(join(3, { poolId: 'pol_none' })), ['not-found'])
  })

  t.test(`${engine}: a pool is booked by its published units and retired when it is empty`, async t => {
    const { context, manager, hostId, instrument } = await aHost(t, engine)
    const { id: poolId } = await addPool(context, manager, { institutionId: hostId, ...named('显微镜池') })
    const unit = await instrument({ poolId })
    t.strictSame(await poolInstruments(context.db.read, { poolId }), [])
    await publishInstrument(context, manager, { id: unit.id, version: 1 })
    t.match(await poolInstruments(context.db.read, { poolId }), [{ id: unit.id }])
    const retire = () => retirePool(context, manager, { id: poolId, version: 1 })
    t.strictSame(await refusalsOf(retire()), [{ code: 'in-use', noun: 'instrument', id: unit.id }])
    await retireInstrument(context, manager, { id: unit.id, version: 2 })
    t.match(await retire(), { version: 2 })
    t.strictSame(await codesOf(instrument({ poolId })), ['wrong-state'], 'nobody joins it any more')
  })

  t.test(`${engine}: a pool holds no more units than a request weighs`, async t => {
    const { context, hostId, instrument } = await aHost(t, engine)
    const { id: poolId } = await addPool(context, SYSTEM, { institutionId: hostId, ...named('大池') })
    const unit = await instrument({ poolId })
    await context.db.transact(async tx => {
      for (let number = 1; number < poolSizeMax; number++) {
        await tx.q.insert(tx.t.instruments).values({ ...unit, id: `itm_${number}` })
      }
    })
    const [refusal] = await refusalsOf(instrument({ poolId }))
    t.strictSame(refusal, { code: 'invalid-value', field: 'poolId', fault: 'pool-full' })
  })
}
