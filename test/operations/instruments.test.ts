import t from 'tap'
import { MAY_BOOK_DEFAULT } from '../../src/domain/instrument.ts'
import { DEFAULT_POLICY } from '../../src/domain/policyDefaults.ts'
import { instant, seconds } from '../../src/domain/units.ts'
import {
  addInstrument,
  editInstrument,
  publishInstrument,
  retireInstrument,
  withdrawInstrument,
} from '../../src/operations/instruments.ts'
import { findInstrument, instrumentForBooking } from '../../src/store/instruments.ts'
import { policyAt } from '../../src/store/policies.ts'
import { ENGINES } from '../support/engines.ts'
import { aLab } from '../support/lab.ts'
import { aHost } from './hosts.ts'
import { codesOf, refusalsOf } from './site.ts'

for (const engine of ENGINES) {
  t.test(`${engine}: an instrument begins as a draft, as most instruments are`, async t => {
    const { context, manager, draft } = await aHost(t, engine)
    const added = await addInstrument(context, manager, draft({ nameEn: 'Confocal', maker: 'ＺＥＩＳＳ' }))
    t.match(added, { publication: 'draft', exclusive: true, capacity: 1, currency: 'CNY', version: 1 })
    t.strictSame(added.mayBook, MAY_BOOK_DEFAULT)
    t.match(added.searchKey, ' 共聚焦显微镜 confocal zeiss ', 'found by any name, in any width and case')
    t.strictSame(await findInstrument(context.db.read, added.id), added)
  })

  t.test(`${engine}: an instrument is entered and edited by staff of its host alone`, async t => {
    const { context, manager, stranger, researcher, draft, instrument } = await aHost(t, engine)
    for (const actor of [stranger, researcher]) {
      t.strictSame(await codesOf(addInstrument(context, actor, draft())), ['not-allowed'])
      const { id } = await instrument()
      const edit = { id, version: 1, changes: { name: '我的' } }
      t.strictSame(await codesOf(editInstrument(context, actor, edit)), ['not-allowed'])
      t.strictSame(await codesOf(publishInstrument(context, actor, { id, version: 1 })), ['not-allowed'])
    }
    const nowhere = draft({ institutionId: 'ins_none' })
    t.strictSame(await codesOf(addInstrument(context, manager, nowhere)), ['not-allowed'])
  })

  t.test(`${engine}: a manager of one instrument edits that one`, async t => {
    const { context, holding, instrument } = await aHost(t, engine)
    const [mine, other] = [await instrument(), await instrument()]
    const keeper = await holding('lab-manager', 'instrument', mine.id)
    const changes = { location: '3 号楼' }
    t.match(await editInstrument(context, keeper, { id: mine.id, version: 1, changes }), changes)
    const edit = { id: other.id, version: 1, changes }
    t.strictSame(await codesOf(editInstrument(context, keeper, edit)), ['not-allowed'])
  })

  t.test(
    `${engine}: an edit names the version it saw, changes what it says and is audited by field`,
    async t => {
      const { context, manager, instrument } = await aHost(t, engine)
      const { id } = await instrument({ nameEn: 'Confocal', model: 'LSM' })
      const changes = { nameEn: null, technique: '荧光成像', name: undefined }
      const edited = await editInstrument(context, manager, { id, version: 1, changes })
      t.match(edited, { name: '共聚焦显微镜', nameEn: null, model: 'LSM', technique: '荧光成像', version: 2 })
      t.match(edited.searchKey, ' 共聚焦显微镜 lsm 荧光成像 ')
      const stale = editInstrument(context, manager, { id, version: 1, changes })
      t.strictSame(await refusalsOf(stale), [{ code: 'version-stale', current: 2, given: 1 }])
      const { q, t: tables } = context.db.read
      const lines = await q.select().from(tables.audit)
      const line = lines.find(each => each.nounId === id && each.verb === 'edit')
      t.match(line, { noun: 'instrument', actedAs: 'lab-manager', fields: ['nameEn', 'technique'] })
    },
  )

  t.test(`${engine}: an instrument that is not there or retired is not edited`, async t => {
    const { context, manager, instrument } = await aHost(t, engine)
    const none = editInstrument(context, manager, { id: 'itm_none', version: 1, changes: {} })
    t.strictSame(await refusalsOf(none), [{ code: 'not-found', noun: 'instrument', id: 'itm_none' }])
    const { id } = await instrument()
    const retired = await retireInstrument(context, manager, { id, version: 1 })
    t.equal(retired.retiredAt, context.clock.now())
    const edit = editInstrument(context, manager, { id, version: 2, changes: {} })
    t.strictSame(await codesOf(edit), ['wrong-state'])
    t.strictSame(await codesOf(retireInstrument(context, manager, { id, version: 2 })), ['wrong-state'])
  })

  t.test(`${engine}: an asset number belongs to one instrument of an institution`, async t => {
    const { context, elsewhereId, instrument, manager, draft } = await aHost(t, engine)
    await instrument({ assetNumber: '2026001' })
    const again = addInstrument(context, manager, draft({ assetNumber: '2026001' }))
    t.strictSame(await codesOf(again), ['already-exists'])
    await t.resolves(instrument({ assetNumber: '2026001', institutionId: elsewhereId }))
  })

  t.test(`${engine}: what contradicts itself is refused, all at once`, async t => {
    const { context, manager, draft } = await aHost(t, engine)
    const wrong = draft({
      resourceClass: 'compute',
      capacity: 4,
      details: { cores: '64', gpus: 8, note: { deep: true } },
    })
    t.strictSame(await refusalsOf(addInstrument(context, manager, wrong)), [
      { code: 'invalid-value', field: 'details.cores', fault: 'not-a-count' },
      { code: 'invalid-value', field: 'details.note', fault: 'not-a-value' },
      { code: 'invalid-value', field: 'capacity', fault: 'one-place-where-exclusive' },
    ])
  })

  t.test(`${engine}: publishing offers an instrument, with the usual rules where it has none`, async t => {
    const { context, manager, instrument } = await aHost(t, engine)
    const { id } = await instrument()
    const published = await publishInstrument(context, manager, { id, version: 1 })
    t.match(published, { publication: 'published', version: 2 })
    const rules = (at: number) => policyAt(context.db.read, { instrumentId: id, at: instant(at) })
    t.match(await rules(0), { revision: 1, rules: DEFAULT_POLICY }, 'what is entered late finds its rules')
    t.strictSame(await codesOf(publishInstrument(context, manager, { id, version: 2 })), ['wrong-state'])
    const withdrawn = await withdrawInstrument(context, manager, { id, version: 2 })
    t.match(withdrawn, { publication: 'draft', version: 3 })
    t.strictSame(await codesOf(withdrawInstrument(context, manager, { id, version: 3 })), ['wrong-state'])
    await publishInstrument(context, manager, { id, version: 3 })
    t.match(await rules(context.clock.now()), { revision: 1 }, 'rules are given once')
    t.match(await instrumentForBooking(context.db.read, { instrumentId: id }), { publication: 'published' })
  })

  t.test(`${engine}: zone and sharing are fixed by the first booking`, async t => {
    const lab = await aLab(t, engine)
    const id = lab.instrumentId()
    const zone = { zone: 'Asia/Urumqi' }
    const shared = { exclusive: false, capacity: 2 }
    const edit = (version: number, changes: object) =>
      editInstrument(lab.context, lab.labManager, { id, version, changes })
    t.match(await edit(1, shared), shared)
    t.match(await edit(2, { ...zone, exclusive: true, capacity: 1 }), zone)
    const booking = await lab.book(lab.slot('10:00/11:00'))
    const inUse = [{ code: 'in-use', noun: 'booking', id: booking.id }]
    t.strictSame(await refusalsOf(edit(3, { zone: 'Asia/Shanghai' })), inUse)
    t.strictSame(await refusalsOf(edit(3, shared)), inUse)
    t.match(await edit(3, { turnaroundSeconds: seconds(900) }), { version: 4 })
  })

  t.test(`${engine}: places cannot fall below what is booked at one instant`, async t => {
    const lab = await aLab(t, engine, { capacity: 10 })
    const places = (count: number) => ({ draft: { places: count } })
    await lab.book({ ...lab.slot('10:00/11:00'), ...places(4) })
    const second = await lab.book({ ...lab.slot('10:30/12:00'), ...places(3) })
    await lab.book({ ...lab.slot('13:00/14:00'), ...places(5) })
    const edit = (version: number, capacity: number) =>
      editInstrument(lab.context, lab.labManager, { id: lab.instrumentId(), version, changes: { capacity } })
    t.strictSame(await refusalsOf(edit(1, 6)), [{ code: 'in-use', noun: 'booking', id: second.id }])
    t.match(await edit(1, 7), { capacity: 7 })
    lab.clock.moveTo(lab.slot('12:00/13:00').start)
    t.match(await edit(2, 5), { capacity: 5 }, 'what is over does not count')
  })

  t.test(`${engine}: an instrument with bookings to come is not retired`, async t => {
    const lab = await aLab(t, engine)
    const booking = await lab.book(lab.slot('10:00/11:00'))
    const retire = () => retireInstrument(lab.context, lab.labManager, { id: lab.instrumentId(), version: 1 })
    t.strictSame(await refusalsOf(retire()), [{ code: 'in-use', noun: 'booking', id: booking.id }])
    lab.clock.moveTo(lab.slot('11:00/12:00').start)
    t.match(await retire(), { retiredAt: lab.clock.now() })
  })
}
