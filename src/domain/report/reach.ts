import { type Appointment, ROLES_BY_VERB, type Role } from '../roles.ts'
import { isStaffOf, type StaffPlaces, staffPlaces } from '../staffPlaces.ts'
import type { Span } from '../span.ts'
import type { Instant } from '../units.ts'
import { localDay, monthBounds } from '../zone.ts'

/**
 * Which instruments a reader may have reports of, and how much of them. Plain data, so that it can be sent.
 */
export interface Reach {
  /**
   * Instruments of which all is told, down to the user institution: the reader is of the host or the site.
   */
  readonly hosts: StaffPlaces
  /** The alliance of which the reader sees members' shares; null for none. */
  readonly allianceId: string | null
}

/** How much of one instrument a reader sees. */
export type Sight = 'whole' | 'alliance'

/**
 * The reach of someone who holds these appointments and asks within `allianceId`. Chair and secretariat are
 * often competitors of the members: they see shares by closed month, and only while they name their alliance.
 *
 * @returns undefined when nothing may be seen at all.
 */
export function reachOf(appointments: readonly Appointment[], allianceId: string | null): Reach | undefined {
  const hosts = staffPlaces(appointments, 'report.read')
  const allowed: readonly Role[] = ROLES_BY_VERB['report.read']
  const leads = appointments.some(
    held => held.scopeKind === 'alliance' && held.scopeId === allianceId && allowed.includes(held.role),
  )
  const isHost = hosts.everywhere || hosts.institutionIds.length > 0 || hosts.instrumentIds.length > 0
  if (!leads && !isHost) return undefined
  return { hosts, allianceId: leads ? allianceId : null }
}

export const sightOf = (
  { hosts }: Reach,
  instrument: { readonly id: string; readonly institutionId: string },
): Sight => (isStaffOf(hosts, instrument) ? 'whole' : 'alliance')

/** Whether a period is made of whole calendar months that are over: only those are told by member. */
export function isOfClosedMonths(zone: string, period: Span, asOf: Instant): boolean {
  const beginsMonth = (at: Instant) => monthBounds(zone, localDay(zone, at)).start === at
  return period.end <= asOf && beginsMonth(period.start) && beginsMonth(period.end)
}
