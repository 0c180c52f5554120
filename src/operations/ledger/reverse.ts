import { strict as assert } from 'node:assert'
import type { Context } from '../../context.ts'
import { refuse } from '../../domain/refusal.ts'
import { type Amount, amount } from '../../domain/units.ts'
import type { Tx } from '../../store/database.ts'
import { findAccount } from '../../store/ledger/accounts.ts'
import { findLedger, findPeriod } from '../../store/ledger/ledgers.ts'
import { availableIn, readLot } from '../../store/ledger/lots.ts'
import { findTransfer, reversedOf, type TransferRow } from '../../store/ledger/transfers.ts'
import { requireFound } from '../edits.ts'
import { type Actor, perform, record, requireRole } from '../perform.ts'
import { refuseExhausted } from './exhausted.ts'
import { post } from './post.ts'

export interface ReversalDraft {
  readonly transferId: string
  /** How much of it is taken back; null is all that has not been reversed yet. */
  readonly amount: Amount | null
  /** Of use: what it really was, posted in its place in the same batch. */
  readonly replacement: Amount | null
  readonly reason: string
}

/**
 * Corrects a row: books are never edited, so that a mistake is a reversal (冲销) and, where use was recorded
 * wrongly, a new row beside it. A grant is reversed by who may grant, a suballocation by the institution that
 * made it.
 *
 * @throws Refused `not-found`, `not-allowed`, `reason-required`, `invalid-value`, `wrong-state` (a hold or
 *   release),
 * `reversal-of-reversal`, `reversal-exceeds-original`, `period-closed`, `quota-exhausted` where what was
 *   granted has been spent: what is left is told to those alone who see the account.
 */
export const reverse = (context: Context, actor: Actor, draft: ReversalDraft): Promise<TransferRow[]> =>
  perform(context, actor, async tx => {
    const { original, actedAs } = await requireReversible(context, tx, actor, draft)
    const paper = { batchId: context.newId('grt'), reason: draft.reason, documentNumber: null }
    const posted = await reverseLocked(context, tx, actor, { original, draft, paper })
    const deed = { verb: 'reverse', noun: 'transfer', nounId: original.id, actedAs, fields: ['amount'] }
    await record(context, tx, actor, { ...deed, reason: draft.reason })
    return posted
  })

/** What a reversal takes back, whole or in part. */
export type ReversalPart = Omit<ReversalDraft, 'reason'>

/** What every row of a reversal carries. */
export interface ReversalPaper {
  readonly batchId: string
  readonly reason: string
  readonly documentNumber: string | null
}

/**
 * Gives the row that is to be reversed, with the role under which the actor may.
 *
 * @throws Refused as `reverse`, save for what is spent or reversed already: that needs the lots' locks.
 */
export async function requireReversible(context: Context, tx: Tx, actor: Actor, draft: ReversalDraft) {
  const { transferId, reason } = draft
  const original = requireFound(await findTransfer(tx, transferId), 'transfer', transferId)
  const actedAs = await requireRightOver(context, tx, actor, original)
  if (reason.trim() === '') refuse({ code: 'reason-required' })
  requireInKind(original, draft)
  await requireOpenPeriods(tx, original)
  return { original, actedAs }
}

async function requireRightOver(context: Context, tx: Tx, actor: Actor, original: TransferRow) {
  if (original.kind === 'suballocate') {
    const { institutionId } = await giverOf(tx, original)
    return requireRole(context, tx, actor, 'quota.suballocate', { institutionId })
  }
  const { allianceId } = requireFound(await findLedger(tx, original.ledgerId), 'ledger', original.ledgerId)
  return requireRole(context, tx, actor, 'quota.grant', { allianceId })
}

async function giverOf(tx: Tx, { sourceLotId }: TransferRow) {
  assert(sourceLotId !== null, 'what is passed on comes out of a lot')
  const { accountId } = requireFound(await readLot(tx, sourceLotId), 'lot', sourceLotId)
  return requireFound(await findAccount(tx, accountId), 'account', accountId)
}

function requireInKind(original: TransferRow, { amount: part, replacement }: ReversalPart) {
  if (original.kind === 'reversal') refuse({ code: 'reversal-of-reversal', transferId: original.id })
  if (original.op !== 'post' && original.op !== 'settle') {
    refuse({ code: 'wrong-state', state: original.op, allowed: ['post', 'settle'] })
  }
  if (part !== null && part < 1) refuse({ code: 'invalid-value', field: 'amount', fault: 'out-of-range' })
  if (replacement === null) return
  const isUse = original.kind === 'use' || original.kind === 'overrun'
  if (!isUse) refuse({ code: 'invalid-value', field: 'replacement', fault: 'not-use' })
  if (part !== null) refuse({ code: 'invalid-value', field: 'amount', fault: 'with-replacement' })
  if (replacement < 1) refuse({ code: 'invalid-value', field: 'replacement', fault: 'out-of-range' })
}

/** The lots on both sides may lie in two periods: a debt is repaid from a later one. */
async function requireOpenPeriods(tx: Tx, original: TransferRow) {
  const lots = [
    await readLot(tx, original.sourceLotId ?? ''),
    await readLot(tx, original.destinationLotId ?? ''),
  ]
  for (const periodId of [original.periodId, ...lots.flatMap(lot => lot?.periodId ?? [])]) {
    const period = await findPeriod(tx, periodId)
    if (period?.state === 'closed') refuse({ code: 'period-closed', periodId })
  }
}

/** The lots that a reversal moves. */
export const lotsTouched = ({ sourceLotId, destinationLotId }: TransferRow): string[] =>
  [sourceLotId, destinationLotId].flatMap(id => id ?? [])

interface Reversal {
  readonly original: TransferRow
  readonly draft: ReversalPart
  readonly paper: ReversalPaper
}

/**
 * Posts the reversal of a row that may be reversed, under the locks of its lots.
 *
 * @throws Refused `reversal-exceeds-original`, `quota-exhausted`.
 */
export async function reverseLocked(
  context: Context,
  tx: Tx,
  actor: Actor,
  { original, draft, paper }: Reversal,
): Promise<TransferRow[]> {
  await tx.lock('lot', lotsTouched(original))
  const reversed = await reversedOf(tx, original.id)
  const rest = amount(original.amount - reversed)
  const units = draft.amount ?? rest
  if (units > rest || rest === 0) {
    const unit = await unitOf(tx, original.ledgerId)
    refuse({ code: 'reversal-exceeds-original', original: original.amount, reversed, unit })
  }
  // What a grant gave must still be there to be taken back.
  await requireAvailable(context, tx, actor, { lotId: original.destinationLotId, needed: units })
  const base = { ...sameAs(original), ...paper }
  const reversal = { ...base, op: 'post', kind: 'reversal', reversalOf: original.id, amount: units } as const
  const posted = [await post(context, tx, actor, reversal)]
  if (draft.replacement !== null) {
    const needed = draft.replacement
    await requireAvailable(context, tx, actor, { lotId: original.sourceLotId, needed })
    posted.push(
      await post(context, tx, actor, { ...base, op: 'post', kind: 'use', amount: draft.replacement }),
    )
  }
  return posted
}

/** Where and when the original stands, so that the correction lies in the same lot, period and month. */
const sameAs = (original: TransferRow) => ({
  ledgerId: original.ledgerId,
  periodId: original.periodId,
  sourceLotId: original.sourceLotId,
  destinationLotId: original.destinationLotId,
  bookingId: original.bookingId,
  leg: original.leg,
  effectiveAt: original.effectiveAt,
})

async function requireAvailable(
  context: Context,
  tx: Tx,
  actor: Actor,
  of: { readonly lotId: string | null; readonly needed: Amount },
) {
  const { lotId, needed } = of
  const lot = lotId === null ? undefined : await readLot(tx, lotId)
  if (lot === undefined || !lot.bounded || availableIn(lot) >= needed) return
  const { ledgerId, accountId, periodId } = lot
  const unit = await unitOf(tx, ledgerId)
  const available = availableIn(lot)
  await refuseExhausted(context, tx, actor, { needed, available, unit, accountId, periodId })
}

const unitOf = async (tx: Tx, ledgerId: string) =>
  requireFound(await findLedger(tx, ledgerId), 'ledger', ledgerId).unit
