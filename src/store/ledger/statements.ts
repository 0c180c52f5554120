import { strict as assert } from 'node:assert'
import type { AccountView } from '../../domain/ledger/viewing.ts'
import type { Statement, StatementRow } from '../../domain/ledger/statement.ts'
import type { Reader } from '../database.ts'
import { type AccountInPlace, lotsOfAccounts } from './accounts.ts'
import type { LotRow } from './lots.ts'
import { headOf, pointAt, sealedTransfers, unsealedOfLots } from './seals.ts'
import type { TransferRow } from './transfers.ts'

/** Own rows that can wait for the sealer when a statement is made just after it ran. */
const unsealedMax = 10_000

export interface StatementQuestion {
  readonly account: AccountInPlace
  readonly view: AccountView
  /** Of the reserve's rows, those of these institutions' bookings are shown to a member. */
  readonly institutionIds: readonly string[]
  readonly afterSeq: number
  readonly limit: number
}

/**
 * Reads a page of an account's statement: rows that may be seen with their salts, of all others the digest
 * alone. Undefined where the chain has not reached `afterSeq`. Call it within one snapshot, so that rows and
 * figures agree.
 */
export async function readStatement(reader: Reader, of: StatementQuestion): Promise<Statement | undefined> {
  const { account, view, afterSeq, limit } = of
  const { ledgerId } = account
  const head = await headOf(reader, ledgerId)
  const from = await pointAt(reader, ledgerId, afterSeq)
  if (from === undefined) return undefined
  const lots = await lotsOfAccounts(reader, [account.id])
  const sees = rowFilter(of, lots)
  const page = await sealedTransfers(reader, { ledgerId, afterSeq, toSeq: head.seq, limit })
  const rows = page.map(({ seal, transfer, institutionId }): StatementRow => {
    assert(transfer !== null, 'a seal names a transfer')
    const { seq } = seal
    return sees(transfer, institutionId) ? { ...transfer, seq } : { seq, digest: transfer.digest }
  })
  const last = page.at(-1)?.seal
  const to = last === undefined ? from : { seq: last.seq, hash: last.hash }
  const complete = to.seq === head.seq
  return {
    ledgerId,
    accountId: account.id,
    from,
    to,
    head,
    rows,
    unsealed: complete ? await unsealedRows(reader, lots, sees) : [],
    lots: complete && view === 'whole' ? lots.map(lot => ({ ...lot, lotId: lot.id })) : null,
  }
}

type Sees = (transfer: TransferRow, institutionId: string | null) => boolean

function rowFilter({ view, institutionIds }: StatementQuestion, lots: readonly LotRow[]): Sees {
  const lotIds = new Set(lots.map(lot => lot.id))
  const touches = (row: TransferRow) =>
    lotIds.has(row.sourceLotId ?? '') || lotIds.has(row.destinationLotId ?? '')
  switch (view) {
    case 'whole':
      return touches
    case 'closed-months':
      return row => touches(row) && row.bookingId === null
    case 'share':
      return (row, institutionId) => touches(row) && institutionIds.includes(institutionId ?? '')
    default:
      return view satisfies never
  }
}

async function unsealedRows(reader: Reader, lots: readonly LotRow[], sees: Sees) {
  const lotIds = lots.map(lot => lot.id)
  const rows = await unsealedOfLots(reader, { lotIds, afterId: '', limit: unsealedMax })
  return rows
    .filter(({ transfer, institutionId }) => sees(transfer, institutionId))
    .map(({ transfer }) => transfer)
}
