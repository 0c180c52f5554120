import type { BookingState } from '../booking.ts'
import type { Span } from '../span.ts'
import type { Instant } from '../units.ts'

/** What happened on one instrument, as far as a report needs it. Each list may be in any order. */
export interface InstrumentFacts {
  readonly instrumentId: string
  readonly hostInstitutionId: string
  /** Places: 1 on an exclusive instrument, else how many share it (cages, cores, seats). */
  readonly capacity: number
  /** When the instrument was in service; what lies outside is no calendar time. */
  readonly inService: readonly Span[]
  /** Opening hours already laid out on the time line. */
  readonly open: readonly Span[]
  readonly outages: readonly OutageFact[]
  readonly bookings: readonly BookingFact[]
  readonly runs: readonly RunFact[]
  /** The moment of reading. Later time has not happened and stands in no column. */
  readonly asOf: Instant
}

/** The whole instrument is down. A booking of kind maintenance or downtime is handed in as an outage. */
export interface OutageFact extends Span {
  readonly kind: 'planned' | 'unplanned'
}

/** Who had or held the time: frozen on the booking and the run, so that a later move changes no report. */
export interface UserKey {
  readonly institutionId: string
  /** Null for time that no alliance stands for: owner hours, outside users. */
  readonly allianceId: string | null
}

export interface BookingFact extends Span, UserKey {
  readonly id: string
  readonly places: number
  readonly state: BookingState
  /** Cancelled after the late-cancel window had opened; false in all other states. */
  readonly cancelledLate: boolean
}

export interface RunFact extends Span, UserKey {
  readonly id: string
  /** Null for a walk-in. */
  readonly bookingId: string | null
  readonly places: number
}

/** The column into which reserved time falls when nobody uses it. */
export type LossColumn = 'noShowSeconds' | 'lateCancelSeconds' | 'earlyFinishSeconds'

const LOSS_BY_STATE: Readonly<Record<BookingState, LossColumn | undefined>> = {
  requested: undefined,
  confirmed: 'earlyFinishSeconds',
  in_use: 'earlyFinishSeconds',
  completed: 'earlyFinishSeconds',
  cancelled: 'lateCancelSeconds',
  rejected: undefined,
  expired: undefined,
  no_show: 'noShowSeconds',
  displaced: undefined,
}

/**
 * Tells what a booking's unused time counts as, or undefined when it reserves nothing in a report.
 *
 * A confirmed booking that nobody has begun yet starts late so far; it turns into a no-show when it is
 * marked as one. A displaced booking lost its place through no fault of its user, so it wastes nothing;
 * neither does one that was cancelled in time.
 */
export function lossOf(booking: Pick<BookingFact, 'state' | 'cancelledLate'>): LossColumn | undefined {
  if (booking.state === 'cancelled' && !booking.cancelledLate) return undefined
  return LOSS_BY_STATE[booking.state]
}
