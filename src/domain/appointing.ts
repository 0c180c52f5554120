import { type Appointment, type Place, type Role, roleFor, type ScopeKind, type Verb } from './roles.ts'

/** The scope of appointments that hold everywhere. */
export const SITE_ID = 'site'

/** Appointments of one person that are looked at; no one comes near it. */
export const appointmentsMax = 1000

/** Where each role can be held. Roles with the same reach are appointed by the same people. */
const APPOINTING: Readonly<Record<Role, { readonly verb: Verb; readonly scopes: readonly ScopeKind[] }>> = {
  'site-admin': { verb: 'appointment.site', scopes: ['site'] },
  auditor: { verb: 'appointment.site', scopes: ['site', 'alliance', 'institution'] },
  'alliance-admin': { verb: 'appointment.alliance', scopes: ['alliance'] },
  'institution-admin': { verb: 'appointment.institution', scopes: ['institution'] },
  'lab-manager': { verb: 'appointment.institution', scopes: ['institution', 'instrument'] },
}

/** The verb that someone must be allowed to appoint to `role`. */
export const verbOfAppointing = (role: Role) => APPOINTING[role].verb

export const canBeHeldIn = (role: Role, scopeKind: ScopeKind) => APPOINTING[role].scopes.includes(scopeKind)

/** Whoever asks: a person with today's appointments. */
export interface Viewer {
  readonly personId: string
  readonly appointments: readonly Appointment[]
}

/**
 * The role under which `viewer` keeps the record of a person, or undefined: the person's own, or an admin of
 * an institution to which the person belongs. Whoever keeps a record sees its contacts; nobody else does.
 */
export function roleOfKeeper(
  viewer: Viewer,
  record: { readonly personId: string; readonly institutionIds: readonly string[] },
): 'owner' | Role | undefined {
  if (viewer.personId === record.personId) return 'owner'
  const places: Place[] = [{}, ...record.institutionIds.map(institutionId => ({ institutionId }))]
  return places
    .map(place => roleFor(viewer.appointments, 'person.edit', place))
    .find(role => role !== undefined)
}

/**
 * The role under which `viewer` may give a person a way to sign in, or undefined. A new key opens everything
 * that the person may do, so it takes someone who has charge of every place in `reach`: an institution's
 * admin cannot come into an alliance through the account of a colleague.
 *
 * @param reach - where the person belongs or is appointed, now or later; `{}` for what is wider than one
 *   institution.
 */
export function roleOfKeyGiver(viewer: Viewer, reach: readonly Place[]): Role | undefined {
  const places = reach.length === 0 ? [{}] : reach
  const roles = places.map(place => roleFor(viewer.appointments, 'person.edit', place))
  return roles.includes(undefined) ? undefined : roles[0]
}
