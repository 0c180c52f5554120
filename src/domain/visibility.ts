import type { Viewer } from './appointing.ts'
import type { ScopeKind } from './roles.ts'

/**
 * The institutions whose projects someone may read: where they belong or hold a role. Undefined stands for
 * all, which only roles of the site see.
 */
export function institutionsSeen(
  { appointments }: Viewer,
  affiliatedWith: readonly string[],
): readonly string[] | undefined {
  if (appointments.some(each => each.scopeKind === 'site')) return undefined
  const appointedIn = appointments.filter(each => each.scopeKind === 'institution').map(each => each.scopeId)
  return [...new Set([...affiliatedWith, ...appointedIn])]
}

/**
 * Whether someone may read who is appointed: to their own roles, to places where they hold one, or
 * everywhere.
 */
export function mayReadAppointments(
  { personId, appointments }: Viewer,
  of: {
    readonly personId?: string | undefined
    readonly scopeKind?: ScopeKind | undefined
    readonly scopeId?: string | undefined
  },
): boolean {
  if (of.personId === personId) return true
  return appointments.some(
    each => each.scopeKind === 'site' || (each.scopeKind === of.scopeKind && each.scopeId === of.scopeId),
  )
}
