import { faceAt, ticksIn, tickMilliseconds } from './clockFace.ts'
import { type Model, type ModelBooking, No } from './model.ts'
import { forfeitHolds, releaseHolds, settle } from './modelQuota.ts'

type Step = (model: Model, booking: ModelBooking, staff: boolean) => void

const requireStaff = (staff: boolean) => {
  if (!staff) throw new No('not-allowed')
}

const requireState = (booking: ModelBooking, ...states: readonly string[]) => {
  if (!states.includes(booking.state)) throw new No('wrong-state')
}

const requireAttendance = (booking: ModelBooking) => {
  if (booking.rules.attendance === 'as-booked') throw new No('wrong-state')
}

const goOn = (booking: ModelBooking, state: ModelBooking['state']) => {
  booking.state = state
  booking.version += 1
}

/**
 * Free up to the window and for staff; later it costs, or is left to staff, and what has begun is not
 * cancelled.
 */
export const cancel: Step = (model, booking, staff) => {
  requireState(booking, 'requested', 'confirmed')
  const ahead = booking.start - model.now
  const inTime = ahead > 0 && ahead >= booking.rules.cancelWindowSeconds * 1000
  const free = staff || booking.state === 'requested' || inTime
  if (!free && (ahead <= 0 || booking.rules.lateCancel === 'refused')) throw new No('cancel-window-passed')
  goOn(booking, 'cancelled')
  if (free) releaseHolds(model, booking)
  else forfeitHolds(model, booking, booking.rules.lateCancelForfeit)
}

export const approve: Step = (model, booking, staff) => {
  requireStaff(staff)
  requireState(booking, 'requested')
  if (booking.expiresAt !== null && booking.expiresAt <= model.now) throw new No('wrong-state')
  goOn(booking, 'confirmed')
  booking.expiresAt = null
}

export const reject: Step = (model, booking, staff) => {
  requireStaff(staff)
  requireState(booking, 'requested')
  goOn(booking, 'rejected')
  releaseHolds(model, booking)
}

export const checkIn: Step = (model, booking) => {
  requireState(booking, 'confirmed')
  requireAttendance(booking)
  if (model.now < booking.start - booking.rules.checkInEarlySeconds * 1000) throw new No('check-in-too-early')
  if (model.now >= booking.end) throw new No('wrong-state')
  goOn(booking, 'in_use')
  booking.checkedInAt = model.now
}

export const checkOut: Step = (model, booking) => {
  requireState(booking, 'in_use')
  complete(model, booking, model.now)
}

export const markNoShow: Step = (model, booking, staff) => {
  requireStaff(staff)
  requireState(booking, 'confirmed')
  requireAttendance(booking)
  if (model.now < booking.start + booking.rules.noShowAfterSeconds * 1000) throw new No('wrong-state')
  goOn(booking, 'no_show')
  forfeitHolds(model, booking, booking.rules.noShowForfeit)
}

/**
 * Does all that time has made due: requests expire, use ends as booked, no-shows are marked, forgotten use
 * closed.
 */
export function sweep(model: Model) {
  const byStart = model.bookings.toSorted((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1))
  for (const booking of byStart) {
    if (booking.state !== 'requested' || (booking.expiresAt ?? Infinity) > model.now) continue
    goOn(booking, 'expired')
    releaseHolds(model, booking)
  }
  for (const booking of byStart) {
    if (booking.state !== 'confirmed') continue
    const { rules, start, end, createdAt } = booking
    const missedAt = start + rules.noShowAfterSeconds * 1000
    // What was only entered then, nobody could have checked in to.
    const asBooked = rules.attendance === 'as-booked' || createdAt >= missedAt
    if (asBooked && end <= model.now) complete(model, booking, end)
    else if (!asBooked && missedAt <= model.now) markNoShow(model, booking, true)
  }
  for (const booking of byStart) {
    const forgotten = booking.end + 12 * 3_600_000 <= model.now
    if (booking.state === 'in_use' && forgotten) complete(model, booking, booking.end)
  }
}

/**
 * The run is charged and the rest of the time freed; a run that ends before it could begin keeps an instant.
 */
function complete(model: Model, booking: ModelBooking, end: number) {
  const usedFrom = booking.checkedInAt ?? booking.start
  const usedUntil = Math.max(end, usedFrom + 1)
  goOn(booking, 'completed')
  settle(model, booking, chargeOf(model, booking, { usedFrom, usedUntil }))
  const freed = Math.min(usedUntil + booking.instrument.turnaround, booking.until)
  booking.until = Math.max(booking.start + 1, freed)
}

function chargeOf(model: Model, booking: ModelBooking, of: { usedFrom: number; usedUntil: number }): number {
  const { rules, start, end, places } = booking
  if (rules.bookingUnit === 'day') return daysCharged(model, booking, of) * places
  const from = rules.chargeFrom === 'start' ? Math.min(start, of.usedFrom) : of.usedFrom
  const used = Math.floor((of.usedUntil - from) / 1000)
  const booked = (end - start) / 1000
  const basis = { used, booked, greater: Math.max(used, booked) }[rules.chargeFor]
  const step = rules.chargeStepSeconds
  return Math.max(step, Math.ceil(basis / step) * step) * places
}

/** Dates on the instrument's clock that are touched. */
function daysCharged(
  model: Model,
  booking: ModelBooking,
  of: { usedFrom: number; usedUntil: number },
): number {
  const { start, end, rules } = booking
  const spans = {
    used: { from: of.usedFrom, until: of.usedUntil },
    booked: { from: start, until: end },
    greater: { from: start, until: Math.max(end, of.usedUntil) },
  }
  const { from, until } = spans[rules.chargeFor]
  const steps = [from - (from % tickMilliseconds), ...ticksIn(from, until)]
  return new Set(steps.map(at => faceAt(model.shape.zone, at).date)).size
}
