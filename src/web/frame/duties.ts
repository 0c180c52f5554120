import { useMe } from '../api/queries/me.ts'

/** What the reader is appointed to, by place. */
export interface Duties {
  /** Runs instruments: of an institution, or some of its own. */
  readonly isStaff: boolean
  readonly isSiteAdmin: boolean
  /** Institutions whose instruments or people the reader runs. */
  readonly institutionIds: readonly string[]
  /** Single instruments the reader runs. */
  readonly instrumentIds: readonly string[]
  /** Alliances that the reader administers or audits. */
  readonly allianceIds: readonly string[]
}

export function useMyDuties(): Duties {
  const appointments = useMe().data?.appointments ?? []
  const scopes = (kind: string, roles: readonly string[]) =>
    appointments
      .filter(each => each.scopeKind === kind && roles.includes(each.role))
      .map(each => each.scopeId)
  const institutionIds = scopes('institution', ['institution-admin', 'lab-manager'])
  const instrumentIds = scopes('instrument', ['lab-manager'])
  return {
    isStaff: institutionIds.length + instrumentIds.length > 0,
    isSiteAdmin: appointments.some(each => each.role === 'site-admin'),
    institutionIds,
    instrumentIds,
    allianceIds: scopes('alliance', ['alliance-admin', 'auditor']),
  }
}
