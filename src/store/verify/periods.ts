import { asc, eq, gt } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import type { Reader } from '../database.ts'
import { type Check, type Fault, faultsOfKindMax, pagesById, verifyPageRows } from './check.ts'

/**
 * Periods of a ledger never share an instant, a closed one holds nothing, and units only come in by a mint.
 */
export const periods: Check = async function* ({ reader, advance }) {
  yield* overlapping(reader)
  yield* heldInClosed(reader)
  for await (const page of pagesById(id => ledgersAfter(reader, id), advance)) {
    for (const { id } of page) yield* conservation(reader, id)
  }
}

const ledgersAfter = ({ q, t }: Reader, id: string) =>
  q
    .select({ id: t.ledgers.id })
    .from(t.ledgers)
    .where(gt(t.ledgers.id, id))
    .orderBy(asc(t.ledgers.id))
    .limit(verifyPageRows)

async function* overlapping({ q, t }: Reader): AsyncGenerator<Fault> {
  const { periods: p } = t
  const rows = await q
    .select({ id: p.id, ledgerId: p.ledgerId, startsAt: p.startsAt, endsAt: p.endsAt })
    .from(p)
    .orderBy(asc(p.ledgerId), asc(p.startsAt), asc(p.id))
    .limit(periodsMax)
  for (const [index, next] of rows.slice(1).entries()) {
    const before = rows[index]
    if (before === undefined || before.ledgerId !== next.ledgerId || before.endsAt <= next.startsAt) continue
    yield {
      fault: 'periods-overlap',
      noun: 'period',
      id: next.id,
      expected: before.endsAt,
      found: next.startsAt,
    }
  }
}

const periodsMax = 1_000_000

async function* heldInClosed({ q, t }: Reader): AsyncGenerator<Fault> {
  const rows = await q
    .select({ id: t.lots.id, held: t.lots.held })
    .from(t.lots)
    .innerJoin(t.periods, eq(t.periods.id, t.lots.periodId))
    .where(sql`${t.periods.state} = 'closed' and ${t.lots.held} <> 0`)
    .orderBy(asc(t.lots.id))
    .limit(faultsOfKindMax)
  for (const { id, held } of rows)
    yield { fault: 'held-in-closed-period', noun: 'lot', id, expected: 0, found: held }
}

/**
 * What was minted stands in the lots: each carried unit is counted twice there, where it went from and to.
 */
async function* conservation({ q, t }: Reader, ledgerId: string): AsyncGenerator<Fault> {
  const { transfers, lots } = t
  const { amount, kind } = transfers
  const signed = sql`case when ${kind} = 'reversal' then -${amount} else ${amount} end`
  const [minted] = await q
    .select({ amount: sql<number>`coalesce(sum(${signed}), 0)`.mapWith(Number) })
    .from(transfers)
    .where(sql`${transfers.ledgerId} = ${ledgerId} and ${transfers.sourceLotId} is null`)
  const [stands] = await q
    .select({ amount: sql<number>`coalesce(sum(${lots.granted} - ${lots.carried}), 0)`.mapWith(Number) })
    .from(lots)
    .where(eq(lots.ledgerId, ledgerId))
  const expected = minted?.amount ?? 0
  const found = stands?.amount ?? 0
  if (expected !== found)
    yield { fault: 'units-not-conserved', noun: 'ledger', id: ledgerId, expected, found }
}
