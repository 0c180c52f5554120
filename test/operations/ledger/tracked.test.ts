import { eq, sql } from 'drizzle-orm'
import t from 'tap'
import { cancel } from '../../../src/operations/bookings/cancel.ts'
import { countReuses } from '../../../src/operations/bookings/reuse.ts'
import type { Seconds } from '../../../src/domain/units.ts'
import { periodsOf } from '../../../src/store/ledger/ledgers.ts'
import { transfersOfBooking } from '../../../src/store/ledger/transfers.ts'
import { at } from '../../support/clock.ts'
import { ENGINES } from '../../support/engines.ts'
import { aLab, type Lab } from '../../support/lab.ts'

/** In order of time. */
const spansOf = async (lab: Lab) => {
  const periods = await periodsOf(lab.context.db.read, { ledgerId: lab.ledgerId, limit: 100 })
  return periods.toReversed().map(period => [period.startsAt, period.endsAt])
}

for (const engine of ENGINES) {
  t.test(
    `${engine}: tracked use opens what is left of the year beside the alliance's own periods`,
    async t => {
      const lab = await aLab(t, engine, { quota: 'tracked' })
      const overTheEdge = { start: at('2026-03-31T22:00+08:00'), end: at('2026-04-01T01:00+08:00') }
      const booking = await lab.book(overTheEdge)
      t.strictSame(await spansOf(lab), [
        [at('2026-01-01T00:00+08:00'), at('2026-04-01T00:00+08:00')],
        [at('2026-04-01T00:00+08:00'), at('2027-01-01T00:00+08:00')],
      ])
      const legs = (await transfersOfBooking(lab.context.db.read, booking.id)).map(row => [
        row.leg,
        row.amount,
      ])
      t.strictSame(
        new Map(legs as [number, number][]),
        new Map([
          [0, 7_200],
          [1, 3_600],
        ]),
        'each period pays its part',
      )
      t.match(await lab.balance('institution', lab.member.institutionId), { held: 10_800, granted: 0 })
    },
  )

  t.test(`${engine}: members who begin tracking at once share one period`, async t => {
    const period = { start: '2025-01-01T00:00+08:00', end: '2026-01-01T00:00+08:00' }
    const lab = await aLab(t, engine, { quota: 'tracked', period, members: 6, capacity: 6 })
    await Promise.all(
      lab.members.map(({ researcher }) => lab.book({ ...lab.slot('10:00/11:00'), by: researcher })),
    )
    t.equal((await spansOf(lab)).length, 2, 'last year, and this one')
  })

  t.test(
    `${engine}: of a late cancellation's half, what a rival had is given back, each leg in its period`,
    async t => {
      const rules = { cancelWindowSeconds: 86_400 as Seconds }
      const lab = await aLab(t, engine, { quota: 'tracked', rules, now: at('2026-03-31T12:00+08:00') })
      const overTheEdge = { start: at('2026-03-31T23:00+08:00'), end: at('2026-04-01T01:00+08:00') }
      const booking = await lab.book(overTheEdge)
      await cancel(lab.context, lab.member.researcher, { bookingId: booking.id, version: null, reason: null })
      const institutionId = lab.member.institutionId
      t.match(
        await lab.balance('institution', institutionId),
        { held: 0, forfeited: 3_600 },
        'half of two hours',
      )
      const rival = lab.members[1]?.researcher
      const half = { start: at('2026-04-01T00:00+08:00'), end: at('2026-04-01T01:00+08:00') }
      await lab.book({ ...half, ...(rival && { by: rival }) })
      lab.clock.moveTo(overTheEdge.end)
      t.equal(await countReuses(lab.context), 1)
      t.match(await lab.balance('institution', institutionId), { forfeited: 1_800 })
      const lots = await lab.lotsOf('institution', institutionId)
      t.strictSame(
        lots.map(lot => lot.forfeited),
        [900, 900],
      )
    },
  )

  t.test(`${engine}: a no-show's own second booking is nobody else's use`, async t => {
    const rules = { cancelWindowSeconds: 86_400 as Seconds }
    const lab = await aLab(t, engine, { rules })
    const booking = await lab.book(lab.slot('10:00/12:00', '2026-03-02'))
    await cancel(lab.context, lab.member.researcher, { bookingId: booking.id, version: null, reason: null })
    await lab.book(lab.slot('10:00/12:00', '2026-03-02'))
    lab.clock.moveTo(booking.end)
    t.equal(await countReuses(lab.context), 1)
    t.match(await lab.balance(), { forfeited: 3_600 })
  })

  t.test(`${engine}: one booking that cannot be counted holds up no other`, async t => {
    const rules = { cancelWindowSeconds: 86_400 as Seconds }
    const lab = await aLab(t, engine, { rules })
    const cancelled = async (times: string) => {
      const booking = await lab.book(lab.slot(times, '2026-03-02'))
      await cancel(lab.context, lab.member.researcher, { bookingId: booking.id, version: null, reason: null })
      return booking
    }
    const poison = await cancelled('10:00/12:00')
    const last = await cancelled('13:00/15:00')
    await lab.context.db.transact(async tx => {
      const { bookings } = tx.t
      await tx.q
        .update(bookings)
        .set({ policy: sql`'null'` })
        .where(eq(bookings.id, poison.id))
    })
    lab.clock.moveTo(last.end)
    await t.rejects(countReuses(lab.context), { name: 'AggregateError', errors: { length: 1 } })
    const { q, t: tables } = lab.context.db.read
    const waiting = (await q.select().from(tables.bookings)).filter(row => row.reuseDueAt !== null)
    t.strictSame(
      waiting.map(row => row.id),
      [poison.id],
    )
  })
}
