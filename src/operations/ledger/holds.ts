import { strict as assert } from 'node:assert'
import type { Context } from '../../context.ts'
import { settleHolds, shareOf } from '../../domain/ledger/charge.ts'
import type { Leg } from '../../domain/ledger/legs.ts'
import { type Amount, amount, type BasisPoints } from '../../domain/units.ts'
import type { Tx } from '../../store/database.ts'
import { availableIn, ensureLot, type LotRow, readLot } from '../../store/ledger/lots.ts'
import { type OpenHoldRow, openHolds } from '../../store/ledger/transfers.ts'
import type { Actor } from '../perform.ts'
import { post } from './post.ts'

/** The booking whose holds are moved, by the version that the change leaves it with. */
export interface HeldBooking {
  readonly id: string
  readonly version: number
}

/** Places the holds of a booking, one for each leg. */
export async function placeHolds(
  context: Context,
  tx: Tx,
  actor: Actor,
  of: { readonly booking: HeldBooking; readonly ledgerId: string; readonly legs: readonly Leg[] },
) {
  for (const [index, leg] of of.legs.entries()) {
    await post(context, tx, actor, {
      ledgerId: of.ledgerId,
      periodId: leg.periodId,
      op: 'hold',
      kind: 'use',
      sourceLotId: leg.lotId,
      amount: leg.amount,
      bookingId: of.booking.id,
      leg: index,
      revision: of.booking.version,
      effectiveAt: leg.effectiveAt,
    })
  }
}

/** The open holds of a booking, with their lots locked, so that they can be resolved. */
async function holdsToResolve(tx: Tx, bookingId: string): Promise<OpenHoldRow[]> {
  const holds = await openHolds(tx, bookingId)
  const lotIds = holds.map(hold => hold.lotId)
  await tx.lock('lot', lotIds)
  return holds
}

/** Frees everything a booking holds. */
export async function releaseHolds(context: Context, tx: Tx, actor: Actor, booking: HeldBooking) {
  for (const hold of await holdsToResolve(tx, booking.id)) {
    await post(context, tx, actor, {
      ...resolving(hold, booking),
      op: 'release',
      kind: 'use',
      amount: hold.amount,
    })
  }
}

/**
 * Posts what a run is charged. Holds pay in order of time; what goes beyond them is over-run, taken from what
 * the last lot still has, and the rest from its holder's debt: use is recorded even when nobody can pay for
 * it.
 */
export async function settleRun(
  context: Context,
  tx: Tx,
  actor: Actor,
  booking: HeldBooking,
  charged: Amount,
) {
  const holds = await holdsToResolve(tx, booking.id)
  const last = holds.at(-1)
  if (last === undefined) return
  const { settlements, overrun } = settleHolds(holds, charged)
  for (const [index, { used }] of settlements.entries()) {
    const hold = holds[index] as OpenHoldRow
    await post(context, tx, actor, { ...resolving(hold, booking), op: 'settle', kind: 'use', amount: used })
  }
  if (overrun > 0) await postOverrun(context, tx, actor, { booking, last, overrun })
}

/**
 * Settles a booking that nobody used: the share is forfeited, the rest freed. Settle and forfeit stand in one
 * transaction, so that the units are never free in between.
 */
export async function forfeitHolds(
  context: Context,
  tx: Tx,
  actor: Actor,
  of: { readonly booking: HeldBooking; readonly share: BasisPoints; readonly reason: string },
) {
  for (const hold of await holdsToResolve(tx, of.booking.id)) {
    const base = resolving(hold, of.booking)
    await post(context, tx, actor, { ...base, op: 'settle', kind: 'use', amount: amount(0) })
    const lost = shareOf(hold.amount, of.share)
    if (lost === 0) continue
    const forfeit = { ...base, pendingId: null, reason: of.reason }
    await post(context, tx, actor, { ...forfeit, op: 'post', kind: 'forfeit', amount: lost })
  }
}

const resolving = (hold: OpenHoldRow, booking: HeldBooking) => ({
  ledgerId: hold.ledgerId,
  periodId: hold.periodId,
  sourceLotId: hold.lotId,
  pendingId: hold.transferId,
  bookingId: booking.id,
  leg: hold.leg,
  revision: booking.version,
  effectiveAt: hold.effectiveAt,
})

async function postOverrun(
  context: Context,
  tx: Tx,
  actor: Actor,
  of: { readonly booking: HeldBooking; readonly last: OpenHoldRow; readonly overrun: Amount },
) {
  const lot = await readLot(tx, of.last.lotId)
  assert(lot !== undefined, 'a hold names its lot')
  const base = { ...resolving(of.last, of.booking), pendingId: null, op: 'post', kind: 'overrun' } as const
  const paid = lot.bounded ? Math.min(of.overrun, Math.max(0, availableIn(lot))) : of.overrun
  if (paid > 0) await post(context, tx, actor, { ...base, amount: amount(paid) })
  const owed = of.overrun - paid
  if (owed === 0) return
  const debt = await debtLotBeside(context, tx, lot)
  // The leg of a debt row is told from that of the paid part by one more, for each row of a booking is
  // unique.
  assert(of.last.leg !== null, 'a hold is a leg of its booking')
  const leg = of.last.leg + 1
  await post(context, tx, actor, { ...base, sourceLotId: debt.id, leg, amount: amount(owed) })
}

/** The unbounded lot that carries a holder's debt (超用待补) in the same period. */
function debtLotBeside(context: Context, tx: Tx, lot: LotRow): Promise<LotRow> {
  return ensureLot(tx, { ...emptyLot(lot), id: context.newId('lot'), kind: 'debt', bounded: false })
}

/** The columns of a lot to which nothing has happened. */
export const emptyLot = (
  like: Pick<LotRow, 'ledgerId' | 'accountId' | 'periodId' | 'validFrom' | 'validTo'>,
) => ({
  ledgerId: like.ledgerId,
  accountId: like.accountId,
  periodId: like.periodId,
  validFrom: like.validFrom,
  validTo: like.validTo,
  overdraft: amount(0),
  granted: amount(0),
  held: amount(0),
  used: amount(0),
  forfeited: amount(0),
  expired: amount(0),
  carried: amount(0),
  lastTransferId: null,
})
