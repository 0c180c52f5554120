import t from 'tap'
import type { PolicyRules } from '../../../src/domain/policy.ts'
import { at } from '../../support/clock.ts'
import { ENGINES } from '../../support/engines.ts'
import { aLab } from '../../support/lab.ts'
import { codesOf, refusalsOf } from '../site.ts'
import { deedsOf, faultsIn, movesOf, nowOf, stepsOn } from './steps.ts'

const hour = 3600
const attended = { attendance: 'check-in', cancelWindowSeconds: 0 } as Partial<PolicyRules>

for (const engine of ENGINES) {
  t.test(`${engine}: a booking grows, also while it is in use, and notice does not count`, async t => {
    const lab = await aLab(t, engine, { rules: { ...attended, noticeSeconds: 24 * hour } as never })
    const { checkIn, checkOut, extend } = stepsOn(lab)
    const booking = await lab.book(lab.slot('10:00/12:00'))
    const longer = await extend(booking, lab.slot('10:00/13:00').end)
    t.match(longer, { end: lab.slot('10:00/13:00').end, state: 'confirmed', version: 2 })
    lab.clock.moveTo(booking.start)
    const used = await checkIn(longer)
    lab.clock.moveTo(at('2026-03-04T12:59+08:00'))
    const again = await extend(used, lab.slot('10:00/14:00').end)
    t.match(again, { state: 'in_use', start: booking.start, checkedInAt: booking.start })
    t.match(await lab.balance(), { held: 4 * hour })
    lab.clock.moveTo(again.end)
    await checkOut(again)
    t.match(await lab.balance(), { held: 0, used: 4 * hour })
    t.strictSame(await movesOf(lab, booking), [
      `hold/use ${2 * hour}`,
      `release/use ${2 * hour}`,
      `hold/use ${3 * hour}`,
      `release/use ${3 * hour}`,
      `hold/use ${4 * hour}`,
      `settle/use ${4 * hour}`,
    ])
    t.strictSame(await deedsOf(lab, booking), [
      'book as owner',
      'extend as owner',
      'check-in as owner',
      'extend as owner',
      'check-out as owner',
    ])
    t.strictSame(await faultsIn(lab), [])
  })

  t.test(`${engine}: it does not grow into its neighbour, past the longest, or past its quota`, async t => {
    const longest = { longestSeconds: 5 * hour } as Partial<PolicyRules>
    const lab = await aLab(t, engine, { rules: longest, turnaroundSeconds: 1800, projectHours: 4 })
    const { extend } = stepsOn(lab)
    const booking = await lab.book(lab.slot('10:00/12:00'))
    const [, second] = lab.members
    await lab.book({ ...lab.slot('15:00/16:00'), by: second?.researcher })
    const to = (time: string) => extend(booking, lab.slot(`10:00/${time}`).end)
    t.strictSame(await codesOf(to('14:45')), ['slot-taken', 'quota-exhausted'], 'its own turnaround counts')
    t.strictSame(await codesOf(to('14:30')), ['quota-exhausted'])
    t.strictSame(await codesOf(to('17:00')), ['too-long', 'slot-taken', 'quota-exhausted'])
    t.match(await refusalsOf(to('09:00')), [{ code: 'too-short', requestedSeconds: 0 }], 'it would end first')
    t.match(await refusalsOf(to('10:00')), [{ code: 'too-short', requestedSeconds: 0 }])
    t.strictSame(await nowOf(lab, booking), booking)
    t.equal((await lab.balance()).held, 2 * hour)
    t.match(await to('14:00'), { end: lab.slot('10:00/14:00').end })
  })

  t.test(`${engine}: a booking keeps the rules it was made under, whatever the lab says since`, async t => {
    const lab = await aLab(t, engine, { rules: { longestSeconds: 4 * hour } as never })
    const { extend } = stepsOn(lab)
    const booking = await lab.book(lab.slot('10:00/12:00'))
    const longer = await extend(booking, lab.slot('10:00/14:00').end)
    t.equal(longer.policyId, booking.policyId)
    t.strictSame(longer.policy, booking.policy)
  })

  t.test(`${engine}: time is given back while the booking could still be moved`, async t => {
    const lab = await aLab(t, engine)
    const { extend } = stepsOn(lab)
    const booking = await lab.book(lab.slot('10:00/12:00'))
    const shorter = await extend(booking, lab.slot('10:00/11:00').end)
    t.equal((await lab.balance()).held, hour)
    t.match(shorter, { occupiedUntil: lab.slot('10:00/11:00').end })
    await t.resolves(lab.book({ ...lab.slot('11:00/12:00'), by: await lab.anotherResearcher() }))
  })

  t.test(`${engine}: places are changed within what is free at every instant`, async t => {
    const lab = await aLab(t, engine, { capacity: 10 })
    const { places } = stepsOn(lab)
    const booking = await lab.book({ ...lab.slot('10:00/14:00'), draft: { places: 4 } })
    await lab.book({ ...lab.slot('12:00/13:00'), by: await lab.anotherResearcher(), draft: { places: 5 } })
    t.match(await refusalsOf(places(booking, 6)), [
      { code: 'capacity-exceeded', capacity: 10, free: 5, requested: 6 },
    ])
    const more = await places(booking, 5)
    t.match(more, { places: 5, version: 2 })
    t.equal((await lab.balance()).held, 25 * hour)
    const fewer = await places(more, 1)
    t.equal((await lab.balance()).held, 9 * hour)
    t.strictSame(await codesOf(places(more, 2)), ['version-stale'])
    t.match(fewer, { places: 1, version: 3 })
    t.strictSame(await faultsIn(lab), [])
  })

  t.test(`${engine}: what is exclusive has one place`, async t => {
    const lab = await aLab(t, engine)
    const { places } = stepsOn(lab)
    const booking = await lab.book(lab.slot('10:00/14:00'))
    t.strictSame(await codesOf(places(booking, 2)), ['capacity-exceeded'])
    const two = { ...lab.slot('15:00/16:00'), draft: { places: 2 } }
    t.strictSame(await codesOf(lab.book(two)), ['capacity-exceeded'])
  })
}
