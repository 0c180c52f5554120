import t from 'tap'
import { DEFAULT_POLICY } from '../../src/domain/policyDefaults.ts'
import { instant, seconds } from '../../src/domain/units.ts'
import { retireInstrument } from '../../src/operations/instruments.ts'
import { addPolicy } from '../../src/operations/policies.ts'
import { policyAt } from '../../src/store/policies.ts'
import { at } from '../support/clock.ts'
import { ENGINES } from '../support/engines.ts'
import { aHost } from './hosts.ts'
import { codesOf, refusalsOf } from './site.ts'

for (const engine of ENGINES) {
  t.test(`${engine}: the first rules hold since ever, later ones from now or later`, async t => {
    const { context, manager, instrument } = await aHost(t, engine)
    const { id: instrumentId } = await instrument()
    const inForce = async (when: number) =>
      (await policyAt(context.db.read, { instrumentId, at: instant(when) }))?.revision
    t.equal(await inForce(context.clock.now()), undefined)
    const first = await addPolicy(context, manager, { instrumentId, rules: { gridSeconds: seconds(1800) } })
    t.match(first, { revision: 1, effectiveFrom: 0, rules: { ...DEFAULT_POLICY, gridSeconds: 1800 } })
    const nextMonth = at('2026-04-01T00:00+08:00')
    const later = { instrumentId, effectiveFrom: nextMonth, rules: {} }
    t.match(await addPolicy(context, manager, later), { revision: 2, effectiveFrom: nextMonth })
    t.equal(await inForce(nextMonth - 1), 1)
    t.equal(await inForce(nextMonth), 2)
    const today = await addPolicy(context, manager, { instrumentId, rules: {} })
    t.match(today, { revision: 3, effectiveFrom: context.clock.now(), createdBy: manager.personId })
    t.equal(await inForce(context.clock.now()), 3, 'of revisions the latest that has begun')
    t.equal(await inForce(nextMonth), 2, 'what was set for next month still comes')
    const effectiveFrom = instant(context.clock.now() - 1)
    t.strictSame(await refusalsOf(addPolicy(context, manager, { instrumentId, effectiveFrom, rules: {} })), [
      { code: 'invalid-value', field: 'effectiveFrom', fault: 'in-the-past' },
    ])
  })

  t.test(`${engine}: rules are set by staff of the host, for an instrument in service`, async t => {
    const { context, manager, stranger, researcher, instrument } = await aHost(t, engine)
    const { id: instrumentId } = await instrument()
    for (const actor of [stranger, researcher]) {
      t.strictSame(await codesOf(addPolicy(context, actor, { instrumentId, rules: {} })), ['not-allowed'])
    }
    await retireInstrument(context, manager, { id: instrumentId, version: 1 })
    t.strictSame(await codesOf(addPolicy(context, manager, { instrumentId, rules: {} })), ['wrong-state'])
  })

  t.test(`${engine}: every fault of the rules is named by its place`, async t => {
    const { context, manager, instrument } = await aHost(t, engine)
    const { id: instrumentId } = await instrument()
    const rules = {
      gridSeconds: seconds(7000),
      opening: { weekly: [], exceptions: [{ date: '2026-02-30', open: [] }] } as never,
    }
    t.strictSame(await refusalsOf(addPolicy(context, manager, { instrumentId, rules })), [
      { code: 'invalid-value', field: 'rules.opening.exceptions.0.date', fault: 'bad-date' },
      { code: 'invalid-value', field: 'rules.gridSeconds', fault: 'grid-not-in-day' },
    ])
  })

  t.test(`${engine}: new rules make today's figures old`, async t => {
    const { context, manager, instrument } = await aHost(t, engine)
    const { id: instrumentId } = await instrument()
    await addPolicy(context, manager, { instrumentId, rules: {} })
    await addPolicy(context, manager, { instrumentId, rules: {} })
    const { q, t: tables } = context.db.read
    const days = await q.select({ day: tables.dirtyDays.day }).from(tables.dirtyDays)
    t.ok(days.some(each => each.day === '2026-03-02'))
  })
}
