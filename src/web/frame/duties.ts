import { type Me, useMe } from '../api/queries/me.ts'

/** What the reader is appointed to, by place. */
export interface Duties {
  /** Runs instruments: of an institution, some of its own, or all as site admin. */
  readonly isStaff: boolean
  readonly isSiteAdmin: boolean
  /** Institutions whose instruments or people the reader runs. */
  readonly institutionIds: readonly string[]
  /** Institutions whose people and groups the reader runs. */
  readonly adminOf: readonly string[]
  /** Single instruments the reader runs. */
  readonly instrumentIds: readonly string[]
  /** Whether there is an alliance to run or audit, or one in which an institution of theirs has quota. */
  readonly seesAlliances: boolean
  /** Whether every alliance is theirs to run or audit. */
  readonly seesEveryAlliance: boolean
  /** Alliances that the reader administers or audits. */
  readonly allianceIds: readonly string[]
}

export const useMyDuties = (): Duties => dutiesOf(useMe().data?.appointments ?? [])

export function dutiesOf(appointments: Me['appointments']): Duties {
  const scopes = (kind: string, roles: readonly string[]) =>
    appointments
      .filter(each => each.scopeKind === kind && roles.includes(each.role))
      .map(each => each.scopeId)
  const institutionIds = scopes('institution', ['institution-admin', 'lab-manager'])
  const instrumentIds = scopes('instrument', ['lab-manager'])
  const allianceIds = scopes('alliance', ['alliance-admin', 'auditor'])
  const adminOf = scopes('institution', ['institution-admin'])
  const isSiteAdmin = appointments.some(each => each.role === 'site-admin')
  const seesEveryAlliance = scopes('site', ['site-admin', 'auditor']).length > 0
  return {
    isStaff: isSiteAdmin || institutionIds.length + instrumentIds.length > 0,
    isSiteAdmin,
    seesAlliances: seesEveryAlliance || allianceIds.length + adminOf.length > 0,
    seesEveryAlliance,
    institutionIds,
    adminOf,
    instrumentIds,
    allianceIds,
  }
}
