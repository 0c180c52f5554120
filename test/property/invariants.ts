import { strict as assert } from 'node:assert'
import type { Context } from '../../src/context.ts'
import { sealLedgers } from '../../src/operations/ledger/seal.ts'
import type { Tables } from '../../src/store/schema/tables.ts'
import { verifyAll } from '../../src/store/verify/all.ts'
import { randomFrom } from '../support/random.ts'

type Rows<Name extends keyof Tables> = readonly Tables[Name]['$inferSelect'][]

/** Everything that the invariants are about, read raw. */
interface Books {
  readonly bookings: Rows<'bookings'>
  readonly instruments: Rows<'instruments'>
  readonly transfers: Rows<'transfers'>
  readonly lots: Rows<'lots'>
  readonly seals: Rows<'seals'>
  readonly audit: Rows<'audit'>
  readonly runs: Rows<'runs'>
}

/**
 * The invariants I1–I9, I11, I13, I15 and I16 of the ledger and the one promise of the calendar, counted from
 * the raw rows in plain loops; then `jishi verify` is asked as well. Seals everything first.
 */
export async function checkInvariants(context: Context) {
  await sealLedgers(context, 'everything')
  const books = await readBooks(context)
  nothingOverlaps(books)
  balancesAreWhatTheRowsSay(books)
  holdsBelongToOpenBookings(books)
  resolutionsAndReversalsStayWithin(books)
  sealsHaveNoGap(books)
  everyDeedIsWritten(books)
  const faults: unknown[] = []
  const question = { now: context.clock.now(), progress: () => undefined }
  await context.db.snapshot(async reader => {
    for await (const fault of verifyAll(reader, question)) faults.push(fault)
  })
  assert.deepEqual(faults, [], 'jishi verify')
}

async function readBooks({ db }: Context): Promise<Books> {
  const { q, t } = db.read
  return {
    bookings: await q.select().from(t.bookings),
    instruments: await q.select().from(t.instruments),
    transfers: await q.select().from(t.transfers).orderBy(t.transfers.id),
    lots: await q.select().from(t.lots),
    seals: await q.select().from(t.seals).orderBy(t.seals.ledgerId, t.seals.seq),
    audit: await q.select().from(t.audit),
    runs: await q.select().from(t.runs),
  }
}

/** At no instant more places are taken than there are; one exclusive instrument has one. */
function nothingOverlaps({ bookings, instruments }: Pick<Books, 'bookings' | 'instruments'>) {
  for (const { id, capacity } of instruments) {
    const live = bookings.filter(each => each.instrumentId === id && each.live)
    for (const { start } of live) {
      const running = live.filter(each => each.start <= start && start < each.occupiedUntil)
      const taken = running.reduce((sum, each) => sum + each.places, 0)
      assert(taken <= capacity, `${taken} of ${capacity} places of ${id} are taken at ${start}`)
    }
  }
}

const columns = ['granted', 'held', 'used', 'forfeited', 'expired', 'carried'] as const

/** I1, I2, I3, I7, I11, and I16: rows may be counted in any order. */
function balancesAreWhatTheRowsSay({ transfers, lots }: Books) {
  const random = randomFrom(transfers.length)
  const shuffled = transfers.map(row => ({ row, rank: random() })).toSorted((a, b) => a.rank - b.rank)
  const byId = new Map(transfers.map(row => [row.id, row]))
  const balances = new Map(
    lots.map(lot => [lot.id, { granted: 0, held: 0, used: 0, forfeited: 0, expired: 0, carried: 0 }]),
  )
  let minted = 0
  for (const { row } of shuffled) {
    const source = balances.get(row.sourceLotId ?? '')
    const destination = balances.get(row.destinationLotId ?? '')
    const sign = row.kind === 'reversal' ? -1 : 1
    const kind = row.kind === 'reversal' ? byId.get(row.reversalOf ?? '')?.kind : row.kind
    if (source === undefined) minted += sign * row.amount
    if (destination !== undefined) destination.granted += sign * row.amount
    if (source === undefined) continue
    if (row.op === 'hold') source.held += row.amount
    if (row.pendingId !== null) source.held -= byId.get(row.pendingId)?.amount ?? NaN
    if (row.op === 'hold' || row.op === 'release') continue
    if (kind === 'use' || kind === 'overrun') source.used += sign * row.amount
    else if (kind === 'forfeit') source.forfeited += sign * row.amount
    else source.granted -= sign * row.amount
  }
  for (const lot of lots) {
    const counted = balances.get(lot.id)
    for (const column of columns) assert.equal(lot[column], counted?.[column], `${column} of ${lot.id}`)
    const available = lot.granted - lot.held - lot.used - lot.forfeited - lot.expired - lot.carried
    assert(lot.held >= 0 && lot.used >= 0 && lot.forfeited >= 0, `nothing of ${lot.id} is less than none`)
    assert(!lot.bounded || available >= 0, `${lot.id} is overdrawn by ${-available}`)
  }
  assert.equal(
    lots.reduce((sum, lot) => sum + lot.granted, 0),
    minted,
    'every unit minted stands somewhere',
  )
}

const unresolved = ({ transfers }: Books) => {
  const resolved = new Set(transfers.map(row => row.pendingId))
  return transfers.filter(row => row.op === 'hold' && !resolved.has(row.id))
}

/** I2 and I13: what is open and counted holds its time, what is over holds nothing. */
function holdsBelongToOpenBookings(books: Books) {
  const holds = unresolved(books)
  const zeroed = books.lots.map(lot => ({
    id: lot.id,
    held: holds.reduce((sum, hold) => (hold.sourceLotId === lot.id ? sum + hold.amount : sum), 0),
  }))
  assert.deepEqual(
    zeroed.map(lot => lot.held),
    books.lots.map(lot => Number(lot.held)),
  )
  const byBooking = Map.groupBy(holds, hold => hold.bookingId)
  for (const booking of books.bookings) {
    const own = byBooking.get(booking.id) ?? []
    const open = ['requested', 'confirmed', 'in_use'].includes(booking.state)
    const counts = open && booking.quota !== 'none'
    assert.equal(own.length > 0, counts, `holds of ${booking.id} in state ${booking.state}`)
    const held = own.reduce((sum, hold) => sum + hold.amount, 0)
    if (!counts || booking.policy.bookingUnit === 'day') continue
    assert.equal(held, ((booking.end - booking.start) / 1000) * booking.places, booking.id)
  }
}

/** I4 and I5. */
function resolutionsAndReversalsStayWithin({ transfers }: Books) {
  const byHold = Map.groupBy(transfers, row => row.pendingId)
  const byReversed = Map.groupBy(transfers, row => row.reversalOf)
  for (const original of transfers) {
    const resolutions = byHold.get(original.id) ?? []
    assert(resolutions.length <= 1, `${original.id} is resolved once`)
    for (const row of resolutions) assert(original.op === 'hold' && row.amount <= original.amount, row.id)
    const reversals = byReversed.get(original.id) ?? []
    const reversed = reversals.reduce((sum, row) => sum + row.amount, 0)
    assert(reversed <= original.amount, `${original.id} is reversed by ${reversed}`)
    assert(reversals.length === 0 || original.kind !== 'reversal', 'no reversal of a reversal')
  }
}

/** I6: every row is sealed, each under the next number. */
function sealsHaveNoGap({ seals, transfers }: Books) {
  assert.deepEqual(seals.map(seal => seal.transferId).toSorted(), transfers.map(row => row.id).toSorted())
  const last = new Map<string, number>()
  for (const { ledgerId, seq } of seals) {
    assert.equal(seq, (last.get(ledgerId) ?? 0) + 1)
    last.set(ledgerId, seq)
  }
}

/** One audit line for each version of a booking, and a run for each that was used: nothing is half done. */
function everyDeedIsWritten({ bookings, audit, runs }: Books) {
  const about = audit.filter(line => line.noun === 'booking')
  const lines = Map.groupBy(about, line => line.nounId)
  const had = Map.groupBy(runs, run => run.bookingId)
  for (const { id, version, state } of bookings) {
    assert.equal(lines.get(id)?.length, version, `audit lines of ${id}`)
    assert.equal(had.get(id)?.length ?? 0, state === 'completed' ? 1 : 0, `runs of ${id}`)
  }
  const known = new Set(bookings.map(booking => booking.id))
  const stray = about.filter(line => !known.has(line.nounId))
  assert.deepEqual(stray, [], 'no line about a booking that is not there')
}
