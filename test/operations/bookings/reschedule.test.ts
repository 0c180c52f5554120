import t from 'tap'
import type { PolicyRules } from '../../../src/domain/policy.ts'
import { amount, type Day } from '../../../src/domain/units.ts'
import { grant } from '../../../src/operations/ledger/grant.ts'
import { openPeriod } from '../../../src/operations/ledger/ledgers.ts'
import { at } from '../../support/clock.ts'
import { ENGINES } from '../../support/engines.ts'
import { aLab, type Lab } from '../../support/lab.ts'
import { codesOf, refusalsOf } from '../site.ts'
import { anotherInstrument, deedsOf, faultsIn, movesOf, nowOf, stepsOn } from './steps.ts'

const hour = 3600
const free = { cancelWindowSeconds: 0 } as Partial<PolicyRules>

/** Opens the second quarter and gives the first member's project so many hours in it. */
async function secondQuarter(lab: Lab, hours: number) {
  const { context, ledgerId, allianceAdmin, allianceId, member } = lab
  const dates = { startsOn: '2026-04-01' as Day, endsOn: '2026-06-30' as Day }
  const period = await openPeriod(context, allianceAdmin, { ledgerId, name: '2026Q2', ...dates })
  const reserve = { kind: 'reserve', id: allianceId } as const
  const units = amount(hours * hour)
  const lines = [
    { from: null, to: reserve, amount: units },
    { from: reserve, to: { kind: 'project', id: member.projectId }, amount: units },
  ] as const
  const about = { documentNumber: null, reason: null }
  await grant(context, allianceAdmin, { ledgerId, periodId: period.id, lines, ...about })
  return period.id
}

for (const engine of ENGINES) {
  t.test(`${engine}: a booking moves in time and its holds with it`, async t => {
    const lab = await aLab(t, engine, { turnaroundSeconds: 1800 })
    const { move } = stepsOn(lab)
    const booking = await lab.book(lab.slot('10:00/12:00'))
    const moved = await move(booking, lab.slot('11:00/14:00'))
    t.match(moved, { ...lab.slot('11:00/14:00'), state: 'confirmed', version: 2, id: booking.id })
    t.equal(moved.occupiedUntil, lab.slot('14:00/14:30').end, 'through its turnaround')
    t.strictSame(await movesOf(lab, booking), [
      `hold/use ${2 * hour}`,
      `release/use ${2 * hour}`,
      `hold/use ${3 * hour}`,
    ])
    await t.resolves(lab.book({ ...lab.slot('09:00/10:30'), by: await lab.anotherResearcher() }))
    t.strictSame(await codesOf(move(booking, lab.slot('16:00/17:00'))), ['version-stale'])
    t.strictSame(await deedsOf(lab, booking), ['book as owner', 'reschedule as owner'])
    t.strictSame(await faultsIn(lab), [])
  })

  t.test(`${engine}: a booking moves to another instrument, of another pool, class and policy`, async t => {
    const lab = await aLab(t, engine, { pool: 'one', rules: free })
    const { move } = stepsOn(lab)
    const stricter = { ...free, longestSeconds: hour as never }
    const other = await anotherInstrument(lab, { rules: stricter })
    const booking = await lab.book(lab.slot('10:00/12:00'))
    const there = { ...lab.slot('10:00/12:00'), instrumentId: other }
    t.match(await refusalsOf(move(booking, there)), [{ code: 'too-long', longestSeconds: hour }])
    const moved = await move(booking, { ...lab.slot('10:00/11:00'), instrumentId: other })
    t.match(
      moved,
      { instrumentId: other, policy: { longestSeconds: hour } },
      'under the rules it has moved to',
    )
    t.equal((await lab.balance()).held, hour)
    await t.resolves(lab.book({ ...lab.slot('10:00/12:00'), by: await lab.anotherResearcher() }), 'it left')
    const late = { ...lab.slot('10:30/11:30'), instrument: other, by: await lab.anotherResearcher() }
    t.strictSame(await codesOf(lab.book(late)), ['slot-taken'], 'and has arrived')
    const unknown = { ...lab.slot('10:00/11:00'), instrumentId: 'itm_none' }
    t.strictSame(await codesOf(move(moved, unknown)), ['not-found'])
    t.strictSame(await faultsIn(lab), [])
  })

  t.test(`${engine}: a booking that moves into the next period is paid there`, async t => {
    const lab = await aLab(t, engine, { rules: free })
    const { move } = stepsOn(lab)
    const booking = await lab.book(lab.slot('10:00/12:00'))
    const april = { start: at('2026-03-31T23:00+08:00'), end: at('2026-04-01T02:00+08:00') }
    t.match(await refusalsOf(move(booking, april)), [{ code: 'no-period' }])
    const next = await secondQuarter(lab, 1)
    t.match(await refusalsOf(move(booking, april)), [
      { code: 'quota-exhausted', needed: 2 * hour, periodId: next },
    ])
    const within = { start: april.start, end: at('2026-04-01T01:00+08:00') }
    const moved = await move(booking, within)
    t.match(moved, within)
    const lots = await lab.lotsOf('project', lab.member.projectId)
    t.strictSame(
      lots.map(lot => lot.held),
      [hour, hour],
      'an hour on each side of midnight',
    )
    t.strictSame(await faultsIn(lab), [])
  })

  t.test(`${engine}: a refused move leaves booking, holds and audit as they were`, async t => {
    const lab = await aLab(t, engine, { projectHours: 3, rules: free })
    const { move } = stepsOn(lab)
    const booking = await lab.book(lab.slot('10:00/12:00'))
    await lab.book({ ...lab.slot('14:00/15:00'), by: lab.members[1]?.researcher })
    const before = [await nowOf(lab, booking), await lab.balance(), await movesOf(lab, booking)]
    t.strictSame(await codesOf(move(booking, lab.slot('14:00/16:00'))), ['slot-taken'])
    t.strictSame(await codesOf(move(booking, lab.slot('16:00/20:00'))), ['quota-exhausted'])
    t.strictSame(await codesOf(move(booking, lab.slot('14:05/18:00'))), [
      'off-grid',
      'slot-taken',
      'quota-exhausted',
    ])
    t.strictSame([await nowOf(lab, booking), await lab.balance(), await movesOf(lab, booking)], before)
    t.strictSame(await deedsOf(lab, booking), ['book as owner'])
    await t.resolves(move(booking, lab.slot('10:00/13:00')), 'its own hold is free for itself')
  })

  t.test(
    `${engine}: a booking moves to its host's other instrument and back, and its funding with it`,
    async t => {
      const lab = await aLab(t, engine, { rules: free })
      const { move } = stepsOn(lab)
      const theirs = await anotherInstrument(lab, { institutionId: lab.member.institutionId, shared: false })
      const own = await lab.book({ ...lab.slot('10:00/12:00'), instrument: theirs })
      t.match(own, { quota: 'none', allianceId: null, priceCategory: 'internal' }, 'owner hours')
      const moved = await move(own, { ...lab.slot('10:00/12:00'), instrumentId: lab.instrumentId() })
      t.match(moved, { quota: 'enforced', allianceId: lab.allianceId, priceCategory: 'member' })
      t.equal((await lab.balance()).held, 2 * hour, 'now the alliance counts it')
      const back = { ...lab.slot('10:00/12:00'), instrumentId: theirs }
      t.strictSame(await codesOf(move(moved, back)), ['not-shared'], 'its funding is named by now')
      t.strictSame(await codesOf(lab.book({ ...back, instrument: theirs, by: lab.members[1]?.researcher })), [
        'not-shared',
      ])
      t.strictSame(await faultsIn(lab), [])
    },
  )

  t.test(`${engine}: staff move what is not theirs among their own instruments only`, async t => {
    const lab = await aLab(t, engine, { rules: free })
    const { move } = stepsOn(lab)
    const closed = { opening: { weekly: [], exceptions: [] } }
    const theirs = await anotherInstrument(lab, { institutionId: lab.member.institutionId, rules: closed })
    const booking = await lab.book(lab.slot('10:00/12:00'))
    const there = { ...lab.slot('10:00/12:00'), instrumentId: theirs }
    t.strictSame(await codesOf(move(booking, there, lab.labManager)), ['not-allowed'])
    const own = await lab.book({
      ...lab.slot('14:00/15:00'),
      by: lab.labManager,
      draft: { forPersonId: lab.member.researcher.personId },
    })
    const override = { ...there, overrideReason: '加急' }
    t.strictSame(await codesOf(move(own, override, lab.labManager)), ['not-allowed'], 'not by their own word')
    t.strictSame(await codesOf(move(booking, override)), ['not-allowed'], 'users override nothing')
    t.match(await move(booking, lab.slot('16:00/17:00'), lab.labManager), { version: 2 })
    t.strictSame(await deedsOf(lab, booking), ['book as owner', 'reschedule as staff'])
  })

  t.test(`${engine}: staff who set rules aside in a move are on record with reason and rules`, async t => {
    const lab = await aLab(t, engine, { rules: free })
    const { move } = stepsOn(lab)
    const booking = await lab.book(lab.slot('10:00/12:00'))
    const odd = { start: at('2026-03-04T10:05+08:00'), end: at('2026-03-04T12:00+08:00') }
    const moved = await move(booking, { ...odd, overrideReason: '设备预热' }, lab.labManager)
    const override = { byId: lab.labManager.personId, reason: '设备预热', codes: ['off-grid'] }
    t.strictSame(moved.override, override)
  })
}
