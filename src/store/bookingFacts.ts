import { and, asc, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm'
import type { MembershipFacts, ProjectFacts } from '../domain/bookingFacts.ts'
import type { Day } from '../domain/units.ts'
import { first, type Reader, statement } from './database.ts'

/** An institution sits in far fewer alliances than this. */
const membershipsMax = 200

const project = statement<{ id: string }>()('bookingFacts.project', (q, t, v) =>
  q
    .select({
      id: t.projects.id,
      groupId: t.projects.groupId,
      institutionId: t.groups.institutionId,
      startsOn: t.projects.startsOn,
      endsOn: t.projects.endsOn,
    })
    .from(t.projects)
    .innerJoin(t.groups, eq(t.groups.id, t.projects.groupId))
    .where(and(eq(t.projects.id, v.id), isNull(t.projects.retiredAt))),
)

export const projectForBooking = async (reader: Reader, id: string): Promise<ProjectFacts | undefined> =>
  first(await reader.run(project, { id }))

const memberships = statement<{ institutionId: string; day: Day }>()('bookingFacts.memberships', (q, t, v) =>
  q
    .select({ allianceId: t.memberships.allianceId, right: t.memberships.right })
    .from(t.memberships)
    .where(
      and(
        eq(t.memberships.institutionId, v.institutionId),
        lte(t.memberships.startsOn, v.day),
        or(isNull(t.memberships.endsOn), gte(t.memberships.endsOn, v.day)),
      ),
    )
    .orderBy(asc(t.memberships.allianceId), asc(t.memberships.id))
    .limit(membershipsMax),
)

/** Every membership of an institution on a day, in order of alliance. */
export const membershipsOfInstitution = async (reader: Reader, institutionId: string, day: Day) =>
  (await reader.run(memberships, { institutionId, day })) as MembershipFacts[]

/** Which of these alliances an institution is a partner of on a day (伙伴单位). */
export const partnershipsAmong = async (
  reader: Reader,
  of: { readonly institutionId: string; readonly allianceIds: readonly string[]; readonly day: Day },
): Promise<string[]> => {
  if (of.allianceIds.length === 0) return []
  const { memberships: held, membershipRoles: roles } = reader.t
  const rows = await reader.q
    .select({ allianceId: held.allianceId })
    .from(roles)
    .innerJoin(held, eq(held.id, roles.membershipId))
    .where(
      and(
        eq(held.institutionId, of.institutionId),
        inArray(held.allianceId, [...of.allianceIds]),
        eq(roles.role, 'partner'),
        lte(roles.startsOn, of.day),
        or(isNull(roles.endsOn), gte(roles.endsOn, of.day)),
      ),
    )
    .orderBy(asc(roles.id))
    .limit(membershipsMax)
  return rows.map(row => row.allianceId)
}
