import type { Context } from '../../context.ts'
import { chargedSeconds } from '../../domain/ledger/charge.ts'
import { phasesOf } from '../../domain/run.ts'
import { samplesTold } from '../../domain/runSamples.ts'
import { lengthOf, type Span, span } from '../../domain/span.ts'
import {
  type Amount,
  amount,
  type Instant,
  instant,
  plusSeconds,
  type Seconds,
  seconds,
} from '../../domain/units.ts'
import { localDaysOf } from '../../domain/zone.ts'
import type { BookingRow } from '../../store/bookings/rows.ts'
import type { Tx } from '../../store/database.ts'
import { markDirty } from '../../store/dirtyDays.ts'
import { addRun } from '../../store/runs.ts'
import { settleRun } from '../ledger/holds.ts'
import type { Actor } from '../perform.ts'
import { type LockedBooking, saveBooking } from './locked.ts'

export type Evidence = 'metered' | 'check-in' | 'as-booked' | 'manual' | 'imported'

export interface Finish {
  readonly locked: LockedBooking
  /** When the use ended. */
  readonly end: Instant
  readonly evidence: Evidence
  /** Null: what the booking itself told counts. */
  readonly samples: number | null
}

/**
 * Completes a booking with its run (上机记录). Booked, used and charged stay three numbers. Finishing early moves
 * the occupied end, never `end`; running over leaves both, for the next booking keeps its place. Use over
 * before the booking began keeps the very instant of its start, for nothing can be kept before that: others
 * may begin a moment later, so from the next step of the grid.
 */
export async function finish(context: Context, tx: Tx, actor: Actor, of: Finish): Promise<BookingRow> {
  const { locked, evidence } = of
  const { booking, instrument } = locked
  const used = usedSpan(booking, of.end)
  const freedAt = plusSeconds(used.end, instrument.turnaroundSeconds)
  const keepsUntil = Math.max(booking.start + 1, Math.min(freedAt, booking.occupiedUntil))
  const saved = await saveBooking(tx, booking, {
    state: 'completed',
    checkedOutAt: evidence === 'as-booked' ? null : of.end,
    endedAt: context.clock.now(),
    occupiedUntil: instant(keepsUntil),
  })
  const charged = chargedUnits(booking, instrument.zone, used)
  await settleRun(context, tx, actor, saved, charged)
  const samples = of.samples ?? samplesTold(booking.details)
  await addRun(tx, { ...runRow(context, booking, { used, charged, evidence }), samples })
  await markDirty(tx, instrument, span(Math.min(booking.start, used.start), Math.max(booking.end, used.end)))
  return saved
}

function usedSpan(booking: BookingRow, end: Instant): Span {
  const start = booking.checkedInAt ?? booking.start
  return span(start, Math.max(end, start + 1))
}

/** Units charged: whole steps of seconds, or days, for each place. */
function chargedUnits(booking: BookingRow, zone: string, used: Span): Amount {
  const { policy, places } = booking
  if (policy.bookingUnit === 'day')
    return amount(localDaysOf(zone, chargedDays(booking, used)).length * places)
  const bookedSeconds = lengthOf(booking)
  const from = policy.chargeFrom === 'start' ? Math.min(booking.start, used.start) : used.start
  const usedSeconds = lengthOf(span(from, used.end))
  return amount(chargedSeconds({ rules: policy, bookedSeconds, usedSeconds }) * places)
}

function chargedDays(booking: BookingRow, used: Span): Span {
  const { chargeFor } = booking.policy
  if (chargeFor === 'booked') return booking
  return chargeFor === 'used' ? used : span(booking.start, Math.max(booking.end, used.end))
}

interface RunFigures {
  readonly used: Span
  readonly charged: Amount
  readonly evidence: Evidence
}

function runRow(context: Context, booking: BookingRow, figures: RunFigures) {
  const { used, charged, evidence } = figures
  const usedSeconds = lengthOf(used)
  const phases = phasesOf(usedSeconds, booking.policy)
  return {
    id: context.newId('run'),
    bookingId: booking.id,
    instrumentId: booking.instrumentId,
    institutionId: booking.institutionId,
    allianceId: booking.allianceId,
    personId: booking.personId,
    projectId: booking.projectId,
    places: booking.places,
    start: used.start,
    end: used.end,
    mode: booking.policy.runMode,
    quantity: usedSeconds * booking.places,
    ...phases,
    evidence,
    bookedSeconds: seconds(lengthOf(booking) * booking.places),
    usedSeconds: (usedSeconds * booking.places) as Seconds,
    chargedUnits: charged,
    rating: null,
    ratingText: null,
    agreementSigned: booking.agreementId !== null,
    version: 1,
    createdAt: context.clock.now(),
  }
}
