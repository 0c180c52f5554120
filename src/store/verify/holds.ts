import { and, asc, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { unitsOf } from '../../domain/ledger/legs.ts'
import type { Reader } from '../database.ts'
import { type Check, type Fault, pagesById, verifyPageRows } from './check.ts'

/** States in which a booking still has to be settled. */
const OPEN_STATES = ['requested', 'confirmed', 'in_use'] as const

/**
 * Every booking that is still open and under quota holds what its time and places come to; nothing else holds
 * anything.
 */
export const holds: Check = async function* ({ reader, advance }) {
  for await (const page of pagesById(id => openBookingsAfter(reader, id), advance)) {
    const held = await heldBy(
      reader,
      page.map(booking => booking.id),
    )
    for (const booking of page) yield* faultsOfBooking(booking, held.get(booking.id) ?? 0)
  }
  for await (const page of pagesById(id => openHoldsAfter(reader, id), advance)) {
    for (const hold of page) yield* faultsOfHold(hold)
  }
}

const openBookingsAfter = ({ q, t }: Reader, id: string) => {
  const { bookings: b, instruments: i } = t
  return q
    .select({
      id: b.id,
      start: b.start,
      end: b.end,
      places: b.places,
      quota: b.quota,
      allianceId: b.allianceId,
      rules: b.policy,
      zone: i.zone,
    })
    .from(b)
    .innerJoin(i, eq(i.id, b.instrumentId))
    .where(and(inArray(b.state, [...OPEN_STATES]), gt(b.id, id)))
    .orderBy(asc(b.id))
    .limit(verifyPageRows)
}

type OpenBooking = Awaited<ReturnType<typeof openBookingsAfter>>[number]

const resolution = ({ t }: Reader) => alias(t.transfers, 'resolution')

async function heldBy(reader: Reader, bookingIds: readonly string[]): Promise<Map<string, number>> {
  const { q, t } = reader
  const resolved = resolution(reader)
  const rows = await q
    .select({
      bookingId: t.transfers.bookingId,
      held: sql<number>`sum(${t.transfers.amount})`.mapWith(Number),
    })
    .from(t.transfers)
    .leftJoin(resolved, eq(resolved.pendingId, t.transfers.id))
    .where(
      and(inArray(t.transfers.bookingId, [...bookingIds]), eq(t.transfers.op, 'hold'), isNull(resolved.id)),
    )
    .groupBy(t.transfers.bookingId)
  return new Map(rows.map(row => [row.bookingId ?? '', row.held]))
}

function* faultsOfBooking(booking: OpenBooking, held: number): Generator<Fault> {
  const { id, rules, zone, places, quota, allianceId } = booking
  const isCounted = quota !== 'none' && allianceId !== null
  const tariff = isCounted ? unitsOf(booking, places, { rules, zone }) : 0
  if (held !== tariff) yield { fault: 'hold-differs', noun: 'booking', id, expected: tariff, found: held }
}

/** Holds that nothing has resolved, with the state of their booking. */
const openHoldsAfter = (reader: Reader, id: string) => {
  const { q, t } = reader
  const resolved = resolution(reader)
  return q
    .select({
      id: t.transfers.id,
      amount: t.transfers.amount,
      bookingId: t.transfers.bookingId,
      state: t.bookings.state,
    })
    .from(t.transfers)
    .leftJoin(resolved, eq(resolved.pendingId, t.transfers.id))
    .leftJoin(t.bookings, eq(t.bookings.id, t.transfers.bookingId))
    .where(and(eq(t.transfers.op, 'hold'), isNull(resolved.id), gt(t.transfers.id, id)))
    .orderBy(asc(t.transfers.id))
    .limit(verifyPageRows)
}

type OpenHold = Awaited<ReturnType<typeof openHoldsAfter>>[number]

function* faultsOfHold(hold: OpenHold): Generator<Fault> {
  const isOpen = OPEN_STATES.some(state => state === hold.state)
  if (isOpen) return
  yield { fault: 'hold-without-booking', noun: 'transfer', id: hold.id, expected: 0, found: hold.amount }
}
