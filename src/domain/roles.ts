import { unreachable } from './refusal.ts'

/** What a person is appointed as. Ownership of a thing (one's own booking) is judged beside it. */
export const ROLES = ['site-admin', 'alliance-admin', 'institution-admin', 'lab-manager', 'auditor'] as const
export type Role = (typeof ROLES)[number]

export type ScopeKind = 'site' | 'alliance' | 'institution' | 'instrument'

/** A role in one place: lab manager of an institution or of one instrument, admin of an alliance, …. */
export interface Appointment {
  readonly role: Role
  readonly scopeKind: ScopeKind
  readonly scopeId: string
}

/** Where a verb is to be done. A role counts when its scope is one of these. */
export interface Place {
  readonly allianceId?: string | null
  readonly institutionId?: string | null
  readonly instrumentId?: string | null
}

/**
 * Every verb that a role can allow, with the roles that allow it. A site admin may do all but book for
 * others' quota.
 */
export const ROLES_BY_VERB = {
  'alliance.create': ['site-admin'],
  'alliance.edit': ['site-admin', 'alliance-admin'],
  'membership.edit': ['site-admin', 'alliance-admin'],
  'agreement.edit': ['site-admin', 'alliance-admin'],
  'institution.create': ['site-admin', 'alliance-admin'],
  'institution.edit': ['site-admin', 'institution-admin'],
  'group.edit': ['site-admin', 'institution-admin'],
  'project.edit': ['site-admin', 'institution-admin'],
  'person.edit': ['site-admin', 'institution-admin'],
  'appointment.site': ['site-admin'],
  'appointment.alliance': ['site-admin', 'alliance-admin'],
  'appointment.institution': ['site-admin', 'institution-admin'],
  'instrument.edit': ['site-admin', 'institution-admin', 'lab-manager'],
  'policy.edit': ['site-admin', 'institution-admin', 'lab-manager'],
  'sharing.edit': ['site-admin', 'institution-admin', 'lab-manager'],
  'outage.edit': ['site-admin', 'institution-admin', 'lab-manager'],
  'booking.staff': ['site-admin', 'institution-admin', 'lab-manager'],
  'run.edit': ['site-admin', 'institution-admin', 'lab-manager'],
  'quota.grant': ['site-admin', 'alliance-admin'],
  'quota.suballocate': ['site-admin', 'alliance-admin', 'institution-admin'],
  'quota.read': ['site-admin', 'alliance-admin', 'institution-admin', 'auditor'],
  'report.read': ['site-admin', 'alliance-admin', 'institution-admin', 'lab-manager', 'auditor'],
  'audit.read': ['site-admin', 'auditor'],
  'import.run': ['site-admin'],
  'import.instruments': ['site-admin', 'institution-admin', 'lab-manager'],
  'settings.edit': ['site-admin'],
} as const satisfies Readonly<Record<string, readonly Role[]>>

export type Verb = keyof typeof ROLES_BY_VERB

/**
 * The role under which `verb` may be done in `place`, or undefined. The narrowest role is named first, for
 * the audit shall show the role that was used, not the highest one held.
 */
export function roleFor(appointments: readonly Appointment[], verb: Verb, place: Place): Role | undefined {
  const allowed: readonly Role[] = ROLES_BY_VERB[verb]
  return allowed
    .toReversed()
    .find(role => appointments.some(held => held.role === role && covers(held, place)))
}

function covers(held: Appointment, place: Place): boolean {
  switch (held.scopeKind) {
    case 'site':
      return true
    case 'alliance':
      return held.scopeId === place.allianceId
    case 'institution':
      return held.scopeId === place.institutionId
    case 'instrument':
      return held.scopeId === place.instrumentId
    default:
      return unreachable(held.scopeKind)
  }
}
