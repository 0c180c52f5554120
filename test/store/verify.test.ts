import t from 'tap'
import { cancel } from '../../src/operations/bookings/cancel.ts'
import { sweepBookings } from '../../src/operations/bookings/sweep.ts'
import { grant } from '../../src/operations/ledger/grant.ts'
import { reverse } from '../../src/operations/ledger/reverse.ts'
import { sealLedgers } from '../../src/operations/ledger/seal.ts'
import { amount } from '../../src/domain/units.ts'
import { transfersOfBooking } from '../../src/store/ledger/transfers.ts'
import { verifyAll } from '../../src/store/verify/all.ts'
import type { Fault } from '../../src/store/verify/check.ts'
import { ENGINES, withoutServer } from '../support/engines.ts'
import { aLab, type Lab } from '../support/lab.ts'
import { asIntruder } from '../support/intruder.ts'

function faultsIn({ context }: Lab): Promise<Fault[]> {
  return context.db.snapshot(async reader => {
    const faults: Fault[] = []
    const question = { now: context.clock.now(), progress: () => undefined }
    for await (const fault of verifyAll(reader, question)) faults.push(fault)
    return faults
  })
}

/**
 * A lab in which a little of everything has happened: held, released, settled, granted, reversed, shared
 * places.
 */
async function livedIn(lab: Lab) {
  const { context, clock, member, allianceAdmin } = lab
  const used = await lab.book({ ...lab.slot('09:00/11:00', '2026-03-02'), instrument: 'one' })
  const open = await lab.book({ ...lab.slot('09:00/10:00'), instrument: 'one' })
  const next = await lab.book({ ...lab.slot('10:00/12:00'), instrument: 'one' })
  const last = await lab.book({ ...lab.slot('13:00/14:00'), instrument: 'one' })
  const dropped = await lab.book({ ...lab.slot('15:00/16:00'), instrument: 'one' })
  await cancel(context, member.researcher, { bookingId: dropped.id, version: null, reason: null })
  clock.advance(4 * 3_600)
  await sweepBookings(context)
  const rows = await transfersOfBooking(context.db.read, used.id)
  const settled = rows.find(row => row.op === 'settle')?.id ?? ''
  const correction = { transferId: settled, amount: amount(900), replacement: null, reason: 'corrected' }
  const [reversal] = await reverse(context, allianceAdmin, correction)
  const minted = await grant(context, allianceAdmin, {
    ledgerId: lab.ledgerId,
    periodId: null,
    documentNumber: null,
    reason: null,
    lines: [{ from: null, to: { kind: 'reserve', id: lab.allianceId }, amount: amount(36_000) }],
  })
  await sealLedgers(context, 'everything')
  const holdOf = async (bookingId: string) =>
    (await transfersOfBooking(context.db.read, bookingId))[0]?.id ?? ''
  const released = (await transfersOfBooking(context.db.read, dropped.id)).find(row => row.op === 'release')
  const [lot] = await lab.lotsOf('project', member.projectId)
  return {
    open,
    next,
    last,
    settled,
    reversalId: reversal?.id ?? '',
    mintId: minted.transfers[0]?.id ?? '',
    lastHoldId: await holdOf(last.id),
    droppedHoldId: await holdOf(dropped.id),
    releaseId: released?.id ?? '',
    lotId: lot?.id ?? '',
  }
}

type Life = Awaited<ReturnType<typeof livedIn>>

interface Plant {
  readonly says: string
  readonly sql: (life: Life, lab: Lab) => readonly string[]
  readonly fault: (life: Life, lab: Lab) => readonly [fault: string, id: string]
}

/** Columns of a transfer but for its id, to copy a row under another. */
const copied =
  'ledger_id, period_id, op, kind, source_lot_id, destination_lot_id, amount, pending_id, reversal_of, ' +
  'batch_id, booking_id, leg, revision, effective_at, recorded_at, actor_id, reason, document_number, ' +
  'salt, digest'
const copyOf = (id: string, as: string) =>
  `insert into transfers (id, ${copied}) select '${as}', ${copied} from transfers where id = '${id}'`

/** Each is planted on top of those before it. */
const PLANTS: readonly Plant[] = [
  {
    says: 'a balance edited',
    sql: life => [`update lots set used = used - 1 where id = '${life.lotId}'`],
    fault: life => ['balance-used', life.lotId],
  },
  {
    says: 'an amount edited',
    sql: life => [`update transfers set amount = amount + 1 where id = '${life.mintId}'`],
    fault: life => ['digest-wrong', life.mintId],
  },
  {
    says: 'units from nowhere',
    sql: () => [],
    fault: (_, lab) => ['units-not-conserved', lab.ledgerId],
  },
  {
    says: 'a reversal beyond its original',
    sql: life => [`update transfers set amount = 100000 where id = '${life.reversalId}'`],
    fault: life => ['reversal-exceeds-original', life.settled],
  },
  {
    says: 'a settlement beyond its hold',
    sql: life => [`update transfers set amount = 1000000000 where id = '${life.settled}'`],
    fault: life => ['settle-exceeds-hold', life.settled],
  },
  {
    says: 'more spent than there is',
    sql: () => [],
    fault: life => ['overdrawn', life.lotId],
  },
  {
    says: 'a hold resolved twice',
    sql: life => [
      'drop index transfers_pending',
      'drop index transfers_once',
      copyOf(life.releaseId, 'trf_second_release'),
    ],
    fault: life => ['hold-resolved-twice', life.droppedHoldId],
  },
  {
    says: 'a row the sealer never saw',
    sql: () => [],
    fault: () => ['not-sealed', 'trf_second_release'],
  },
  {
    says: 'a reversal of a reversal',
    sql: life => [
      copyOf(life.reversalId, 'trf_again'),
      `update transfers set reversal_of = '${life.reversalId}' where id = 'trf_again'`,
    ],
    fault: () => ['reversal-of-reversal', 'trf_again'],
  },
  {
    says: 'a booking ended behind the ledger’s back',
    sql: life => [`update bookings set state = 'cancelled', live = false where id = '${life.last.id}'`],
    fault: life => ['hold-without-booking', life.lastHoldId],
  },
  {
    says: 'a booking lengthened behind the ledger’s back',
    sql: life => [`update bookings set ends_at = ends_at + 60000 where id = '${life.next.id}'`],
    fault: life => ['hold-differs', life.next.id],
  },
  {
    says: 'two bookings in one place',
    sql: life => [`update bookings set starts_at = starts_at - 60000 where id = '${life.next.id}'`],
    fault: life => ['overlap', life.next.id],
  },
  {
    says: 'a state that says one thing and its copy another',
    sql: life => [`update bookings set live = false where id = '${life.open.id}'`],
    fault: life => ['live-differs', life.open.id],
  },
  {
    says: 'a lot moved to another ledger',
    sql: life => [`update lots set ledger_id = 'ldg_other' where id = '${life.lotId}'`],
    fault: life => ['ledger-mismatch', life.settled],
  },
  {
    says: 'a period closed while something is held',
    sql: (_, lab) => [`update periods set state = 'closed' where id = '${lab.periodId}'`],
    fault: life => ['held-in-closed-period', life.lotId],
  },
  {
    says: 'two periods at one time',
    sql: (_, lab) => [
      'insert into periods (id, ledger_id, name, starts_at, ends_at, state) ' +
        "select 'prd_second', ledger_id, name, starts_at + 1, ends_at, state from periods " +
        `where id = '${lab.periodId}'`,
    ],
    fault: () => ['periods-overlap', 'prd_second'],
  },
  {
    says: 'a hash of the chain edited',
    sql: life => [`update seals set hash = '${'0'.repeat(64)}' where transfer_id = '${life.settled}'`],
    fault: life => ['chain-broken', life.settled],
  },
  {
    says: 'a sealed row deleted',
    sql: life => [`delete from transfers where id = '${life.releaseId}'`],
    fault: life => ['sealed-transfer-missing', life.releaseId],
  },
]

for (const engine of ENGINES) {
  t.test(`${engine}: every fault that is planted is found`, { skip: withoutServer(engine) }, async t => {
    const lab = await aLab(t, engine, { instruments: ['one'] })
    const life = await livedIn(lab)
    t.strictSame(await faultsIn(lab), [], 'nothing is wrong with what the operations did')
    for (const plant of PLANTS) {
      await asIntruder(engine, lab.context.url, plant.sql(life, lab))
      const [fault, id] = plant.fault(life, lab)
      const found = await faultsIn(lab)
      t.ok(
        found.some(each => each.fault === fault && each.id === id),
        plant.says,
      )
    }
  })

  t.test(
    `${engine}: too many in one place and a missing seal are found`,
    { skip: withoutServer(engine) },
    async t => {
      const lab = await aLab(t, engine, { capacity: 3, members: 3 })
      const bookings = []
      for (const { researcher } of lab.members)
        bookings.push(await lab.book({ ...lab.slot('09:00/10:00'), by: researcher }))
      await sealLedgers(lab.context, 'everything')
      t.strictSame(await faultsIn(lab), [], 'three of three places')
      await asIntruder(engine, lab.context.url, [
        `update bookings set places = 2 where id = '${bookings[0]?.id}'`,
        'delete from seals where seq = 2',
      ])
      const words = (await faultsIn(lab)).map(each => each.fault)
      t.ok(words.includes('capacity-exceeded'))
      t.ok(words.includes('seal-gap'))
    },
  )
}
