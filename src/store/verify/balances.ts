import { asc, eq, gt, inArray, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { availableOf, LOT_COLUMNS, Replay } from '../../domain/ledger/replay.ts'
import type { Reader } from '../database.ts'
import type { LotRow } from '../ledger/lots.ts'
import type { TransferRow } from '../ledger/transfers.ts'
import {
  type Check,
  type CheckQuestion,
  type Fault,
  faultsOfKindMax,
  pagesById,
  verifyPageRows,
} from './check.ts'

/**
 * Every balance is the replay of its rows, no row breaks the rules of the books, and nothing is overdrawn.
 */
export const balances: Check = async function* ({ reader, advance }: CheckQuestion) {
  const replay = new Replay()
  for await (const page of pagesById(id => transfersAfter(reader, id), advance)) {
    const originals = await originalsOf(reader, page)
    for (const row of page) {
      const original = originals.get(row.pendingId ?? row.reversalOf ?? '')
      yield* faultsOfRow(row, original)
      replay.apply(row, original)
    }
  }
  for await (const page of pagesById(id => lotsAfter(reader, id), advance)) {
    for (const lot of page) yield* faultsOfLot(lot, replay)
  }
  yield* resolvedTwice(reader)
  yield* reversedTooFar(reader)
  yield* inAnotherLedger(reader)
}

const transfersAfter = ({ q, t }: Reader, id: string): Promise<TransferRow[]> =>
  q
    .select()
    .from(t.transfers)
    .where(gt(t.transfers.id, id))
    .orderBy(asc(t.transfers.id))
    .limit(verifyPageRows)

const lotsAfter = ({ q, t }: Reader, id: string): Promise<LotRow[]> =>
  q.select().from(t.lots).where(gt(t.lots.id, id)).orderBy(asc(t.lots.id)).limit(verifyPageRows)

async function originalsOf(
  { q, t }: Reader,
  page: readonly TransferRow[],
): Promise<Map<string, TransferRow>> {
  const ids = page.flatMap(row => row.pendingId ?? row.reversalOf ?? [])
  if (ids.length === 0) return new Map()
  const rows = await q.select().from(t.transfers).where(inArray(t.transfers.id, ids)).limit(verifyPageRows)
  return new Map(rows.map(row => [row.id, row]))
}

const faultOf = (
  fault: string,
  row: { readonly id: string },
  expected: Fault['expected'],
  found: Fault['found'],
): Fault => ({
  fault,
  noun: 'transfer',
  id: row.id,
  expected,
  found,
})

function faultsOfRow(row: TransferRow, original: TransferRow | undefined): Fault[] {
  if (row.pendingId === null && row.reversalOf === null) return []
  if (original === undefined) return [faultOf('original-missing', row, row.pendingId ?? row.reversalOf, null)]
  if (row.reversalOf !== null) {
    return original.kind === 'reversal' ? [faultOf('reversal-of-reversal', row, null, original.id)] : []
  }
  if (original.op !== 'hold') return [faultOf('resolves-no-hold', row, 'hold', original.op)]
  if (original.sourceLotId !== row.sourceLotId) {
    return [faultOf('resolves-in-another-lot', row, original.sourceLotId, row.sourceLotId)]
  }
  const fits = row.op === 'release' ? row.amount === original.amount : row.amount <= original.amount
  return fits ? [] : [faultOf('settle-exceeds-hold', row, original.amount, row.amount)]
}

function faultsOfLot(lot: LotRow, replay: Replay): Fault[] {
  const rows = replay.columnsOf(lot.id)
  const faults = LOT_COLUMNS.filter(column => rows[column] !== lot[column]).map((column): Fault => ({
    fault: `balance-${column}`,
    noun: 'lot',
    id: lot.id,
    expected: rows[column],
    found: lot[column],
  }))
  const least = LOT_COLUMNS.filter(column => column !== 'granted').find(column => rows[column] < 0)
  const available = availableOf(rows) + lot.overdraft
  const overdrawn = least !== undefined || (lot.bounded && available < 0)
  if (overdrawn) faults.push({ fault: 'overdrawn', noun: 'lot', id: lot.id, expected: 0, found: available })
  return faults
}

async function* resolvedTwice({ q, t }: Reader): AsyncGenerator<Fault> {
  const { pendingId } = t.transfers
  const times = sql<number>`count(*)`.mapWith(Number)
  const rows = await q
    .select({ id: pendingId, times })
    .from(t.transfers)
    .where(sql`${pendingId} is not null`)
    .groupBy(pendingId)
    .having(sql`count(*) > 1`)
    .orderBy(asc(pendingId))
    .limit(faultsOfKindMax)
  for (const row of rows) yield faultOf('hold-resolved-twice', { id: row.id ?? '' }, 1, row.times)
}

async function* reversedTooFar({ q, t }: Reader): AsyncGenerator<Fault> {
  const original = alias(t.transfers, 'original')
  const reversed = sql<number>`sum(${t.transfers.amount})`.mapWith(Number)
  const rows = await q
    .select({ id: original.id, amount: original.amount, reversed })
    .from(t.transfers)
    .innerJoin(original, eq(original.id, t.transfers.reversalOf))
    .groupBy(original.id, original.amount)
    .having(sql`sum(${t.transfers.amount}) > ${original.amount}`)
    .orderBy(asc(original.id))
    .limit(faultsOfKindMax)
  for (const row of rows) yield faultOf('reversal-exceeds-original', row, row.amount, row.reversed)
}

async function* inAnotherLedger({ q, t }: Reader): AsyncGenerator<Fault> {
  const rows = await q
    .select({ id: t.transfers.id, ledgerId: t.transfers.ledgerId, lotLedgerId: t.lots.ledgerId })
    .from(t.lots)
    .innerJoin(
      t.transfers,
      sql`${t.lots.id} in (${t.transfers.sourceLotId}, ${t.transfers.destinationLotId})`,
    )
    .where(sql`${t.lots.ledgerId} <> ${t.transfers.ledgerId}`)
    .orderBy(asc(t.transfers.id))
    .limit(faultsOfKindMax)
  for (const row of rows) yield faultOf('ledger-mismatch', row, row.ledgerId, row.lotLedgerId)
}
