import { randomBytes } from 'node:crypto'
import type { Context } from '../../context.ts'
import { digestOf, type TransferFields } from '../../domain/ledger/chain.ts'
import type { Amount, Instant } from '../../domain/units.ts'
import type { Tx } from '../../store/database.ts'
import { addTransfer, type TransferRow } from '../../store/ledger/transfers.ts'
import type { Actor } from '../perform.ts'

const saltBytes = 16

/** A move of units, as the operation that causes it sees it. What is left out is absent. */
export interface TransferDraft {
  readonly ledgerId: string
  readonly periodId: string
  readonly op: 'post' | 'hold' | 'settle' | 'release'
  readonly kind: 'grant' | 'suballocate' | 'use' | 'forfeit' | 'overrun' | 'expire' | 'reversal'
  readonly sourceLotId?: string | null
  readonly destinationLotId?: string | null
  readonly amount: Amount
  readonly pendingId?: string | null
  readonly reversalOf?: string | null
  readonly batchId?: string | null
  readonly bookingId?: string | null
  readonly leg?: number | null
  readonly revision?: number | null
  /** When the time is used; recorded is always now. */
  readonly effectiveAt: Instant
  readonly reason?: string | null
  readonly documentNumber?: string | null
}

/** Posts one transfer with its salted digest; the sealer chains it later. The database moves the balances. */
export async function post(
  context: Context,
  tx: Tx,
  actor: Actor,
  draft: TransferDraft,
): Promise<TransferRow> {
  const fields: TransferFields = {
    id: context.newId('trf'),
    ledgerId: draft.ledgerId,
    periodId: draft.periodId,
    op: draft.op,
    kind: draft.kind,
    sourceLotId: draft.sourceLotId ?? null,
    destinationLotId: draft.destinationLotId ?? null,
    amount: draft.amount,
    pendingId: draft.pendingId ?? null,
    reversalOf: draft.reversalOf ?? null,
    batchId: draft.batchId ?? null,
    bookingId: draft.bookingId ?? null,
    leg: draft.leg ?? null,
    revision: draft.revision ?? null,
    effectiveAt: draft.effectiveAt,
    recordedAt: context.clock.now(),
    actorId: actor.personId,
    reason: draft.reason ?? null,
    documentNumber: draft.documentNumber ?? null,
  }
  const salt = randomBytes(saltBytes).toString('hex')
  const row = { ...fields, salt, digest: digestOf(fields, salt) }
  await addTransfer(tx, row)
  return row
}
