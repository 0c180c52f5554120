import type { Membership, MembershipRole } from '../../store/memberships.ts'
import { madeAt } from './stamps.ts'

/** @param roles - of this membership and perhaps of others. */
export const presentMembership = (membership: Membership, roles: readonly MembershipRole[]) => ({
  ...membership,
  ...madeAt(membership),
  roles: roles.filter(role => role.membershipId === membership.id),
})
