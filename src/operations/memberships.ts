import type { Context } from '../context.ts'
import { type BookingRight, membershipRolesMax, usualRight } from '../domain/alliance.ts'
import { type Dates, liesWithin, shareADay } from '../domain/dates.ts'
import type { InstitutionKind } from '../domain/imports.ts'
import { refuse } from '../domain/refusal.ts'
import type { Day } from '../domain/units.ts'
import { holdAlliance } from '../store/alliances.ts'
import type { Tx } from '../store/database.ts'
import { findInstitution } from '../store/institutions.ts'
import {
  findMembership,
  insertMembership,
  insertMembershipRole,
  type Membership,
  type MembershipRole,
  membershipsOf,
  rolesOfMemberships,
  updateMembership,
  updateMembershipRole,
} from '../store/memberships.ts'
import {
  type Edit,
  fieldsOf,
  givenOf,
  requireCurrent,
  requireEdited,
  requireFound,
  requireInOrder,
} from './edits.ts'
import { type Actor, perform, record, requireRole } from './perform.ts'

/** A dated role of a member: founder, chair, secretariat, …, under the alliance's own label if it has one. */
export interface MembershipRoleDraft extends Dates {
  readonly role: string
  readonly label: string | null
}

export interface MembershipDraft extends Dates {
  readonly allianceId: string
  readonly institutionId: string
  /** Left out: what is usual for its kind of institution. */
  readonly right?: BookingRight | undefined
  readonly roles: readonly MembershipRoleDraft[]
}

export interface MembershipChanges {
  readonly right: BookingRight
  readonly endsOn: Day | null
}

export type MembershipWithRoles = Membership & { readonly roles: readonly MembershipRole[] }

/**
 * Takes an institution into an alliance. One that left may come again: its times in an alliance share no day.
 *
 * @throws Refused `not-allowed`, `not-found`, `wrong-state`, `already-exists` (days shared), `invalid-value`.
 */
export const addMembership = (
  context: Context,
  actor: Actor,
  draft: MembershipDraft,
): Promise<MembershipWithRoles> =>
  perform(context, actor, async tx => {
    const { roles: roleDrafts, ...fields } = draft
    const { allianceId, institutionId } = fields
    const actedAs = await requireRole(context, tx, actor, 'membership.edit', { allianceId })
    requireCurrent(await holdAlliance(tx, allianceId), 'alliance', allianceId)
    const found = await findInstitution(tx, institutionId)
    const institution = requireCurrent(found, 'institution', institutionId)
    requireInOrder(fields)
    await requireFreeDays(tx, fields)
    const membership: Membership = {
      ...fields,
      id: context.newId('mem'),
      right: fields.right ?? usualRight(institution.kind as InstitutionKind),
      version: 1,
      createdAt: context.clock.now(),
    }
    await insertMembership(tx, membership)
    const roles: MembershipRole[] = []
    for (const role of roleDrafts) roles.push(await giveRole(context, tx, membership, role))
    const deed = { verb: 'add', noun: 'membership', nounId: membership.id }
    await record(context, tx, actor, { ...deed, actedAs, fields: fieldsOf(draft) })
    return { ...membership, roles }
  })

/**
 * Changes the booking right of a member, or the last day of its membership; its roles end with it.
 *
 * @throws Refused `not-found`, `not-allowed`, `version-stale`, `invalid-value`, `already-exists` (days
 *   shared).
 */
export const editMembership = (
  context: Context,
  actor: Actor,
  edit: Edit<MembershipChanges>,
): Promise<MembershipWithRoles> =>
  perform(context, actor, async tx => {
    const { id, changes } = edit
    const { membership, actedAs } = await requireMembership(context, tx, actor, id)
    const next = { ...membership, ...givenOf(changes) }
    requireInOrder(next)
    await requireFreeDays(tx, next)
    const updated = await updateMembership(tx, edit, changes)
    const edited = await requireEdited(updated, edit.version, () => findMembership(tx, id))
    await endRolesWith(tx, edited)
    const deed = { verb: 'edit', noun: 'membership', nounId: id }
    await record(context, tx, actor, { ...deed, actedAs, fields: fieldsOf(changes) })
    return withRoles(tx, edited)
  })

/**
 * Gives a member a role; it may hold several at once. `version` is the membership's.
 *
 * @throws Refused `not-found`, `not-allowed`, `version-stale`, `already-exists`, `invalid-value` (dates, too
 *   many).
 */
export const addMembershipRole = (
  context: Context,
  actor: Actor,
  draft: { readonly membershipId: string; readonly version: number } & MembershipRoleDraft,
): Promise<MembershipWithRoles> =>
  perform(context, actor, async tx => {
    const { membershipId, version, ...role } = draft
    const { actedAs } = await requireMembership(context, tx, actor, membershipId)
    const updated = await updateMembership(tx, { id: membershipId, version }, {})
    const membership = await requireEdited(updated, version, () => findMembership(tx, membershipId))
    const held = await rolesOfMemberships(tx, [membershipId])
    if (held.length >= membershipRolesMax) {
      refuse({ code: 'invalid-value', field: 'role', fault: 'too-many-values' })
    }
    await giveRole(context, tx, membership, role)
    const deed = { verb: 'add-role', noun: 'membership', nounId: membershipId }
    await record(context, tx, actor, { ...deed, actedAs, fields: fieldsOf(role) })
    return withRoles(tx, membership)
  })

/**
 * Sets the last day of a member's role. `version` is the membership's.
 *
 * @throws Refused `not-found`, `not-allowed`, `version-stale`, `invalid-value` (dates).
 */
export const endMembershipRole = (
  context: Context,
  actor: Actor,
  end: {
    readonly membershipId: string
    readonly version: number
    readonly roleId: string
    readonly endsOn: Day
  },
): Promise<MembershipWithRoles> =>
  perform(context, actor, async tx => {
    const { membershipId, version, roleId, endsOn } = end
    const { actedAs } = await requireMembership(context, tx, actor, membershipId)
    const held = await rolesOfMemberships(tx, [membershipId])
    const role = requireFound(
      held.find(each => each.id === roleId),
      'membership-role',
      roleId,
    )
    const updated = await updateMembership(tx, { id: membershipId, version }, {})
    const membership = await requireEdited(updated, version, () => findMembership(tx, membershipId))
    requireRoleDates({ startsOn: role.startsOn, endsOn }, membership)
    await updateMembershipRole(tx, roleId, { endsOn })
    const deed = { verb: 'end-role', noun: 'membership', nounId: membershipId }
    await record(context, tx, actor, { ...deed, actedAs, fields: ['endsOn'] })
    return withRoles(tx, membership)
  })

async function requireMembership(context: Context, tx: Tx, actor: Actor, id: string) {
  const membership = requireFound(await findMembership(tx, id), 'membership', id)
  const { allianceId } = membership
  const actedAs = await requireRole(context, tx, actor, 'membership.edit', { allianceId })
  requireCurrent(await holdAlliance(tx, allianceId), 'alliance', allianceId)
  return { membership, actedAs }
}

/** The caller holds the alliance, so that no other membership comes in between. */
async function requireFreeDays(
  tx: Tx,
  membership: Omit<MembershipDraft, 'roles' | 'right'> & { id?: string },
) {
  const others = (await membershipsOf(tx, membership)).filter(other => other.id !== membership.id)
  if (others.some(other => shareADay(other, membership))) {
    refuse({ code: 'already-exists', noun: 'membership', field: 'startsOn' })
  }
}

async function giveRole(context: Context, tx: Tx, membership: Membership, draft: MembershipRoleDraft) {
  requireRoleDates(draft, membership)
  const role = { ...draft, id: context.newId('mrl'), membershipId: membership.id }
  await insertMembershipRole(tx, role)
  return role
}

/** A role with no end of its own ends with the membership. */
function requireRoleDates(role: Dates, membership: Dates): void {
  requireInOrder(role)
  if (!liesWithin({ ...role, endsOn: role.endsOn ?? membership.endsOn }, membership)) {
    refuse({ code: 'invalid-value', field: 'startsOn', fault: 'outside-membership' })
  }
}

async function endRolesWith(tx: Tx, { id, endsOn }: Membership) {
  if (endsOn === null) return
  for (const role of await rolesOfMemberships(tx, [id])) {
    if (role.endsOn !== null && role.endsOn > endsOn) await updateMembershipRole(tx, role.id, { endsOn })
  }
}

const withRoles = async (tx: Tx, membership: Membership): Promise<MembershipWithRoles> => ({
  ...membership,
  roles: await rolesOfMemberships(tx, [membership.id]),
})
