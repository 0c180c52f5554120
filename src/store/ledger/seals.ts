import { and, asc, desc, eq, gt, inArray, isNull, lt, lte, or } from 'drizzle-orm'
import { chainStart } from '../../domain/ledger/chain.ts'
import type { Head } from '../../domain/ledger/statement.ts'
import type { Instant } from '../../domain/units.ts'
import { first, type Reader, type Tx } from '../database.ts'
import type { Tables } from '../schema/tables.ts'

export type SealRow = Tables['seals']['$inferSelect']

/** The newest point of a ledger's chain; the start of it where nothing has been sealed. */
export const headOf = async ({ q, t }: Reader, ledgerId: string): Promise<Head> => {
  const newest = await q
    .select({ seq: t.seals.seq, hash: t.seals.hash })
    .from(t.seals)
    .where(eq(t.seals.ledgerId, ledgerId))
    .orderBy(desc(t.seals.seq))
    .limit(1)
  return first(newest) ?? { seq: 0, hash: chainStart }
}

/** The point after `seq` rows, or undefined where the chain is not so long. */
export const pointAt = async ({ q, t }: Reader, ledgerId: string, seq: number): Promise<Head | undefined> => {
  if (seq === 0) return { seq: 0, hash: chainStart }
  return first(
    await q
      .select({ seq: t.seals.seq, hash: t.seals.hash })
      .from(t.seals)
      .where(and(eq(t.seals.ledgerId, ledgerId), eq(t.seals.seq, seq))),
  )
}

/** The newest transfer recorded before an instant; ids sort by the millisecond in which they were made. */
export const newestIdBefore = async ({ q, t }: Reader, before: Instant): Promise<string | undefined> =>
  first(
    await q
      .select({ id: t.transfers.id })
      .from(t.transfers)
      .where(lt(t.transfers.recordedAt, before))
      .orderBy(desc(t.transfers.id))
      .limit(1),
  )?.id

/** A stretch of transfers in order of id, and the ledgers that have one in it which is not sealed. */
export interface TransferStretch {
  readonly lastId: string
  readonly length: number
  readonly unsealedLedgerIds: readonly string[]
}

/** The transfers after an id, at most `limit`; undefined where there are none. */
export const stretchAfter = async (
  { q, t }: Reader,
  of: { readonly afterId: string; readonly limit: number },
): Promise<TransferStretch | undefined> => {
  const rows = await q
    .select({ id: t.transfers.id, ledgerId: t.transfers.ledgerId, sealedId: t.seals.transferId })
    .from(t.transfers)
    .leftJoin(t.seals, eq(t.seals.transferId, t.transfers.id))
    .where(gt(t.transfers.id, of.afterId))
    .orderBy(asc(t.transfers.id))
    .limit(of.limit)
  const last = rows.at(-1)
  if (last === undefined) return undefined
  const unsealed = rows.flatMap(row => (row.sealedId === null ? row.ledgerId : []))
  return { lastId: last.id, length: rows.length, unsealedLedgerIds: [...new Set(unsealed)].toSorted() }
}

export interface UnsealedQuestion {
  readonly ledgerId: string
  readonly afterId: string
  /** The last transfer looked at; the newest one when left out. */
  readonly toId?: string | undefined
  readonly limit: number
}

/** Transfers of a ledger after `afterId` that are not sealed, in order of id. */
export const unsealedTransfers = ({ q, t }: Reader, of: UnsealedQuestion) =>
  q
    .select({ id: t.transfers.id, digest: t.transfers.digest })
    .from(t.transfers)
    .leftJoin(t.seals, eq(t.seals.transferId, t.transfers.id))
    .where(
      and(
        eq(t.transfers.ledgerId, of.ledgerId),
        gt(t.transfers.id, of.afterId),
        of.toId === undefined ? undefined : lte(t.transfers.id, of.toId),
        isNull(t.seals.transferId),
      ),
    )
    .orderBy(asc(t.transfers.id))
    .limit(of.limit)

export const addSeals = async (tx: Tx, seals: readonly SealRow[]) => {
  await tx.q.insert(tx.t.seals).values([...seals])
}

export interface ChainPage {
  readonly ledgerId: string
  readonly afterSeq: number
  readonly toSeq: number
  readonly limit: number
}

/**
 * A stretch of the chain with the transfers sealed in it and the institution of the booking that caused each.
 */
export const sealedTransfers = ({ q, t }: Reader, of: ChainPage) =>
  q
    .select({ seal: t.seals, transfer: t.transfers, institutionId: t.bookings.institutionId })
    .from(t.seals)
    .leftJoin(t.transfers, eq(t.transfers.id, t.seals.transferId))
    .leftJoin(t.bookings, eq(t.bookings.id, t.transfers.bookingId))
    .where(
      and(eq(t.seals.ledgerId, of.ledgerId), gt(t.seals.seq, of.afterSeq), lt(t.seals.seq, of.toSeq + 1)),
    )
    .orderBy(asc(t.seals.seq))
    .limit(of.limit)

/** Transfers of some lots that are not sealed yet, with the institution of the booking that caused each. */
export const unsealedOfLots = (
  { q, t }: Reader,
  of: { readonly lotIds: readonly string[]; readonly afterId: string; readonly limit: number },
) =>
  q
    .select({ transfer: t.transfers, institutionId: t.bookings.institutionId })
    .from(t.transfers)
    .leftJoin(t.seals, eq(t.seals.transferId, t.transfers.id))
    .leftJoin(t.bookings, eq(t.bookings.id, t.transfers.bookingId))
    .where(
      and(
        or(
          inArray(t.transfers.sourceLotId, [...of.lotIds]),
          inArray(t.transfers.destinationLotId, [...of.lotIds]),
        ),
        gt(t.transfers.id, of.afterId),
        isNull(t.seals.transferId),
      ),
    )
    .orderBy(asc(t.transfers.id))
    .limit(of.limit)
