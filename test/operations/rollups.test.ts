import t from 'tap'
import type { Reach } from '../../src/domain/report/reach.ts'
import type { ReportRequest } from '../../src/domain/report/report.ts'
import { span } from '../../src/domain/span.ts'
import { amount, type Day, type Instant, plusSeconds } from '../../src/domain/units.ts'
import { cancel } from '../../src/operations/bookings/cancel.ts'
import { sweepBookings } from '../../src/operations/bookings/sweep.ts'
import { sealLedgers } from '../../src/operations/ledger/seal.ts'
import { recomputeDirtyDays } from '../../src/operations/rollups.ts'
import type { Database } from '../../src/store/database.ts'
import { markDirty } from '../../src/store/dirtyDays.ts'
import { openPostgres } from '../../src/store/postgres.ts'
import { utilizationReport } from '../../src/store/report/utilization.ts'
import { rollups } from '../../src/store/verify/rollups.ts'
import { at } from '../support/clock.ts'
import type { TestContext } from '../support/context.ts'
import { ENGINES, withoutServer } from '../support/engines.ts'
import { afterTheMonth, theMonth, writeExampleMonth } from '../support/exampleMonth.ts'
import { aHistory } from '../support/history.ts'
import { aLab } from '../support/lab.ts'

const everywhere: Reach = {
  hosts: { everywhere: true, institutionIds: [], instrumentIds: [] },
  allianceId: null,
}

const allOf = (over: ReportRequest['window'], asOf: Instant): ReportRequest => ({
  reach: everywhere,
  institutionId: null,
  instrumentId: null,
  allianceId: null,
  groupBy: ['instrument', 'institution'],
  window: over,
  asOf,
})

const reportOf = (db: Database, request: ReportRequest) =>
  db.snapshot(reader => utilizationReport(reader, request))

const faultsIn = ({ db, clock }: TestContext) =>
  Array.fromAsync(rollups({ reader: db.read, now: clock.now(), advance: () => undefined }))

const headsIn = ({ db }: TestContext) => db.read.q.select().from(db.read.t.rollupHeads)

for (const engine of ENGINES) {
  t.test(
    `${engine}: a month of use as booked has no no-shows and no forfeits, and is charged as used`,
    async t => {
      const lab = await aLab(t, engine)
      const { context, allianceId } = lab
      for (const day of ['2026-03-04', '2026-03-05', '2026-03-06', '2026-03-31']) {
        await lab.book({ ...lab.slot('10:00/12:00', day) })
      }
      const early = await lab.book({ ...lab.slot('08:00/09:00', '2026-03-30') })
      await cancel(context, lab.member.researcher, {
        bookingId: early.id,
        version: early.version,
        reason: null,
      })
      context.clock.moveTo(at('2026-04-01T00:30+08:00'))
      await sweepBookings(context)
      await sealLedgers(context, 'everything')
      await recomputeDirtyDays(context, 1000)
      const march = { start: '2026-03-01' as Day, end: '2026-04-01' as Day }
      const request = { ...allOf(march, context.clock.now()), allianceId, groupBy: ['institution'] as const }
      const report = await reportOf(context.db, request)
      t.match(report.total, {
        usedSeconds: 8 * 3600,
        reservedSeconds: 8 * 3600,
        noShowSeconds: 0,
        lateCancelSeconds: 0,
        noShows: 0,
        lateCancels: 0,
        bookings: 4,
        runs: 4,
      })
      const [head] = report.ledgers
      t.ok((head?.seq ?? 0) > 0, 'the sealed head of the ledger is named')
      const member = report.rows.find(row => row.userInstitutionId === lab.member.institutionId)
      t.match(member, {
        unit: 'second',
        asOfSeq: head?.seq,
        charges: { charged: amount(8 * 3600), forfeited: amount(0), overrun: amount(0) },
      })
    },
  )

  t.test(
    `${engine}: days are made once they are over, quiet ones too, and again when they change`,
    async t => {
      const history = await aHistory(t, engine, afterTheMonth)
      const { context } = history
      const instrument = await writeExampleMonth(history)
      t.equal(await recomputeDirtyDays(context, 1000), 31)
      t.match(await headsIn(context), [{ firstDay: '2026-10-01', nextDay: '2026-11-01' }])
      t.equal(await recomputeDirtyDays(context, 1000), 0, 'nothing is due twice')
      t.strictSame(await faultsIn(context), [])
      const walkIn = span(at('2026-10-03T10:00+08:00'), at('2026-10-04T02:00+08:00'))
      await history.use(instrument, walkIn, history.host)
      context.clock.advance(86_400)
      t.equal(await recomputeDirtyDays(context, 1000), 3, 'the two days of the walk-in and the one just over')
      t.strictSame(await faultsIn(context), [])
    },
  )

  t.test(`${engine}: what is entered from before the first day begins the round anew from there`, async t => {
    const history = await aHistory(t, engine, afterTheMonth)
    const { context } = history
    const instrument = await history.instrument()
    context.clock.advance(3 * 86_400)
    t.equal(await recomputeDirtyDays(context, 1000), 3)
    await history.use(instrument, span(theMonth.start, plusSeconds(theMonth.start, 3600)), history.host)
    t.equal(await recomputeDirtyDays(context, 1000), 0, 'the round forgets first')
    t.equal(await recomputeDirtyDays(context, 10), 31, 'one turn is made whole')
    t.equal(await recomputeDirtyDays(context, 1000), 3)
    t.match(await headsIn(context), [{ firstDay: '2026-10-01', nextDay: '2026-11-04' }])
    t.strictSame(await faultsIn(context), [])
  })

  t.test(`${engine}: a day before the first on which nothing was after all is forgotten`, async t => {
    const { context, instrument, write } = await aHistory(t, engine, afterTheMonth)
    const made = await instrument()
    context.clock.advance(3 * 86_400)
    t.equal(await recomputeDirtyDays(context, 1000), 3)
    const before = await headsIn(context)
    await write(tx => markDirty(tx, made, span(theMonth.start, plusSeconds(theMonth.start, 3600))))
    t.equal(await recomputeDirtyDays(context, 1000), 0)
    t.strictSame(await context.db.read.q.select().from(context.db.read.t.dirtyDays), [])
    t.strictSame(await headsIn(context), before, 'the round goes on where it was')
  })

  t.test(`${engine}: use that has gone on past its end holds its day back`, async t => {
    const history = await aHistory(t, engine, afterTheMonth)
    const { context } = history
    const instrument = await history.instrument()
    const over = span(at('2026-11-01T20:00+08:00'), at('2026-11-01T22:00+08:00'))
    const booking = await history.book(instrument, over, { state: 'in_use', checkedInAt: over.start })
    context.clock.moveTo(at('2026-11-03T01:00+08:00'))
    t.equal(await recomputeDirtyDays(context, 1000), 0)
    await history.change(instrument, booking, { state: 'completed' })
    t.equal(await recomputeDirtyDays(context, 1000), 2)
    t.strictSame(await faultsIn(context), [])
  })

  t.test(`${engine}: verify finds a rollup that is not what the rows make, or is gone`, async t => {
    const history = await aHistory(t, engine, afterTheMonth)
    const { context, write } = history
    const { id } = await writeExampleMonth(history)
    await recomputeDirtyDays(context, 1000)
    await write(async ({ q, t }) => {
      await q.update(t.dayRollups).set({ failures: 5 })
    })
    const faults = await faultsIn(context)
    t.equal(faults.length, 32, 'each day, and the month that is no longer their sum')
    t.strictSame(faults[0], {
      fault: 'rollup-differs',
      noun: 'day-rollup',
      id: `${id}/2026-10-01/failures`,
      expected: 0,
      found: 5,
    })
    await write(async ({ q, t }) => {
      await q.delete(t.dayRollups)
    })
    t.match((await faultsIn(context))[0], { fault: 'rollup-missing', expected: 'a rollup', found: null })
  })

  t.test(`${engine}: a retired instrument is rolled up to its last day`, async t => {
    const history = await aHistory(t, engine, afterTheMonth)
    const { context, write } = history
    await history.instrument()
    const retiredAt = plusSeconds(afterTheMonth, 86_400 + 3_600)
    await write(async ({ q, t }) => {
      await q.update(t.instruments).set({ retiredAt })
    })
    context.clock.advance(30 * 86_400)
    t.equal(await recomputeDirtyDays(context, 1000), 2)
    t.equal(await recomputeDirtyDays(context, 1000), 0)
    const request = allOf({ start: afterTheMonth, end: context.clock.now() }, context.clock.now())
    t.equal((await reportOf(context.db, request)).total.calendarSeconds, 25 * 3600)
    t.strictSame(await faultsIn(context), [])
  })
}

t.test(
  'postgres: nodes roll up beside each other and beside writers',
  { skip: withoutServer('postgres') },
  async t => {
    const history = await aHistory(t, 'postgres', afterTheMonth)
    const { context } = history
    const instrument = await history.instrument({ capacity: 4, createdAt: theMonth.start })
    const nodes = [openPostgres(context.url), openPostgres(context.url)]
    t.teardown(() => Promise.all(nodes.map(node => node.close())))
    let writing = true
    const rolling = nodes.map(async db => {
      while (writing) await recomputeDirtyDays({ ...context, db }, 1000)
    })
    for (let number = 0; number < 120; number++) {
      const start = plusSeconds(theMonth.start, ((number * 7) % 31) * 86_400 + number * 600)
      await history.use(instrument, span(start, plusSeconds(start, 3600)), history.member)
    }
    writing = false
    await Promise.all(rolling)
    await recomputeDirtyDays(context, 1000)
    t.strictSame(await faultsIn(context), [])
    const request = allOf(theMonth, context.clock.now())
    const { total } = await reportOf(context.db, request)
    t.equal(total.usedSeconds + total.offHoursSeconds, 120 * 3600)
    t.strictSame(await reportOf(context.db, { ...request, from: 'raw' }), await reportOf(context.db, request))
  },
)
