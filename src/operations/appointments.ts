import type { Context } from '../context.ts'
import { canBeHeldIn, SITE_ID, verbOfAppointing } from '../domain/appointing.ts'
import type { Dates } from '../domain/dates.ts'
import { refuse } from '../domain/refusal.ts'
import type { Place, Role, ScopeKind } from '../domain/roles.ts'
import type { Day } from '../domain/units.ts'
import { findAlliance } from '../store/alliances.ts'
import {
  type DatedAppointment,
  endAppointment as storeEnd,
  findAppointment,
  insertAppointment,
} from '../store/appointments.ts'
import type { Tx } from '../store/database.ts'
import { findInstitution } from '../store/institutions.ts'
import { instrumentForBooking } from '../store/instruments.ts'
import { findPerson } from '../store/people.ts'
import { fieldsOf, requireCurrent, requireFound, requireInOrder } from './edits.ts'
import { type Actor, perform, record, requireRole } from './perform.ts'

export interface AppointmentDraft extends Dates {
  readonly personId: string
  readonly role: Role
  readonly scopeKind: ScopeKind
  /** Id of the alliance, institution or instrument; `site` for the site. */
  readonly scopeId: string
}

/**
 * Appoints someone to a role in a scope.
 *
 * An institution's admin appoints its admins and lab managers, an alliance's admin its admins, the site's
 * admin everyone.
 *
 * @throws Refused `invalid-value` (a role that is not held in such a scope; dates), `not-found`,
 *   `wrong-state`,
 *   `not-allowed`, `already-exists`.
 */
export const addAppointment = (
  context: Context,
  actor: Actor,
  draft: AppointmentDraft,
): Promise<DatedAppointment> =>
  perform(context, actor, async tx => {
    if (!canBeHeldIn(draft.role, draft.scopeKind)) {
      refuse({ code: 'invalid-value', field: 'scopeKind', fault: 'not-for-this-role' })
    }
    const place = await placeOf(tx, draft)
    const actedAs = await requireRole(context, tx, actor, verbOfAppointing(draft.role), place)
    requireCurrent(await findPerson(tx, draft.personId), 'person', draft.personId)
    requireInOrder(draft)
    const appointment = { ...draft, id: context.newId('apt') }
    await insertAppointment(tx, appointment)
    const deed = { verb: 'add', noun: 'appointment', nounId: appointment.id }
    await record(context, tx, actor, { ...deed, actedAs, fields: fieldsOf(draft) })
    return appointment
  })

/**
 * Sets the last day of an appointment; the day before its first undoes it.
 *
 * @throws Refused `not-found`, `not-allowed`.
 */
export const endAppointment = (
  context: Context,
  actor: Actor,
  end: { readonly id: string; readonly endsOn: Day },
): Promise<DatedAppointment> =>
  perform(context, actor, async tx => {
    const appointment = requireFound(await findAppointment(tx, end.id), 'appointment', end.id)
    const place = await placeOf(tx, appointment)
    const actedAs = await requireRole(context, tx, actor, verbOfAppointing(appointment.role), place)
    await storeEnd(tx, end.id, end.endsOn)
    const deed = { verb: 'end', noun: 'appointment', nounId: end.id }
    await record(context, tx, actor, { ...deed, actedAs, fields: ['endsOn'] })
    return { ...appointment, endsOn: end.endsOn }
  })

/** Where an appointment holds; an instrument's also at its institution, whose admins appoint there. */
export const placeOf = (
  tx: Tx,
  { scopeKind, scopeId }: { readonly scopeKind: ScopeKind; readonly scopeId: string },
): Promise<Place> => PLACES[scopeKind](tx, scopeId)

const PLACES: Readonly<Record<ScopeKind, (tx: Tx, scopeId: string) => Promise<Place>>> = {
  site: async (_, scopeId) => {
    if (scopeId !== SITE_ID) refuse({ code: 'invalid-value', field: 'scopeId', fault: 'not-the-site' })
    return {}
  },
  alliance: async (tx, allianceId) => {
    requireFound(await findAlliance(tx, allianceId), 'alliance', allianceId)
    return { allianceId }
  },
  institution: async (tx, institutionId) => {
    requireFound(await findInstitution(tx, institutionId), 'institution', institutionId)
    return { institutionId }
  },
  instrument: async (tx, instrumentId) => {
    const found = await instrumentForBooking(tx, { instrumentId })
    const { institutionId } = requireFound(found, 'instrument', instrumentId)
    return { institutionId, instrumentId }
  },
}
