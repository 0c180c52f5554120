import { refuse } from '../../domain/refusal.ts'
import { overlaps, type Span, span } from '../../domain/span.ts'
import { plusSeconds } from '../../domain/units.ts'
import { bookingsNearMany } from '../../store/bookings/rows.ts'
import type { Tx } from '../../store/database.ts'
import { type InstrumentForBooking, poolInstruments } from '../../store/instruments.ts'

/**
 * Locks every unit of a pool and parts them, each in order of id: those whose time is free, and those
 * (exclusive ones) whose time is gone. Shared units are all tried, for only a count of places tells.
 */
export async function candidatesOf(tx: Tx, poolId: string, asked: Span) {
  const listed = await poolInstruments(tx, { poolId })
  const listedIds = listed.map(each => each.id)
  if (listedIds.length === 0) refuse({ code: 'not-found', noun: 'pool', id: poolId })
  await tx.lock('instrument', listedIds)
  // What the lock was waited for may have changed the units: they are read again.
  const units = tx.engine === 'sqlite' ? listed : await poolInstruments(tx, { poolId })
  const slack = Math.max(...units.map(unit => unit.turnaroundSeconds))
  const near = await bookingsNearMany(tx, listedIds, span(asked.start, plusSeconds(asked.end, slack)))
  const isTaken = (unit: InstrumentForBooking) => {
    const keeps = span(asked.start, plusSeconds(asked.end, unit.turnaroundSeconds))
    return (
      unit.exclusive &&
      near.some(
        each => each.instrumentId === unit.id && overlaps(keeps, span(each.start, each.occupiedUntil)),
      )
    )
  }
  return { free: units.filter(unit => !isTaken(unit)), taken: units.filter(isTaken) }
}
