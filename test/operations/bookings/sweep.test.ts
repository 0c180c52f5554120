import t from 'tap'
import type { PolicyRules } from '../../../src/domain/policy.ts'
import { plusSeconds } from '../../../src/domain/units.ts'
import { countReuses } from '../../../src/operations/bookings/reuse.ts'
import { sweepBookings } from '../../../src/operations/bookings/sweep.ts'
import { at } from '../../support/clock.ts'
import { ENGINES } from '../../support/engines.ts'
import { aLab, type Lab } from '../../support/lab.ts'
import { aBooking } from '../../support/rows.ts'
import { codesOf } from '../site.ts'
import { anotherInstrument, deedsOf, faultsIn, nowOf, runOf, stepsOn } from './steps.ts'

const hour = 3600
const day = 24 * hour
const attended = { attendance: 'check-in' } as Partial<PolicyRules>

const statesOf = async (lab: Lab) => {
  const { q, t: tables } = lab.context.db.read
  const rows = await q.select().from(tables.bookings)
  return rows.toSorted((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1)).map(row => row.state)
}

/** Bookings written straight into the table, too many to be booked one by one. */
const addRows = (lab: Lab, count: number, given: (index: number) => Parameters<typeof aBooking>[0]) =>
  lab.context.db.transact(async tx => {
    const { institutionId, groupId, projectId, researcher } = lab.member
    const { personId } = researcher
    const of = { institutionId, groupId, projectId, personId, bookedById: personId }
    for (let index = 0; index < count; index++) {
      const row = aBooking({ ...of, id: `bkg_${index}`, instrumentId: lab.instrumentId(), ...given(index) })
      await tx.q.insert(tx.t.bookings).values(row)
    }
  })

for (const engine of ENGINES) {
  t.test(`${engine}: time booked completes as used, with evidence as booked`, async t => {
    const lab = await aLab(t, engine, { turnaroundSeconds: 600 })
    const { sweep } = stepsOn(lab)
    const booking = await lab.book(lab.slot('10:00/12:00'))
    lab.clock.moveTo(plusSeconds(booking.end, -1))
    t.equal(await sweep(), 0)
    lab.clock.moveTo(booking.end)
    t.equal(await sweep(), 1)
    t.match(await nowOf(lab, booking), {
      state: 'completed',
      occupiedUntil: booking.occupiedUntil,
      checkedOutAt: null,
    })
    t.match(await runOf(lab, booking), {
      evidence: 'as-booked',
      start: booking.start,
      end: booking.end,
      bookedSeconds: 2 * hour,
      usedSeconds: 2 * hour,
      chargedUnits: 2 * hour,
    })
    t.match(await lab.balance(), { held: 0, used: 2 * hour, forfeited: 0 })
    t.strictSame(await deedsOf(lab, booking), ['book as owner', 'complete as system'])
  })

  t.test(`${engine}: use that nobody ended is closed as booked after half a day`, async t => {
    const lab = await aLab(t, engine, { rules: attended })
    const { checkIn, sweep } = stepsOn(lab)
    const booking = await lab.book(lab.slot('10:00/12:00'))
    lab.clock.moveTo(booking.start)
    await checkIn(booking)
    lab.clock.moveTo(plusSeconds(booking.end, 12 * hour - 1))
    t.equal(await sweep(), 0, 'it may still be running')
    lab.clock.advance(1)
    t.equal(await sweep(), 1)
    t.match(await nowOf(lab, booking), { state: 'completed', checkedOutAt: null })
    t.match(await runOf(lab, booking), { evidence: 'as-booked', end: booking.end, usedSeconds: 2 * hour })
  })

  t.test(`${engine}: after ten days of sleep everything due is done in one go, and once`, async t => {
    const lab = await aLab(t, engine, { rules: attended })
    const { checkIn, sweep } = stepsOn(lab)
    const asBooked = await anotherInstrument(lab)
    const asked = await anotherInstrument(lab, { rules: { approval: 'staff' } })
    lab.clock.moveTo(at('2026-03-04T09:00+08:00'))
    await lab.book({ ...lab.slot('09:00/10:00'), instrument: asBooked })
    await checkIn(await lab.book(lab.slot('09:00/10:00')))
    await lab.book(lab.slot('11:00/12:00'))
    await lab.book({ ...lab.slot('12:00/13:00'), instrument: asked })
    await lab.book({ ...lab.slot('10:00/11:00', '2026-03-09'), instrument: asBooked })
    await lab.book({ ...lab.slot('10:00/11:00', '2026-03-20'), instrument: asBooked })
    lab.clock.advance(10 * day)
    t.equal(await sweep(), 5)
    t.strictSame(await statesOf(lab), [
      'completed',
      'completed',
      'no_show',
      'expired',
      'completed',
      'confirmed',
    ])
    t.equal(await sweep(), 0, 'nothing is done twice')
    t.match(await lab.balance(), { held: hour, used: 3 * hour, forfeited: hour })
    t.strictSame(await faultsIn(lab), [])
  })

  t.test(`${engine}: two nodes that sweep at once do each thing once`, async t => {
    const lab = await aLab(t, engine)
    for (const hours of ['09:00/10:00', '10:00/11:00', '11:00/12:00']) await lab.book(lab.slot(hours))
    lab.clock.advance(10 * day)
    const done = await Promise.all([sweepBookings(lab.context), sweepBookings(lab.context)])
    t.equal(done[0] + done[1], 3)
    t.match(await lab.balance(), { held: 0, used: 3 * hour })
  })

  t.test(`${engine}: a month of cages in use hides nothing that is due behind them`, async t => {
    const lab = await aLab(t, engine, { capacity: 1_000, rules: attended })
    const policy = (await lab.book({ ...lab.slot('10:00/11:00') })).policy
    const longAgo = at('2026-03-01T00:00+08:00')
    const running = {
      state: 'in_use',
      start: longAgo,
      checkedInAt: longAgo,
      exclusive: false,
      policy,
    } as const
    const until = at('2026-03-31T00:00+08:00')
    await addRows(lab, 501, () => ({ ...running, end: until, occupiedUntil: until }))
    lab.clock.moveTo(at('2026-03-05T00:00+08:00'))
    t.equal(await sweepBookings(lab.context), 1)
    t.equal((await statesOf(lab)).at(-1), 'no_show')
  })

  t.test(`${engine}: one booking that cannot be brought further keeps no other back`, async t => {
    const lab = await aLab(t, engine)
    const { sweep } = stepsOn(lab)
    const broken = { start: at('2026-03-03T09:00+08:00'), end: at('2026-03-03T10:00+08:00') }
    await addRows(lab, 1, () => ({ ...broken, occupiedUntil: broken.end, policy: {} as PolicyRules }))
    await lab.book(lab.slot('10:00/12:00'))
    lab.clock.advance(10 * day)
    await t.rejects(sweep(), { name: 'AggregateError', errors: [Error] })
    t.strictSame(await statesOf(lab), ['confirmed', 'completed'])
  })

  t.test(`${engine}: what a person did first is left alone`, async t => {
    const lab = await aLab(t, engine, { rules: attended })
    const { checkIn, checkOut, sweep } = stepsOn(lab)
    const booking = await lab.book(lab.slot('10:00/12:00'))
    lab.clock.moveTo(at('2026-03-04T10:40+08:00'))
    const [used] = await Promise.all([checkIn(booking), sweep()])
    t.equal(used.state, 'in_use')
    t.equal(await sweep(), 0)
    t.strictSame(await codesOf(checkOut(booking)), ['version-stale'])
  })

  t.test(`${engine}: what was entered after its time completes with evidence by hand`, async t => {
    const lab = await aLab(t, engine)
    const { sweep } = stepsOn(lab)
    const draft = { forPersonId: lab.member.researcher.personId, overrideReason: '补录' }
    const past = lab.slot('10:00/12:00', '2026-02-25')
    const booking = await lab.book({ ...past, by: lab.labManager, draft })
    t.equal(await sweep(), 1)
    t.match(await runOf(lab, booking), { evidence: 'manual', usedSeconds: 2 * hour })
  })

  t.test(`${engine}: of two days missed, the one that another had is given back`, async t => {
    const byDay = { ...attended, bookingUnit: 'day', gridSeconds: day } as Partial<PolicyRules>
    const lab = await aLab(t, engine, { rules: byDay })
    const { markNoShow } = stepsOn(lab)
    const midnight = (date: string) => at(`${date}T00:00+08:00`)
    const missed = await lab.book({ start: midnight('2026-03-04'), end: midnight('2026-03-06') })
    lab.clock.moveTo(at('2026-03-04T12:00+08:00'))
    await markNoShow(missed)
    t.match(await lab.balance(), { held: 0, forfeited: 2 })
    const [, rival] = lab.members
    const other = { ...(rival && { by: rival.researcher }) }
    await lab.book({ ...other, start: midnight('2026-03-05'), end: midnight('2026-03-06') })
    lab.clock.moveTo(midnight('2026-03-06'))
    t.equal(await countReuses(lab.context), 1)
    t.match(await lab.balance(), { forfeited: 1 })
  })
}
