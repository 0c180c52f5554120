import t from 'tap'
import type { PolicyRules } from '../../../src/domain/policy.ts'
import { addOutage } from '../../../src/operations/outages.ts'
import type { Actor } from '../../../src/operations/perform.ts'
import { at } from '../../support/clock.ts'
import { ENGINES } from '../../support/engines.ts'
import { aLab, type Lab } from '../../support/lab.ts'
import { codesOf, refusalsOf } from '../site.ts'
import { deedsOf, stepsOn } from './steps.ts'

const hour = 3600
/** Open on weekday mornings, at most two hours, a day ahead and within the week, one booking a day. */
const strict = {
  opening: {
    weekly: [1, 2, 3, 4, 5].map(weekday => ({ weekday, from: '09:00', to: '12:00' })),
    exceptions: [],
  },
  longestSeconds: 2 * hour,
  shortestSeconds: hour,
  noticeSeconds: 24 * hour,
  horizonSeconds: 5 * 24 * hour,
  caps: [{ per: 'person', measure: 'count', limit: 1, period: 'day' }],
} as unknown as Partial<PolicyRules>

const inTheNameOf = (lab: Lab, overrideReason: string | null) => ({
  by: lab.labManager,
  draft: { forPersonId: lab.member.researcher.personId, overrideReason },
})

for (const engine of ENGINES) {
  t.test(`${engine}: staff set the policy aside with a reason; rules and reason are kept`, async t => {
    const lab = await aLab(t, engine, { rules: strict })
    const odd = { start: at('2026-03-07T13:05+08:00'), end: at('2026-03-07T18:05+08:00') }
    const broken = ['off-grid', 'off-grid', 'too-long', 'beyond-horizon', 'instrument-not-open']
    t.strictSame(await codesOf(lab.book(odd)), broken, 'every rule at once')
    t.strictSame(
      await codesOf(lab.book({ ...odd, ...inTheNameOf(lab, null) })),
      broken,
      'staff keep them too',
    )
    const booking = await lab.book({ ...odd, ...inTheNameOf(lab, '重大任务') })
    t.strictSame(booking.override, { byId: lab.labManager.personId, reason: '重大任务', codes: broken })
    t.strictSame(await deedsOf(lab, booking), ['book as staff'])
    const { q, t: tables } = lab.context.db.read
    const line = (await q.select().from(tables.audit)).find(row => row.nounId === booking.id)
    t.match(line, { reason: '重大任务', actorId: lab.labManager.personId })
  })

  t.test(`${engine}: not even staff keep an instrument for more than ten years`, async t => {
    const lab = await aLab(t, engine, { rules: strict })
    const forever = { start: at('2026-03-07T13:00+08:00'), end: at('2037-01-01T00:00+08:00') }
    const tooLong = [{ code: 'too-long', longestSeconds: 3650 * 24 * hour }]
    t.match(await refusalsOf(lab.book({ ...forever, ...inTheNameOf(lab, '长期') })), tooLong)
    const booking = await lab.book(lab.slot('09:00/10:00'))
    t.match(await refusalsOf(stepsOn(lab).extend(booking, forever.end)), tooLong)
  })

  t.test(`${engine}: caps, notice and the past are set aside as well`, async t => {
    const lab = await aLab(t, engine, { rules: strict })
    await lab.book(lab.slot('09:00/10:00'))
    t.strictSame(await codesOf(lab.book(lab.slot('10:00/11:00'))), ['cap-exceeded'])
    const capped = await lab.book({ ...lab.slot('10:00/11:00'), ...inTheNameOf(lab, '补做') })
    t.strictSame(capped.override?.codes, ['cap-exceeded'])
    const soon = await lab.book({ ...lab.slot('09:00/10:00', '2026-03-02'), ...inTheNameOf(lab, '急') })
    t.strictSame(soon.override?.codes, ['notice-too-short'])
    lab.clock.moveTo(at('2026-03-02T11:30+08:00'))
    const past = await lab.book({ ...lab.slot('10:00/11:00', '2026-03-02'), ...inTheNameOf(lab, '补记') })
    t.strictSame(past.override?.codes, ['in-the-past', 'cap-exceeded'], 'the second one of that day')
  })

  t.test(`${engine}: nobody sets aside overlap, outage, places, quota or who may book`, async t => {
    const lab = await aLab(t, engine, { rules: strict, projectHours: 3 })
    const override = inTheNameOf(lab, '加急')
    await lab.book(lab.slot('09:00/11:00'))
    t.strictSame(await codesOf(lab.book({ ...lab.slot('10:00/11:00'), ...override })), ['slot-taken'])
    t.strictSame(await codesOf(lab.book({ ...lab.slot('11:00/14:00'), ...override })), ['quota-exhausted'])
    const places = { ...override.draft, places: 2 }
    t.strictSame(await codesOf(lab.book({ ...lab.slot('11:00/12:00'), by: lab.labManager, draft: places })), [
      'capacity-exceeded',
      'quota-exhausted',
    ])
    const down = { ...lab.slot('09:00/18:00', '2026-03-05'), kind: 'unplanned', reason: null } as const
    await addOutage(lab.context, lab.labManager, { instrumentId: lab.instrumentId(), ...down })
    t.strictSame(await codesOf(lab.book({ ...lab.slot('09:00/10:00', '2026-03-05'), ...override })), [
      'outage',
    ])
    const nobodys = { ...override.draft, forPersonId: lab.allianceAdmin.personId }
    t.strictSame(
      await codesOf(lab.book({ ...lab.slot('11:00/12:00'), by: lab.labManager, draft: nobodys })),
      ['not-shared'],
      'who belongs nowhere books nothing',
    )
  })

  t.test(`${engine}: only staff of this very instrument override`, async t => {
    const lab = await aLab(t, engine, { rules: strict, instruments: ['one', 'two'] })
    const draft = { overrideReason: '着急' }
    const late = lab.slot('13:00/14:00')
    const elsewhere = await lab.holding('lab-manager', 'instrument', lab.instrumentId('two'))
    const here = await lab.holding('lab-manager', 'instrument', lab.instrumentId('one'))
    const forPerson = { ...draft, forPersonId: lab.member.researcher.personId }
    const as = (by: Actor, given: object) => lab.book({ ...late, instrument: 'one', by, draft: given })
    t.strictSame(await codesOf(as(lab.member.researcher, draft)), ['not-allowed'])
    for (const other of [elsewhere, lab.allianceAdmin, lab.auditor]) {
      t.strictSame(await codesOf(as(other, forPerson)), ['not-allowed'])
    }
    t.match(await as(here, forPerson), { override: { codes: ['instrument-not-open'] } })
  })
}
