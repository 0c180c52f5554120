import { and, asc, eq, gte, inArray, lt, ne, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Charges } from '../../domain/report/columns.ts'
import type { LedgerHead, UserCharges } from '../../domain/report/grouping.ts'
import type { Span } from '../../domain/span.ts'
import { amount, type Amount, type Instant } from '../../domain/units.ts'
import type { Reader } from '../database.ts'
import { headOf } from '../ledger/seals.ts'

/** Ledgers of one alliance: one for each class and unit. */
const ledgersMax = 1_000

/** The ledgers of an alliance with the point up to which each is sealed. */
export async function ledgerHeads(reader: Reader, allianceId: string): Promise<LedgerHead[]> {
  const { ledgers } = reader.t
  const rows = await reader.q
    .select({ ledgerId: ledgers.id, resourceClass: ledgers.resourceClass, unit: ledgers.unit })
    .from(ledgers)
    .where(eq(ledgers.allianceId, allianceId))
    .orderBy(asc(ledgers.id))
    .limit(ledgersMax)
  const heads: LedgerHead[] = []
  for (const row of rows) heads.push({ ...row, ...(await headOf(reader, row.ledgerId)) })
  return heads
}

export interface InstrumentCharges extends UserCharges {
  readonly instrumentId: string
  /** Which of the periods asked for. */
  readonly period: number
}

/**
 * What ledgers charged for the use of some instruments, by period (which follow one another) and user. A
 * reversal lessens what it reverses, in the period of the original.
 */
export async function chargesOf(
  reader: Reader,
  of: {
    readonly ledgerIds: readonly string[]
    readonly instrumentIds: readonly string[]
    readonly periods: readonly Span[]
  },
): Promise<InstrumentCharges[]> {
  const [first, last] = [of.periods[0], of.periods.at(-1)]
  if (first === undefined || last === undefined || of.ledgerIds.length === 0) return []
  const { q, t } = reader
  const { transfers: moved, bookings: b } = t
  const original = alias(moved, 'original')
  const at = sql<Instant>`coalesce(${original.effectiveAt}, ${moved.effectiveAt})`
  const kind = sql<string>`coalesce(${original.kind}, ${moved.kind})`
  const period = periodIn(at, of.periods)
  const signed = sql`case when ${moved.reversalOf} is null then ${moved.amount} else -${moved.amount} end`
  const rows = await q
    .select({
      instrumentId: b.instrumentId,
      institutionId: b.institutionId,
      allianceId: b.allianceId,
      period: period.mapWith(Number),
      kind,
      amount: sql`sum(${signed})`.mapWith(Number),
    })
    .from(moved)
    .leftJoin(original, eq(original.id, moved.reversalOf))
    .innerJoin(b, eq(b.id, sql`coalesce(${original.bookingId}, ${moved.bookingId})`))
    .where(
      and(
        inArray(moved.ledgerId, [...of.ledgerIds]),
        inArray(b.instrumentId, [...of.instrumentIds]),
        inArray(moved.op, ['post', 'settle']),
        ne(moved.amount, amount(0)),
        gte(at, first.start),
        lt(at, last.end),
      ),
    )
    .groupBy(b.instrumentId, b.institutionId, b.allianceId, period, kind)
  return rows.map(({ kind: of, amount: moved, ...row }) => ({ ...row, charges: chargesFor(of, moved) }))
}

/** An over-run is part of what is charged. */
const chargesFor = (kind: string, moved: number): Charges => ({
  charged: amount(kind === 'use' || kind === 'overrun' ? moved : 0),
  forfeited: (kind === 'forfeit' ? moved : 0) as Amount,
  overrun: (kind === 'overrun' ? moved : 0) as Amount,
})

/**
 * The number of the period in which a moment lies. The edges are our own numbers, so they stand in the text.
 */
function periodIn(at: ReturnType<typeof sql<Instant>>, periods: readonly Span[]) {
  const cases = periods.map(
    ({ end }, index) => sql`when ${at} < ${sql.raw(String(end))} then ${sql.raw(String(index))}`,
  )
  return sql<number>`case ${sql.join(cases, sql` `)} end`
}
