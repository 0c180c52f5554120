import t from 'tap'
import { at } from '../../support/clock.ts'
import { ENGINES } from '../../support/engines.ts'
import { aLab } from '../../support/lab.ts'
import { codesOf, refusalsOf } from '../site.ts'
import { deedsOf, movesOf, nowOf, stepsOn } from './steps.ts'

const asked = { rules: { approval: 'staff' } } as const
const hour = 3600

for (const engine of ENGINES) {
  t.test(`${engine}: a request holds its place and its quota until staff approve it`, async t => {
    const lab = await aLab(t, engine, asked)
    const { approve } = stepsOn(lab)
    const request = await lab.book(lab.slot('10:00/12:00'))
    t.match(request, { state: 'requested', expiresAt: lab.slot('10:00/12:00').start, version: 1 })
    t.equal((await lab.balance()).held, 2 * hour)
    const rival = { ...lab.slot('11:00/13:00'), by: await lab.anotherResearcher() }
    t.strictSame(await codesOf(lab.book(rival)), ['slot-taken'])
    t.strictSame(await codesOf(approve(request, lab.member.researcher)), ['not-allowed'], 'not by oneself')
    const approved = await approve(request)
    t.match(approved, { state: 'confirmed', expiresAt: null, decisionById: lab.labManager.personId })
    t.equal((await lab.balance()).held, 2 * hour, 'approval moves no quota')
    t.strictSame(await codesOf(approve(approved)), ['wrong-state'])
    t.strictSame(await deedsOf(lab, request), ['book as owner', 'approve as staff'])
  })

  t.test(`${engine}: a rejection says why, and frees place and quota`, async t => {
    const lab = await aLab(t, engine, asked)
    const { reject } = stepsOn(lab)
    const request = await lab.book(lab.slot('10:00/12:00'))
    t.strictSame(await codesOf(reject(request, null)), ['reason-required'])
    t.strictSame(await codesOf(reject(request, '不', lab.member.researcher)), ['not-allowed'])
    const rejected = await reject(request)
    t.match(rejected, { state: 'rejected', live: false, decisionReason: '样品不明' })
    t.match(await lab.balance(), { held: 0, forfeited: 0 })
    t.strictSame(await movesOf(lab, request), [`hold/use ${2 * hour}`, `release/use ${2 * hour}`])
    await t.resolves(lab.book(lab.slot('10:00/12:00')))
  })

  t.test(`${engine}: nobody decides in time, and the request expires`, async t => {
    const lab = await aLab(t, engine, { rules: { ...asked.rules, approvalHoldSeconds: hour as never } })
    const { approve, sweep } = stepsOn(lab)
    const request = await lab.book(lab.slot('10:00/12:00'))
    t.equal(
      request.expiresAt,
      at('2026-03-02T09:00+08:00'),
      'an hour after it was made, long before it starts',
    )
    lab.clock.moveTo(at('2026-03-02T08:59:59+08:00'))
    t.equal(await sweep(), 0)
    lab.clock.moveTo(at('2026-03-02T09:00+08:00'))
    t.match(
      await refusalsOf(approve(request)),
      [{ code: 'wrong-state', state: 'expired' }],
      'too late already',
    )
    t.equal(await sweep(), 1)
    t.match(await nowOf(lab, request), { state: 'expired', live: false, endedAt: request.expiresAt })
    t.equal((await lab.balance()).held, 0)
    t.equal(await sweep(), 0, 'once')
    t.strictSame(await deedsOf(lab, request), ['book as owner', 'expire as system'])
  })

  t.test(`${engine}: staff do not ask themselves`, async t => {
    const lab = await aLab(t, engine, asked)
    const draft = { forPersonId: lab.member.researcher.personId }
    const booked = await lab.book({ ...lab.slot('10:00/12:00'), by: lab.labManager, draft })
    t.match(booked, { state: 'confirmed', expiresAt: null, bookedById: lab.labManager.personId })
  })

  t.test(`${engine}: what was approved is asked for again when it moves, not when it grows`, async t => {
    const lab = await aLab(t, engine, asked)
    const { approve, extend, move } = stepsOn(lab)
    const approved = await approve(await lab.book(lab.slot('10:00/12:00')))
    const longer = await extend(approved, lab.slot('10:00/13:00').end)
    t.match(longer, { state: 'confirmed', expiresAt: null, decisionById: lab.labManager.personId })
    const moved = await move(longer, lab.slot('14:00/15:00'))
    t.match(moved, { state: 'requested', expiresAt: lab.slot('14:00/15:00').start, decisionById: null })
    const byStaff = await move(moved, lab.slot('15:00/16:00'), lab.labManager)
    t.match(byStaff, { state: 'confirmed', expiresAt: null }, 'staff who move it have decided')
  })

  t.test(`${engine}: a request is taken back free at any time`, async t => {
    const lab = await aLab(t, engine, asked)
    const { cancel } = stepsOn(lab)
    const request = await lab.book(lab.slot('10:00/12:00'))
    lab.clock.moveTo(at('2026-03-04T09:59+08:00'))
    t.match(await cancel(request), { state: 'cancelled', cancelledLate: false })
    t.match(await lab.balance(), { held: 0, forfeited: 0 })
  })
}
