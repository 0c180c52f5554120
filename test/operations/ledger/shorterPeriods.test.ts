import { and, eq, isNull } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import t from 'tap'
import { cancel } from '../../../src/operations/bookings/cancel.ts'
import { amount, type Seconds } from '../../../src/domain/units.ts'
import { openPeriod, shortenPeriod } from '../../../src/operations/ledger/ledgers.ts'
import { post } from '../../../src/operations/ledger/post.ts'
import { ensureTracked } from '../../../src/operations/ledger/tracked.ts'
import { type Actor, SYSTEM } from '../../../src/operations/perform.ts'
import type { Tx } from '../../../src/store/database.ts'
import { findLedger, periodsOf } from '../../../src/store/ledger/ledgers.ts'
import { lotsOfHolder } from '../../../src/store/ledger/lots.ts'
import { at } from '../../support/clock.ts'
import { ENGINES, withoutServer } from '../../support/engines.ts'
import { aLab, type Lab } from '../../support/lab.ts'
import { aSignal, untilSomeoneWaits } from '../../support/waiting.ts'
import { codesOf, day, refusalsOf } from '../site.ts'

const rules = { horizonSeconds: (200 * 86_400) as Seconds }

/** The rest of the year, as it opens by itself where use is only counted. */
async function restOfTheYear(lab: Lab) {
  const [newest] = await periodsOf(lab.context.db.read, { ledgerId: lab.ledgerId, limit: 1 })
  return newest?.id ?? ''
}

const shorten = (lab: Lab, periodId: string, endsOn: string, by: Actor = lab.allianceAdmin) =>
  shortenPeriod(lab.context, by, { ledgerId: lab.ledgerId, periodId, endsOn: day(endsOn) })

const faultsOf = async (attempt: Promise<unknown>) =>
  (await refusalsOf(attempt)).map(refusal =>
    refusal.code === 'invalid-value' ? refusal.fault : refusal.code,
  )

for (const engine of ENGINES) {
  t.test(`${engine}: what opened by itself makes room for the next quarter`, async t => {
    const lab = await aLab(t, engine, { quota: 'tracked', rules })
    const inMay = await lab.book(lab.slot('10:00/12:00', '2026-05-12'))
    const periodId = await restOfTheYear(lab)
    t.match(await shorten(lab, periodId, '2026-06-30'), {
      endsAt: at('2026-07-01T00:00+08:00'),
      state: 'open',
    })
    const lots = await lab.lotsOf('institution', lab.member.institutionId)
    t.strictSame(
      lots.filter(lot => lot.periodId === periodId).map(lot => lot.validTo),
      [at('2026-07-01T00:00+08:00')],
    )
    const quarter = { name: '2026Q3', startsOn: day('2026-07-01'), endsOn: day('2026-09-30') }
    const opened = await openPeriod(lab.context, lab.allianceAdmin, { ledgerId: lab.ledgerId, ...quarter })
    await lab.book({ start: at('2026-06-30T23:00+08:00'), end: at('2026-07-01T01:00+08:00') })
    const inQuarter = await lab.lotsOf('institution', lab.member.institutionId)
    t.match(
      inQuarter.find(lot => lot.periodId === opened.id),
      { held: 3_600 },
      'the quarter pays for what lies in it',
    )
    await cancel(lab.context, lab.member.researcher, { bookingId: inMay.id, version: null, reason: null })
  })

  t.test(`${engine}: no time that a period pays for is cut off`, async t => {
    const lab = await aLab(t, engine, { quota: 'tracked', rules })
    const overMidnight = { start: at('2026-05-31T23:00+08:00'), end: at('2026-06-01T01:00+08:00') }
    const booking = await lab.book(overMidnight)
    const periodId = await restOfTheYear(lab)
    t.strictSame(await faultsOf(shorten(lab, periodId, '2026-05-30')), ['booked-after-it'])
    t.strictSame(await faultsOf(shorten(lab, periodId, '2026-05-31')), ['booked-after-it'])
    await cancel(lab.context, lab.member.researcher, { bookingId: booking.id, version: null, reason: null })
    t.match(await shorten(lab, periodId, '2026-05-31'), { endsAt: at('2026-06-01T00:00+08:00') })
    await lab.book(overMidnight)
    t.equal((await periodsOf(lab.context.db.read, { ledgerId: lab.ledgerId, limit: 9 })).length, 3)
  })

  t.test(
    `${engine}: a period ends on a day to come, by who grants, and not before it was promised`,
    async t => {
      const lab = await aLab(t, engine, { quota: 'tracked', rules })
      await lab.book(lab.slot('10:00/12:00', '2026-05-12'))
      const periodId = await restOfTheYear(lab)
      t.strictSame(await codesOf(shorten(lab, periodId, '2026-06-30', lab.member.admin)), ['not-allowed'])
      t.strictSame(await codesOf(shorten(lab, 'prd_none', '2026-06-30')), ['not-found'])
      t.strictSame(await faultsOf(shorten(lab, periodId, '2026-12-31')), ['not-earlier'])
      t.strictSame(await faultsOf(shorten(lab, periodId, '2026-03-31')), ['end-before-start'])
      t.strictSame(await faultsOf(shorten(lab, lab.periodId, '2026-03-15')), ['granted-to-its-end'])
      lab.clock.moveTo(at('2026-06-10T12:00+08:00'))
      t.strictSame(await faultsOf(shorten(lab, periodId, '2026-06-09')), ['in-the-past'])
      t.match(await shorten(lab, periodId, '2026-06-10'), { endsAt: at('2026-06-11T00:00+08:00') }, 'today')
      await lab.context.db.transact(async tx => {
        await tx.q.update(tx.t.periods).set({ state: 'soft_closed' }).where(eq(tx.t.periods.id, periodId))
      })
      t.strictSame(await codesOf(shorten(lab, periodId, '2026-06-10')), ['wrong-state'])
    },
  )

  t.test(`${engine}: of those who book while it is shortened, nobody is left outside`, async t => {
    const lab = await aLab(t, engine, { quota: 'tracked', rules, members: 6, capacity: 6 })
    await lab.book(lab.slot('10:00/11:00', '2026-04-10'))
    const periodId = await restOfTheYear(lab)
    const [, ...others] = lab.members
    await Promise.allSettled([
      ...others.map(({ researcher }) =>
        lab.book({ ...lab.slot('10:00/11:00', '2026-05-12'), by: researcher }),
      ),
      shorten(lab, periodId, '2026-04-30'),
      lab.book(lab.slot('12:00/13:00', '2026-05-12')),
    ])
    t.strictSame(await heldOutside(lab), [])
  })
}

/** What a booking has done when the other comes in between: locked the lot that pays, or made it. */
const beginnings = {
  locked: async (_: Lab, tx: Tx, lotId: string) => {
    await tx.lock('lot', [lotId])
    return lotId
  },
  made: async (lab: Lab, tx: Tx) => {
    const ledger = await findLedger(tx, lab.ledgerId)
    const [, member] = lab.members
    if (ledger === undefined || member === undefined) throw new Error('the lab has a ledger and two members')
    const span = { start: at('2026-05-12T10:00+08:00'), end: at('2026-05-12T11:00+08:00') }
    const need = { ...ledger, institutionId: member.institutionId, span }
    await ensureTracked(lab.context, tx, need, ledger)
    const lots = await lotsOfHolder(tx, {
      ledgerId: ledger.id,
      holderKind: 'institution',
      holderId: member.institutionId,
    })
    return lots.at(-1)?.id ?? ''
  },
}

for (const [beginning, begin] of Object.entries(beginnings)) {
  const rule = `postgres: a booking that has ${beginning} its lot is waited for`
  t.test(rule, { skip: withoutServer('postgres') }, async t => {
    const lab = await aLab(t, 'postgres', { quota: 'tracked', rules })
    await lab.book(lab.slot('10:00/11:00', '2026-04-10'))
    const periodId = await restOfTheYear(lab)
    const lots = await lab.lotsOf('institution', lab.member.institutionId)
    const lotId = lots.find(lot => lot.periodId === periodId)?.id ?? ''
    const [begun, tellBegun] = aSignal()
    const [goOn, tellGoOn] = aSignal()
    const { ledgerId } = lab
    const booking = lab.context.db.transact(async tx => {
      const sourceLotId = await begin(lab, tx, lotId)
      tellBegun()
      await goOn
      const hold = {
        ledgerId,
        periodId,
        op: 'hold',
        kind: 'use',
        sourceLotId,
        amount: amount(3_600),
      } as const
      await post(lab.context, tx, SYSTEM, { ...hold, effectiveAt: at('2026-05-12T10:00+08:00') })
    })
    await begun
    const shortening = faultsOf(shorten(lab, periodId, '2026-04-30'))
    await untilSomeoneWaits(lab.context.db)
    tellGoOn()
    await booking
    t.strictSame(await shortening, ['booked-after-it'])
  })
}

/** Open holds that reach beyond the end of the period that pays them. */
const heldOutside = async ({ context }: Lab) => {
  const { q, t } = context.db.read
  const resolution = alias(t.transfers, 'resolution')
  const rows = await q
    .select({ id: t.transfers.id, end: t.bookings.end, endsAt: t.periods.endsAt })
    .from(t.transfers)
    .innerJoin(t.periods, eq(t.periods.id, t.transfers.periodId))
    .innerJoin(t.bookings, eq(t.bookings.id, t.transfers.bookingId))
    .leftJoin(resolution, eq(resolution.pendingId, t.transfers.id))
    .where(and(eq(t.transfers.op, 'hold'), isNull(resolution.id)))
  return rows.filter(row => row.end > row.endsAt)
}
