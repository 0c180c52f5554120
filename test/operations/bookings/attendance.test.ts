import t from 'tap'
import type { PolicyRules } from '../../../src/domain/policy.ts'
import { at } from '../../support/clock.ts'
import { ENGINES } from '../../support/engines.ts'
import { aLab } from '../../support/lab.ts'
import { codesOf, refusalsOf } from '../site.ts'
import { faultsIn, movesOf, nowOf, runOf, stepsOn } from './steps.ts'

const hour = 3600
const attended = { attendance: 'check-in' } as Partial<PolicyRules>

for (const engine of ENGINES) {
  t.test(`${engine}: check-in opens a little before the start and closes at the end`, async t => {
    const lab = await aLab(t, engine, { rules: attended })
    const { checkIn } = stepsOn(lab)
    const booking = await lab.book(lab.slot('10:00/12:00'))
    lab.clock.moveTo(at('2026-03-04T09:44:59+08:00'))
    const opensAt = at('2026-03-04T09:45+08:00')
    t.strictSame(await refusalsOf(checkIn(booking)), [{ code: 'check-in-too-early', opensAt }])
    lab.clock.moveTo(booking.end)
    t.match(await refusalsOf(checkIn(booking)), [{ code: 'wrong-state', state: 'ended' }])
    lab.clock.moveTo(opensAt)
    t.match(await checkIn(booking), { state: 'in_use', checkedInAt: opensAt, version: 2 })
    t.strictSame(await codesOf(checkIn(await nowOf(lab, booking))), ['wrong-state'], 'once')
    t.equal((await lab.balance()).held, 2 * hour, 'nothing is settled yet')
  })

  t.test(`${engine}: who leaves before the start frees all but its very instant`, async t => {
    const lab = await aLab(t, engine, { rules: attended })
    const { checkIn, checkOut } = stepsOn(lab)
    const booking = await lab.book(lab.slot('10:00/12:00'))
    lab.clock.moveTo(at('2026-03-04T09:45+08:00'))
    const used = await checkIn(booking)
    lab.clock.moveTo(at('2026-03-04T09:55+08:00'))
    t.match(await checkOut(used), { state: 'completed', occupiedUntil: booking.start + 1 })
    const rival = await lab.anotherResearcher()
    t.strictSame(await codesOf(lab.book({ ...lab.slot('10:00/12:00'), by: rival })), ['slot-taken'])
    await t.resolves(lab.book({ ...lab.slot('10:15/12:00'), by: rival }))
  })

  t.test(`${engine}: an early check-out frees the rest for others at once`, async t => {
    const lab = await aLab(t, engine, { rules: attended, turnaroundSeconds: 600 })
    const { checkIn, checkOut } = stepsOn(lab)
    const booking = await lab.book(lab.slot('10:00/14:00'))
    lab.clock.moveTo(booking.start)
    const used = await checkIn(booking)
    lab.clock.moveTo(at('2026-03-04T11:50+08:00'))
    const done = await checkOut(used)
    t.match(done, {
      state: 'completed',
      end: booking.end,
      occupiedUntil: at('2026-03-04T12:00+08:00'),
      checkedOutAt: at('2026-03-04T11:50+08:00'),
      endedAt: at('2026-03-04T11:50+08:00'),
      live: true,
    })
    t.match(await lab.balance(), { held: 0, used: 2 * hour }, '1 h 50 min is billed in quarters')
    const rival = await lab.anotherResearcher()
    await t.resolves(lab.book({ ...lab.slot('12:00/14:00'), by: rival }))
    t.match(await runOf(lab, booking), {
      evidence: 'check-in',
      usedSeconds: 110 * 60,
      bookedSeconds: 4 * hour,
      chargedUnits: 2 * hour,
      samples: 3,
    })
    t.strictSame(await faultsIn(lab), [])
  })

  t.test(`${engine}: nobody checks out before they checked in, nor twice`, async t => {
    const lab = await aLab(t, engine, { rules: attended })
    const { checkIn, checkOut } = stepsOn(lab)
    const booking = await lab.book(lab.slot('10:00/12:00'))
    lab.clock.moveTo(booking.start)
    t.strictSame(await codesOf(checkOut(booking)), ['wrong-state'])
    const done = await checkOut(await checkIn(booking))
    t.match(done, { state: 'completed' })
    t.match(await runOf(lab, booking), { usedSeconds: 0, chargedUnits: 900 }, 'one step at least')
    t.equal(done.occupiedUntil, booking.start + 1, 'the whole time is free again')
    t.strictSame(await codesOf(checkOut(done)), ['wrong-state'])
  })

  t.test(`${engine}: use that came and went before its start keeps no time and is charged`, async t => {
    const lab = await aLab(t, engine, { rules: attended })
    const { checkIn, checkOut } = stepsOn(lab)
    const booking = await lab.book(lab.slot('10:00/12:00'))
    lab.clock.moveTo(at('2026-03-04T09:45+08:00'))
    const used = await checkIn(booking)
    lab.clock.moveTo(at('2026-03-04T09:55+08:00'))
    t.match(await checkOut(used), { occupiedUntil: booking.start + 1 })
    t.match(await runOf(lab, booking), { usedSeconds: 600, chargedUnits: 900 })
  })

  t.test(`${engine}: an over-run is charged, first to what is left, then as debt`, async t => {
    const lab = await aLab(t, engine, { rules: attended, projectHours: 3 })
    const { checkIn, checkOut } = stepsOn(lab)
    const booking = await lab.book(lab.slot('10:00/12:00'))
    lab.clock.moveTo(booking.start)
    const used = await checkIn(booking)
    lab.clock.moveTo(at('2026-03-04T14:30+08:00'))
    const done = await checkOut(used)
    t.match(done, { end: booking.end, occupiedUntil: booking.end }, 'the next one keeps its place')
    t.strictSame(await movesOf(lab, booking), [
      `hold/use ${2 * hour}`,
      `settle/use ${2 * hour}`,
      `post/overrun ${hour}`,
      `post/overrun ${1.5 * hour}`,
    ])
    const lots = await lab.lotsOf('project', lab.member.projectId)
    t.strictSame(
      lots
        .map(({ kind, used: units }) => [kind, units])
        .toSorted((a, b) => String(a).localeCompare(String(b))),
      [
        ['base', 3 * hour],
        ['debt', 1.5 * hour],
      ],
      'use is written down even when nobody can pay for it',
    )
    t.match(await runOf(lab, booking), { usedSeconds: 4.5 * hour, chargedUnits: 4.5 * hour })
    t.strictSame(await faultsIn(lab), [])
  })

  for (const [chargeFor, chargeFrom, charged] of [
    ['used', 'start', 1.5 * hour],
    ['used', 'check-in', hour],
    ['booked', 'check-in', 2 * hour],
    ['greater', 'check-in', 2 * hour],
  ] as const) {
    t.test(`${engine}: charged for what is ${chargeFor}, from ${chargeFrom}`, async t => {
      const lab = await aLab(t, engine, { rules: { ...attended, chargeFor, chargeFrom } })
      const { checkIn, checkOut } = stepsOn(lab)
      const booking = await lab.book(lab.slot('10:00/12:00'))
      lab.clock.moveTo(at('2026-03-04T10:25+08:00'))
      const used = await checkIn(booking)
      lab.clock.moveTo(at('2026-03-04T11:20+08:00'))
      await checkOut(used)
      t.match(await runOf(lab, booking), { usedSeconds: 55 * 60, chargedUnits: charged })
      t.match(await lab.balance(), { held: 0, used: charged })
    })
  }

  t.test(`${engine}: staff mark that nobody came; the place is free and the share is lost`, async t => {
    const lab = await aLab(t, engine, { rules: { ...attended, noShowForfeit: 2_500 as never } })
    const { markNoShow } = stepsOn(lab)
    const booking = await lab.book(lab.slot('10:00/12:00'))
    lab.clock.moveTo(at('2026-03-04T10:29:59+08:00'))
    t.match(await refusalsOf(markNoShow(booking)), [{ code: 'wrong-state', state: 'awaited' }])
    lab.clock.moveTo(at('2026-03-04T10:30+08:00'))
    t.strictSame(await codesOf(markNoShow(booking, lab.member.researcher)), ['not-allowed'])
    t.match(await markNoShow(booking), { state: 'no_show', live: false })
    t.match(await lab.balance(), { held: 0, used: 0, forfeited: hour / 2 })
    await t.resolves(lab.book({ ...lab.slot('10:45/12:00'), by: await lab.anotherResearcher() }))
    t.strictSame(await faultsIn(lab), [])
  })

  t.test(
    `${engine}: where time counts as used as booked, nobody checks in and nobody is missing`,
    async t => {
      const lab = await aLab(t, engine)
      const { checkIn, markNoShow } = stepsOn(lab)
      const booking = await lab.book(lab.slot('10:00/12:00'))
      lab.clock.moveTo(at('2026-03-04T11:00+08:00'))
      const refusal = { code: 'wrong-state', state: 'as-booked', allowed: ['check-in', 'metered'] }
      t.strictSame(await refusalsOf(checkIn(booking)), [refusal])
      t.strictSame(await refusalsOf(markNoShow(booking)), [refusal])
    },
  )

  t.test(`${engine}: a meter's word is kept as such`, async t => {
    const lab = await aLab(t, engine, { rules: { ...attended, attendance: 'metered' } })
    const { checkIn, checkOut } = stepsOn(lab)
    const booking = await lab.book(lab.slot('10:00/12:00'))
    lab.clock.moveTo(booking.start)
    const used = await checkIn(booking)
    lab.clock.moveTo(booking.end)
    await checkOut(used)
    t.match(await runOf(lab, booking), { evidence: 'metered', chargedUnits: 2 * hour })
  })
}
