import { type Appointment, ROLES_BY_VERB, type Role, type Verb } from './roles.ts'

/** The places in which a person may do one verb, for lists that show staff more than others. */
export interface StaffPlaces {
  readonly everywhere: boolean
  readonly institutionIds: readonly string[]
  readonly instrumentIds: readonly string[]
}

/** Gathers where `verb` is allowed; an alliance's own admins are no staff of its instruments. */
export function staffPlaces(appointments: readonly Appointment[], verb: Verb): StaffPlaces {
  const allowed: readonly Role[] = ROLES_BY_VERB[verb]
  const held = appointments.filter(each => allowed.includes(each.role))
  const idsOf = (kind: Appointment['scopeKind']) =>
    held.filter(each => each.scopeKind === kind).map(each => each.scopeId)
  return {
    everywhere: held.some(each => each.scopeKind === 'site'),
    institutionIds: idsOf('institution'),
    instrumentIds: idsOf('instrument'),
  }
}

/** Tells whether an instrument lies in one of the places. */
export const isStaffOf = (
  places: StaffPlaces,
  instrument: { readonly id: string; readonly institutionId: string },
): boolean =>
  places.everywhere ||
  places.institutionIds.includes(instrument.institutionId) ||
  places.instrumentIds.includes(instrument.id)
