import t from 'tap'
import { cancel } from '../../src/operations/bookings/cancel.ts'
import { addOutage, editOutage, retireOutage } from '../../src/operations/outages.ts'
import { outagesWithin } from '../../src/store/outages.ts'
import { at } from '../support/clock.ts'
import { ENGINES } from '../support/engines.ts'
import { aLab } from '../support/lab.ts'
import { aHost } from './hosts.ts'
import { codesOf, refusalsOf } from './site.ts'

const planned = { kind: 'planned', reason: '年度维护' } as const

for (const engine of ENGINES) {
  t.test(`${engine}: an outage names the bookings it hits and cancels none`, async t => {
    const lab = await aLab(t, engine, { turnaroundSeconds: 1800 })
    const before = await lab.book(lab.slot('08:00/10:00'))
    const during = await lab.book(lab.slot('11:00/12:00'))
    const gone = await lab.book(lab.slot('13:00/14:00'))
    await lab.book(lab.slot('15:00/16:00'))
    await cancel(lab.context, lab.member.researcher, {
      bookingId: gone.id,
      version: gone.version,
      reason: null,
    })
    const draft = { instrumentId: lab.instrumentId(), ...lab.slot('10:00/15:00'), ...planned }
    const { outage, affected } = await addOutage(lab.context, lab.labManager, draft)
    t.match(outage, { ...draft, version: 1, createdBy: lab.labManager.personId })
    t.strictSame(
      affected.map(each => each.id),
      [during.id],
      'not the neighbour whose turnaround reaches in, nor what was cancelled',
    )
    t.match(affected[0], { ...lab.slot('11:00/12:00'), state: 'confirmed', personName: '某人' })
    t.strictSame(await codesOf(lab.book(lab.slot('13:00/14:00'))), ['outage'], 'nobody books into it')
    t.ok(before.id)
  })

  t.test(`${engine}: an outage that ends early frees the rest, one that lasts longer names more`, async t => {
    const lab = await aLab(t, engine)
    const booking = await lab.book(lab.slot('15:00/16:00'))
    const draft = { instrumentId: lab.instrumentId(), ...lab.slot('10:00/12:00'), ...planned }
    const { outage } = await addOutage(lab.context, lab.labManager, draft)
    const edit = (version: number, changes: object) =>
      editOutage(lab.context, lab.labManager, { id: outage.id, version, changes })
    const longer = await edit(1, { end: lab.slot('15:00/15:30').end, kind: 'unplanned' })
    t.match(longer, { outage: { version: 2, kind: 'unplanned' }, affected: [{ id: booking.id }] })
    const early = await edit(2, { end: lab.slot('11:00/11:30').end })
    t.match(early, { outage: { version: 3 }, affected: [] })
    await t.resolves(lab.book(lab.slot('12:00/13:00')))
    t.strictSame(await codesOf(edit(2, {})), ['version-stale'])
    t.match(await refusalsOf(edit(3, { end: lab.slot('10:00/11:00').start })), [
      { fault: 'end-before-start' },
    ])
    const forever = edit(3, { end: at('2030-01-01T00:00+08:00') })
    t.match(await refusalsOf(forever), [{ field: 'end', fault: 'too-long' }])
  })

  t.test(`${engine}: an outage that was a mistake is taken back`, async t => {
    const lab = await aLab(t, engine)
    const hours = lab.slot('10:00/12:00')
    const instrumentId = lab.instrumentId()
    const { outage } = await addOutage(lab.context, lab.labManager, { instrumentId, ...hours, ...planned })
    const within = () => outagesWithin(lab.context.db.read, { instrumentId, ...hours })
    t.match(await within(), [{ id: outage.id }])
    const retired = await retireOutage(lab.context, lab.labManager, { id: outage.id, version: 1 })
    t.equal(retired.retiredAt, lab.clock.now())
    t.strictSame(await within(), [])
    const again = { id: outage.id, version: 2 }
    t.strictSame(await codesOf(retireOutage(lab.context, lab.labManager, again)), ['wrong-state'])
    t.strictSame(await codesOf(editOutage(lab.context, lab.labManager, { ...again, changes: {} })), [
      'wrong-state',
    ])
    await t.resolves(lab.book(hours))
  })

  t.test(`${engine}: an outage makes the figures of its days old`, async t => {
    const { context, manager, instrument } = await aHost(t, engine)
    const { id: instrumentId } = await instrument()
    const span = { start: at('2026-03-10T20:00+08:00'), end: at('2026-03-12T08:00+08:00') }
    await addOutage(context, manager, { instrumentId, ...span, ...planned })
    const { q, t: tables } = context.db.read
    const rows = await q.select().from(tables.dirtyDays).orderBy(tables.dirtyDays.day)
    t.strictSame(
      rows.map(row => row.day),
      ['2026-03-10', '2026-03-11', '2026-03-12'],
    )
  })

  t.test(`${engine}: outages are for staff of the host to say`, async t => {
    const { context, stranger, researcher, instrument, manager } = await aHost(t, engine)
    const { id: instrumentId } = await instrument()
    const draft = { instrumentId, start: at('2026-03-10T20:00Z'), end: at('2026-03-11T20:00Z'), ...planned }
    const { outage } = await addOutage(context, manager, draft)
    for (const actor of [stranger, researcher]) {
      t.strictSame(await codesOf(addOutage(context, actor, draft)), ['not-allowed'])
      const edit = { id: outage.id, version: 1, changes: {} }
      t.strictSame(await codesOf(editOutage(context, actor, edit)), ['not-allowed'])
      t.strictSame(await codesOf(retireOutage(context, actor, { id: outage.id, version: 1 })), [
        'not-allowed',
      ])
    }
    t.strictSame(await codesOf(retireOutage(context, manager, { id: 'out_none', version: 1 })), ['not-found'])
  })
}
