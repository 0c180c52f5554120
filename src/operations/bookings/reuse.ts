import { strict as assert } from 'node:assert'
import type { Context } from '../../context.ts'
import { splitByWeights } from '../../domain/ledger/charge.ts'
import { reusedOf } from '../../domain/reuse.ts'
import { lengthOf, type Span } from '../../domain/span.ts'
import { type Amount, amount } from '../../domain/units.ts'
import { localDaysOf } from '../../domain/zone.ts'
import { endedWithoutUse } from '../../store/bookings/due.ts'
import { bookingsInstead } from '../../store/bookings/reuse.ts'
import type { BookingRow } from '../../store/bookings/rows.ts'
import type { Tx } from '../../store/database.ts'
import { openForfeits, type TransferRow } from '../../store/ledger/transfers.ts'
import { post } from '../ledger/post.ts'
import { perform, record, SYSTEM } from '../perform.ts'
import { lockBooking, saveBooking } from './locked.ts'
import { takeSteps } from './steps.ts'

/**
 * Counts the re-use of every no-show and late cancellation whose time is over.
 *
 * @returns how many were counted.
 * @throws AggregateError when some could not be, after all others were.
 */
export async function countReuses(context: Context): Promise<number> {
  const now = context.clock.now()
  const { done, failures } = await takeSteps(
    page => endedWithoutUse(context.db.read, { ...page, now }),
    booking => countReuse(context, booking),
  )
  if (failures.length > 0)
    throw new AggregateError(failures, 'the re-use of some bookings could not be counted')
  return done
}

/**
 * Lessens what a no-show or late cancellation forfeited by the part of its time that others had after all,
 * once that time is over: nobody shall lose what the lab did not lose. Counted once.
 *
 * @param edited - listed as due, at the version at which it was.
 * @throws Refused `version-stale` when another node has counted it.
 */
const countReuse = (context: Context, edited: Pick<BookingRow, 'id' | 'version'>): Promise<BookingRow> =>
  perform(context, SYSTEM, async tx => {
    const locked = await lockBooking(context, tx, SYSTEM, { bookingId: edited.id, version: edited.version })
    const { booking, instrument } = locked
    assert(booking.reuseDueAt !== null, 'at the version at which it was listed, it is still due')
    const saved = await saveBooking(tx, booking, { reuseDueAt: null })
    const given = reusedShare(booking, instrument.zone, await bookingsInstead(tx, booking))
    const forfeits = await openForfeits(tx, booking.id)
    await giveBack(context, tx, { booking: saved, forfeits, given })
    const deed = { verb: 'count-reuse', noun: 'booking', nounId: booking.id, actedAs: 'system' }
    await record(context, tx, SYSTEM, { ...deed, fields: ['reuseDueAt'] })
    return saved
  })

interface Share {
  readonly reused: number
  readonly whole: number
}

function reusedShare(booking: BookingRow, zone: string, others: Parameters<typeof reusedOf>[1]): Share {
  const byDay = booking.policy.bookingUnit === 'day'
  const measure = (of: Span) => (byDay ? localDaysOf(zone, of).length : lengthOf(of))
  return { reused: reusedOf(booking, others, measure), whole: measure(booking) * booking.places }
}

/** What stays forfeited is rounded down, so that the holder keeps the broken unit. */
async function giveBack(
  context: Context,
  tx: Tx,
  of: { readonly booking: BookingRow; readonly forfeits: readonly TransferRow[]; readonly given: Share },
) {
  const { booking, forfeits, given } = of
  const lost = amount(forfeits.reduce((sum, forfeit) => sum + forfeit.amount, 0))
  if (lost === 0 || given.reused === 0) return
  const kept = (BigInt(lost) * BigInt(given.whole - given.reused)) / BigInt(given.whole)
  const back = amount(lost - Number(kept))
  const parts = splitByWeights(
    back,
    forfeits.map(forfeit => forfeit.amount),
  )
  await tx.lock(
    'lot',
    forfeits.map(forfeit => forfeit.sourceLotId).filter(lotId => lotId !== null),
  )
  for (const [index, forfeit] of forfeits.entries()) {
    const part = parts[index] as Amount
    if (part > 0) await post(context, tx, SYSTEM, reversalOf(forfeit, booking, part))
  }
}

const reversalOf = (forfeit: TransferRow, booking: BookingRow, part: Amount) =>
  ({
    ledgerId: forfeit.ledgerId,
    periodId: forfeit.periodId,
    op: 'post',
    kind: 'reversal',
    sourceLotId: forfeit.sourceLotId,
    amount: part,
    reversalOf: forfeit.id,
    bookingId: booking.id,
    leg: forfeit.leg,
    revision: booking.version,
    effectiveAt: forfeit.effectiveAt,
    reason: 'reused',
  }) as const
