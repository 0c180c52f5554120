import { strict as assert } from 'node:assert'
import type { Context } from '../../context.ts'
import type { BookingState } from '../../domain/booking.ts'
import { refuse } from '../../domain/refusal.ts'
import { type BookingChange, type BookingRow, changeBooking, findBooking } from '../../store/bookings/rows.ts'
import type { Tx } from '../../store/database.ts'
import { type InstrumentForBooking, instrumentForBooking } from '../../store/instruments.ts'
import type { Actor } from '../perform.ts'
import { isStaff } from './facts.ts'

/** Which booking is meant and, for a person's edit, the version they saw. */
export interface EditedBooking {
  readonly bookingId: string
  readonly version: number | null
}

export interface LockedBooking {
  readonly booking: BookingRow
  readonly instrument: InstrumentForBooking
  /** Under what the actor may touch it. */
  readonly actedAs: 'owner' | 'staff'
  readonly staff: boolean
}

/**
 * Locks a booking by its instrument (and any other instrument it is to move to), then reads it. Its user, who
 * booked it and the instrument's staff may touch it; to everyone else it does not exist.
 */
export async function lockBooking(
  context: Context,
  tx: Tx,
  actor: Actor,
  edited: EditedBooking,
  alsoLock: readonly string[] = [],
): Promise<LockedBooking> {
  const missing = { code: 'not-found', noun: 'booking', id: edited.bookingId } as const
  const seen = (await findBooking(tx, edited.bookingId)) ?? refuse(missing)
  await tx.lock('instrument', [seen.instrumentId, ...alsoLock])
  const booking = tx.engine === 'sqlite' ? seen : await findBooking(tx, edited.bookingId)
  assert(booking !== undefined, 'bookings are ended, never deleted')
  // It was moved while the lock was waited for: it is another instrument's lock that it needs now.
  if (booking.instrumentId !== seen.instrumentId) refuse(stale(booking, edited))
  const instrument = await instrumentForBooking(tx, { instrumentId: booking.instrumentId })
  assert(instrument !== undefined, 'instruments are retired, never deleted')
  const staff = await isStaff(context, tx, actor, instrument)
  const owner = [booking.personId, booking.bookedById].includes(actor.personId)
  if (!owner && !staff) refuse(missing)
  if (edited.version !== null && edited.version !== booking.version) refuse(stale(booking, edited))
  return { booking, instrument, actedAs: owner ? 'owner' : 'staff', staff }
}

const stale = (booking: BookingRow, edited: EditedBooking) =>
  ({ code: 'version-stale', current: booking.version, given: edited.version ?? booking.version }) as const

export function requireState(booking: BookingRow, allowed: readonly BookingState[]) {
  if (!allowed.includes(booking.state)) refuse({ code: 'wrong-state', state: booking.state, allowed })
}

/** Refuses an owner what only the instrument's staff do. */
export function requireStaff(locked: LockedBooking) {
  if (!locked.staff)
    refuse({ code: 'not-allowed', verb: 'booking.staff', mayDo: ['lab-manager', 'institution-admin'] })
}

/** Stores the change of a locked booking. */
export async function saveBooking(tx: Tx, booking: BookingRow, change: BookingChange): Promise<BookingRow> {
  const saved = await changeBooking(tx, booking, change)
  return saved ?? refuse({ code: 'version-stale', current: booking.version + 1, given: booking.version })
}
