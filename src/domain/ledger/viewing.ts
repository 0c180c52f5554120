import { type Appointment, type Place, roleFor, type Role } from '../roles.ts'

/** Who looks at a ledger: what they are appointed as, where they belong, which projects they are on today. */
export interface LedgerViewer {
  readonly appointments: readonly Appointment[]
  readonly groupIds: readonly string[]
  readonly projectIds: readonly string[]
  /** Institutions of which they are admin. */
  readonly adminOf: readonly string[]
  /** Alliances of which an institution of theirs is a member. */
  readonly memberOf: readonly string[]
}

/** An account as the question "who may see it" knows it. */
export interface ViewedAccount {
  readonly allianceId: string
  readonly holderKind: string
  readonly holderId: string
  /** The institution in law: of a group or project that of the group; the reserve has none. */
  readonly institutionId: string | null
}

/**
 * How much of an account someone sees.
 * - `whole`: balances as they stand and every row.
 * - `closed-months`: what was granted, and use up to the last month that is over; rows without a booking.
 *   Chair and
 *   secretariat are often competitors of the holder.
 * - `share`: of the reserve, the rows of bookings of one's own institutions.
 */
export type AccountView = 'whole' | 'closed-months' | 'share'

/** How much the viewer sees of the account; undefined where to them it does not exist. */
export function accountViewOf(viewer: LedgerViewer, account: ViewedAccount): AccountView | undefined {
  const { holderKind, holderId, institutionId, allianceId } = account
  if (overseerOf(viewer, account) !== undefined) return 'whole'
  if (institutionId !== null && viewer.adminOf.includes(institutionId)) return 'whole'
  if (holderKind === 'project' && viewer.projectIds.includes(holderId)) return 'whole'
  if (holderKind === 'group' && viewer.groupIds.includes(holderId)) return 'whole'
  if (isAllianceAdmin(viewer, allianceId)) return 'closed-months'
  if (holderKind === 'reserve' && viewer.adminOf.length > 0 && viewer.memberOf.includes(allianceId))
    return 'share'
  return undefined
}

/**
 * The role under which the viewer sees everything there, so that the look is logged; undefined for all
 * others.
 */
export const overseerOf = (viewer: LedgerViewer, place: Place): Role | undefined =>
  roleFor(viewer.appointments, 'audit.read', place)

const isAllianceAdmin = (viewer: LedgerViewer, allianceId: string) =>
  viewer.appointments.some(
    held => held.role === 'alliance-admin' && held.scopeKind === 'alliance' && held.scopeId === allianceId,
  )

/** Members of the alliance, its admins and overseers see that a ledger exists, its periods and its head. */
export const seesLedger = (viewer: LedgerViewer, allianceId: string) =>
  overseerOf(viewer, { allianceId }) !== undefined ||
  isAllianceAdmin(viewer, allianceId) ||
  viewer.memberOf.includes(allianceId)

/** Who grants, and who oversees, sees what was granted by which paper; what a member was given is its own. */
export const seesGrants = (viewer: LedgerViewer, allianceId: string) =>
  overseerOf(viewer, { allianceId }) !== undefined || isAllianceAdmin(viewer, allianceId)

/** The alliances whose inner affairs the viewer sees: their ledgers and agreements. */
export function alliancesSeen(viewer: LedgerViewer): 'all' | readonly string[] {
  if (overseerOf(viewer, {}) !== undefined) return 'all'
  const appointed = viewer.appointments
    .filter(
      held => held.scopeKind === 'alliance' && (held.role === 'alliance-admin' || held.role === 'auditor'),
    )
    .map(held => held.scopeId)
  return [...new Set([...appointed, ...viewer.memberOf])]
}

/** Whose accounts of an alliance's ledgers the viewer may see something of, for lists. */
export interface HoldersSeen {
  readonly institutionIds: readonly string[]
  readonly groupIds: readonly string[]
  readonly projectIds: readonly string[]
  readonly reserve: 'shown' | 'left-out'
}

/** The same question as `accountViewOf`, asked of a whole list. */
export function accountsSeen(viewer: LedgerViewer, allianceId: string): 'all' | HoldersSeen {
  if (overseerOf(viewer, { allianceId }) !== undefined || isAllianceAdmin(viewer, allianceId)) return 'all'
  const { adminOf, groupIds, projectIds, memberOf } = viewer
  const reserve = adminOf.length > 0 && memberOf.includes(allianceId) ? 'shown' : 'left-out'
  return { institutionIds: adminOf, groupIds, projectIds, reserve }
}
