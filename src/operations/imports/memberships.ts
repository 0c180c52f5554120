import { type Membership, membershipsOf, rolesOfMemberships } from '../../store/memberships.ts'
import { addMembership, addMembershipRole, editMembership } from '../memberships.ts'
import { todayOf } from '../perform.ts'
import { requireAlliance, requireInstitution } from './references.ts'
import { type At, differences, isNothing, type MembershipRow, rowFault, type RowOutcome } from './rows.ts'

/** Takes an institution into an alliance, or brings its right, last day and roles up to date. */
export async function importMembership(at: At, row: MembershipRow): Promise<RowOutcome> {
  const { context, actor, tx } = at
  const { id: allianceId } = await requireAlliance(tx, row.alliance)
  const { id: institutionId } = await requireInstitution(tx, row.institution)
  const held = await membershipsOf(tx, { allianceId, institutionId })
  const known = row.startsOn === undefined ? held.at(-1) : held.find(each => each.startsOn === row.startsOn)
  if (known !== undefined) return update(at, known, row)
  const dates = { startsOn: row.startsOn ?? todayOf(context), endsOn: row.endsOn ?? null }
  const roles = row.roles.map(({ role, label = null }) => ({
    role,
    label,
    startsOn: dates.startsOn,
    endsOn: null,
  }))
  await addMembership(context, actor, { allianceId, institutionId, right: row.right, ...dates, roles })
  return 'created'
}

async function update(at: At, known: Membership, row: MembershipRow): Promise<RowOutcome> {
  const { context, actor, tx } = at
  const { id } = known
  let { version } = known
  const changes = differences(known, { right: row.right, endsOn: row.endsOn })
  if (!isNothing(changes)) version = (await editMembership(context, actor, { id, version, changes })).version
  const held = await rolesOfMemberships(tx, [id])
  for (const { role, label } of row.roles) {
    const same = held.find(each => each.role === role)
    if (same !== undefined) {
      if (label !== undefined && label !== same.label) rowFault('value-conflict', 'label', label)
      continue
    }
    const { startsOn } = known
    const given = { membershipId: id, version, role, label: label ?? null, startsOn, endsOn: null }
    version = (await addMembershipRole(context, actor, given)).version
  }
  return version === known.version ? 'unchanged' : 'updated'
}
