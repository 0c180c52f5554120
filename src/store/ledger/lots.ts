import { and, asc, eq, gt, lt } from 'drizzle-orm'
import type { LotBalance, PeriodSpan } from '../../domain/ledger/lots.ts'
import type { Span } from '../../domain/span.ts'
import { amount, type Instant } from '../../domain/units.ts'
import { first, type Reader, statement, type Tx } from '../database.ts'
import type { Tables } from '../schema/tables.ts'

export type LedgerRow = Tables['ledgers']['$inferSelect']
export type PeriodRow = Tables['periods']['$inferSelect']
export type AccountRow = Tables['accounts']['$inferSelect']
export type LotRow = Tables['lots']['$inferSelect']

/** Periods that one booking may touch, and lots of one holder. */
const periodsMax = 400
const lotsMax = 1_000

const ledger = statement<{ allianceId: string; resourceClass: string; unit: string }>()(
  'ledgers.find',
  (q, t, v) =>
    q
      .select()
      .from(t.ledgers)
      .where(
        and(
          eq(t.ledgers.allianceId, v.allianceId),
          eq(t.ledgers.resourceClass, v.resourceClass),
          eq(t.ledgers.unit, v.unit),
        ),
      ),
)

export const findLedgerOf = async (
  reader: Reader,
  of: { readonly allianceId: string; readonly resourceClass: string; readonly unit: string },
): Promise<LedgerRow | undefined> => first(await reader.run(ledger, of))

const periods = statement<{ ledgerId: string; start: Instant; end: Instant }>()('periods.within', (q, t, v) =>
  q
    .select({ id: t.periods.id, start: t.periods.startsAt, end: t.periods.endsAt, state: t.periods.state })
    .from(t.periods)
    .where(
      and(eq(t.periods.ledgerId, v.ledgerId), gt(t.periods.endsAt, v.start), lt(t.periods.startsAt, v.end)),
    )
    .orderBy(asc(t.periods.startsAt), asc(t.periods.id))
    .limit(periodsMax),
)

/** The periods of a ledger that a span touches, in order. */
export const periodsWithin = async (reader: Reader, ledgerId: string, within: Span) =>
  (await reader.run(periods, { ledgerId, start: within.start, end: within.end })) as PeriodSpan[]

/** What is left in a lot: everything granted that stands in no other column, and the overdraft. */
export const availableIn = (lot: LotRow) =>
  amount(lot.granted - lot.held - lot.used - lot.forfeited - lot.expired - lot.carried + lot.overdraft)

export const balanceOf = (lot: LotRow): LotBalance => ({
  lotId: lot.id,
  accountId: lot.accountId,
  periodId: lot.periodId,
  kind: lot.kind,
  validTo: lot.validTo,
  available: availableIn(lot),
  bounded: lot.bounded,
})

/** Every lot of a holder in a ledger, in order of id. */
export const lotsOfHolder = async (
  { q, t }: Reader,
  of: { readonly ledgerId: string; readonly holderKind: string; readonly holderId: string },
): Promise<LotRow[]> => {
  const rows = await q
    .select({ lot: t.lots })
    .from(t.lots)
    .innerJoin(t.accounts, eq(t.accounts.id, t.lots.accountId))
    .where(
      and(
        eq(t.accounts.ledgerId, of.ledgerId),
        eq(t.accounts.holderKind, of.holderKind),
        eq(t.accounts.holderId, of.holderId),
      ),
    )
    .orderBy(asc(t.lots.id))
    .limit(lotsMax)
  return rows.map(row => row.lot)
}

const lotById = statement<{ id: string }>()('lots.find', (q, t, v) =>
  q.select().from(t.lots).where(eq(t.lots.id, v.id)),
)

export const readLot = async (tx: Tx, id: string): Promise<LotRow | undefined> =>
  first(await tx.run(lotById, { id }))

/** Makes the row or, when another transaction was first, leaves it be; read it afterwards. */
export const ensureLedger = async (tx: Tx, row: LedgerRow) => {
  await tx.q.insert(tx.t.ledgers).values(row).onConflictDoNothing()
}

export const ensurePeriod = async (tx: Tx, row: PeriodRow) => {
  await tx.q.insert(tx.t.periods).values(row).onConflictDoNothing()
}

export const ensureAccount = async (tx: Tx, row: AccountRow): Promise<AccountRow> => {
  const { accounts } = tx.t
  await tx.q.insert(accounts).values(row).onConflictDoNothing()
  const [kept] = await tx.q
    .select()
    .from(accounts)
    .where(
      and(
        eq(accounts.ledgerId, row.ledgerId),
        eq(accounts.holderKind, row.holderKind),
        eq(accounts.holderId, row.holderId),
      ),
    )
  return kept ?? row
}

export const ensureLot = async (tx: Tx, row: LotRow): Promise<LotRow> => {
  const { lots } = tx.t
  await tx.q.insert(lots).values(row).onConflictDoNothing()
  const [kept] = await tx.q
    .select()
    .from(lots)
    .where(and(eq(lots.accountId, row.accountId), eq(lots.periodId, row.periodId), eq(lots.kind, row.kind)))
  return kept ?? row
}
