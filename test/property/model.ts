import type { PolicyRules } from '../../src/domain/policy.ts'
import type { Shape } from './shape.ts'

/*
 * What the rules say, in arrays and loops. Written from the words of the issue and of the docstrings; it
 * calls no rule, no calendar and no ledger of `src`, so that a fault there is not repeated here.
 */

export interface ModelInstrument {
  readonly id: string
  readonly exclusive: boolean
  readonly capacity: number
  readonly turnaround: number
  readonly rules: PolicyRules
  readonly supervised: boolean
  readonly trial: boolean
}

export interface ModelProject {
  readonly id: string
  readonly groupId: string
  readonly institutionId: string
}

export interface ModelPerson {
  readonly id: string
  readonly institutionId: string | null
  readonly groupId: string | null
  readonly projects: readonly ModelProject[]
  readonly staffOf: 'all' | 'first' | 'none'
  readonly admin: 'alliance' | 'member' | 'none'
}

export interface ModelHolder {
  readonly kind: 'reserve' | 'institution' | 'group' | 'project'
  readonly id: string
  readonly institutionId: string | null
}

export interface ModelPeriod {
  /** Null until the service has opened it by itself, for time that is only tracked. */
  readonly id: string | null
  readonly start: number
  readonly end: number
}

/** What stands still in a world, by the ids that the database knows. */
export interface Setting {
  readonly shape: Shape
  readonly instruments: readonly ModelInstrument[]
  readonly people: readonly ModelPerson[]
  readonly projects: readonly ModelProject[]
  readonly holders: readonly ModelHolder[]
  readonly hostId: string
  readonly memberIds: readonly string[]
  readonly observerId: string
  readonly invitedProjectId: string
}

export type ModelState =
  'requested' | 'confirmed' | 'in_use' | 'completed' | 'cancelled' | 'rejected' | 'expired' | 'no_show'

export interface ModelBooking {
  id: string
  instrument: ModelInstrument
  readonly person: ModelPerson
  readonly bookedBy: ModelPerson
  readonly project: ModelProject
  throughAlliance: boolean
  readonly customsNotice: boolean
  start: number
  end: number
  until: number
  places: number
  state: ModelState
  rules: PolicyRules
  readonly createdAt: number
  version: number
  checkedInAt: number | null
  expiresAt: number | null
  /** The open holds, by their place among the transfers. */
  holds: number[]
}

export interface ModelLot {
  readonly holder: string
  readonly kind: 'base' | 'tracked' | 'debt'
  readonly periodStart: number
  granted: number
  held: number
  used: number
  forfeited: number
}

export interface ModelTransfer {
  id: string
  readonly op: 'post' | 'hold' | 'settle' | 'release'
  readonly kind: 'grant' | 'suballocate' | 'use' | 'overrun' | 'forfeit' | 'reversal'
  readonly source: ModelLot | null
  readonly destination: ModelLot | null
  readonly amount: number
  readonly original: ModelTransfer | null
  reversed: number
  /** Whose institution passed it on, of a suballocation. */
  readonly institutionId: string | null
}

export interface Model extends Setting {
  now: number
  readonly periods: ModelPeriod[]
  readonly bookings: ModelBooking[]
  readonly outages: { readonly instrument: ModelInstrument; readonly start: number; readonly end: number }[]
  readonly lots: ModelLot[]
  readonly transfers: ModelTransfer[]
  /** Outcomes by Idempotency-Key, oldest first. */
  readonly keyed: {
    readonly key: string
    readonly codes: readonly string[]
    readonly booking: number | null
  }[]
  acts: number
}

export const yearStart = Date.parse('2026-01-01T00:00+08:00')
export const yearEnd = Date.parse('2027-01-01T00:00+08:00')

export const isLive = (booking: ModelBooking) =>
  booking.state === 'requested' ||
  booking.state === 'confirmed' ||
  booking.state === 'in_use' ||
  booking.state === 'completed'

export const isStaff = (person: ModelPerson, instrument: ModelInstrument, model: Model) =>
  person.staffOf === 'all' || (person.staffOf === 'first' && instrument === model.instruments[0])

/** The codes of an outcome; none is acceptance. */
export class No extends Error {
  readonly codes: readonly string[]

  constructor(...codes: readonly string[]) {
    super(codes.join(', '))
    this.codes = codes
  }
}

/** A wish for time, new or changed. */
export interface Wish {
  readonly kind: 'new' | 'move' | 'extend' | 'places'
  readonly instrument: ModelInstrument
  readonly rules: PolicyRules
  readonly actor: ModelPerson
  readonly person: ModelPerson
  readonly bookedBy: ModelPerson
  readonly project: ModelProject | null
  readonly throughAlliance: boolean
  readonly customsNotice: boolean
  readonly start: number
  readonly end: number
  readonly places: number
  /** The booking that is being changed: it is in nobody's way. */
  readonly changed: ModelBooking | null
}

export interface Payer {
  readonly project: ModelProject | null
  readonly groupId: string | null
  readonly institutionId: string | null
}
