import { and, asc, eq, gt, gte, inArray, isNull, ne, or } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { amount, type Instant } from '../../domain/units.ts'
import { first, type Reader, type Tx } from '../database.ts'
import type { PeriodRow } from './lots.ts'

/** What a period of an alliance's ledger never comes near: a few lots for each of its members' projects. */
const lotsMax = 100_000

/** The lots of a period, in order of id. */
export const lotIdsIn = async ({ q, t }: Reader, { id, ledgerId }: PeriodRow): Promise<string[]> => {
  const rows = await q
    .select({ id: t.lots.id })
    .from(t.lots)
    .where(and(eq(t.lots.ledgerId, ledgerId), eq(t.lots.periodId, id)))
    .orderBy(asc(t.lots.id))
    .limit(lotsMax)
  return rows.map(row => row.id)
}

/** Whether quota has been granted for a period, and has not all been taken back. */
export const isGrantedFor = async ({ q, t }: Reader, { id, ledgerId }: PeriodRow): Promise<boolean> => {
  const rows = await q
    .select({ id: t.lots.id })
    .from(t.lots)
    .where(and(eq(t.lots.ledgerId, ledgerId), eq(t.lots.periodId, id), ne(t.lots.granted, amount(0))))
    .limit(1)
  return first(rows) !== undefined
}

/** Whether a period pays, or is to pay, for time from `at` on. */
export async function paysFrom({ q, t }: Reader, period: PeriodRow, at: Instant): Promise<boolean> {
  const { transfers, lots, bookings } = t
  const resolution = alias(transfers, 'resolution')
  const inPeriod = inArray(
    transfers.sourceLotId,
    q
      .select({ id: lots.id })
      .from(lots)
      .where(and(eq(lots.ledgerId, period.ledgerId), eq(lots.periodId, period.id))),
  )
  const held = await q
    .select({ id: transfers.id })
    .from(transfers)
    .leftJoin(resolution, eq(resolution.pendingId, transfers.id))
    .leftJoin(bookings, eq(bookings.id, transfers.bookingId))
    .where(
      and(
        inPeriod,
        eq(transfers.op, 'hold'),
        isNull(resolution.id),
        or(gte(transfers.effectiveAt, at), gt(bookings.end, at)),
      ),
    )
    .limit(1)
  if (first(held) !== undefined) return true
  const charged = await q
    .select({ id: transfers.id })
    .from(transfers)
    .where(
      and(
        inPeriod,
        inArray(transfers.op, ['post', 'settle']),
        gt(transfers.amount, amount(0)),
        gte(transfers.effectiveAt, at),
      ),
    )
    .limit(1)
  return first(charged) !== undefined
}

/** Lets a period, and what may be used in it, end at an instant before its present end. */
export async function endPeriodAt(tx: Tx, { id, ledgerId }: PeriodRow, endsAt: Instant): Promise<void> {
  const { periods, lots } = tx.t
  await tx.q.update(periods).set({ endsAt }).where(eq(periods.id, id))
  await tx.q
    .update(lots)
    .set({ validTo: endsAt })
    .where(and(eq(lots.ledgerId, ledgerId), eq(lots.periodId, id), gt(lots.validTo, endsAt)))
}
