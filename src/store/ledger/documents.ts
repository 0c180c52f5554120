import { and, asc, desc, eq, inArray, isNotNull, lt, max, min, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { type Amount, amount, type Instant, instant } from '../../domain/units.ts'
import type { Reader } from '../database.ts'
import type { Page } from '../search.ts'
import type { TransferRow } from './transfers.ts'

/** What one paper (文号) granted in one ledger. */
export interface GrantedDocument {
  /** Of its newest row: documents are listed by it, the newest first. */
  readonly id: string
  readonly ledgerId: string
  readonly documentNumber: string
  readonly grants: number
  readonly granted: Amount
  /** How much of it has been taken back so far. */
  readonly reversed: Amount
  readonly firstRecordedAt: Instant
  readonly lastRecordedAt: Instant
}

/** The papers under which an alliance has granted, the newest first; what members passed on is their own. */
export async function documentsOfAlliance(
  reader: Reader,
  of: { readonly allianceId: string } & Page,
): Promise<GrantedDocument[]> {
  const { q, t } = reader
  const { id, ledgerId, documentNumber, recordedAt } = t.transfers
  const newest = max(id)
  const rows = await q
    .select({
      id: newest,
      ledgerId,
      documentNumber,
      grants: sql<number>`count(*)`.mapWith(Number),
      granted: sql<number>`sum(${t.transfers.amount})`.mapWith(Number),
      reversed: sql<number>`sum(${reversedOfRow(reader)})`.mapWith(Number),
      firstRecordedAt: min(recordedAt),
      lastRecordedAt: max(recordedAt),
    })
    .from(t.transfers)
    .innerJoin(t.ledgers, eq(t.ledgers.id, ledgerId))
    .where(and(eq(t.ledgers.allianceId, of.allianceId), isGranted(reader), isNotNull(documentNumber)))
    .groupBy(ledgerId, documentNumber)
    .having(of.after === undefined ? undefined : lt(newest, of.after))
    .orderBy(desc(newest))
    .limit(of.limit)
  return rows.map(row => ({
    ...row,
    id: row.id ?? '',
    documentNumber: row.documentNumber ?? '',
    granted: amount(row.granted),
    reversed: amount(row.reversed),
    firstRecordedAt: instant(Number(row.firstRecordedAt)),
    lastRecordedAt: instant(Number(row.lastRecordedAt)),
  }))
}

/** A row that a paper granted, with the account that received it. */
export interface GrantedRow {
  readonly id: string
  readonly transfer: TransferRow
  readonly accountId: string
  readonly reversed: Amount
}

/**
 * What one paper granted in all ledgers of an alliance, the newest row first: what was granted last goes back
 * first, for it may have come out of what was granted before it.
 */
export async function grantsOfDocument(
  reader: Reader,
  of: { readonly allianceId: string; readonly documentNumber: string } & Page,
): Promise<GrantedRow[]> {
  const { q, t } = reader
  const rows = await q
    .select({
      transfer: t.transfers,
      accountId: t.lots.accountId,
      reversed: sql<number>`${reversedOfRow(reader)}`.mapWith(Number),
    })
    .from(t.transfers)
    .innerJoin(t.lots, eq(t.lots.id, t.transfers.destinationLotId))
    .where(
      and(
        inArray(
          t.transfers.ledgerId,
          q.select({ id: t.ledgers.id }).from(t.ledgers).where(eq(t.ledgers.allianceId, of.allianceId)),
        ),
        eq(t.transfers.documentNumber, of.documentNumber),
        isGranted(reader),
        of.after === undefined ? undefined : lt(t.transfers.id, of.after),
      ),
    )
    .orderBy(desc(t.transfers.id), asc(t.lots.accountId))
    .limit(of.limit)
  return rows.map(row => ({ ...row, id: row.transfer.id, reversed: amount(row.reversed) }))
}

const isGranted = ({ t }: Reader) => eq(t.transfers.kind, 'grant')

function reversedOfRow({ q, t }: Reader) {
  const reversal = alias(t.transfers, 'reversal')
  const sum = sql<number>`coalesce(sum(${reversal.amount}), 0)`
  return q.select({ sum }).from(reversal).where(eq(reversal.reversalOf, t.transfers.id))
}
