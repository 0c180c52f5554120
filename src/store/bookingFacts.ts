import { and, asc, eq, gt, gte, inArray, isNull, lte, or } from 'drizzle-orm'
import type { MembershipFacts, ProjectFacts, SharingTermFacts } from '../domain/bookingFacts.ts'
import type { Day, Instant } from '../domain/units.ts'
import { first, type Reader, statement } from './database.ts'
import { sharingTermsMax } from './sharingTerms.ts'

/** An institution sits in far fewer alliances than this. */
const membershipsMax = 200

type Membership = { readonly id: string; readonly personId: string; readonly day: Day }

const project = statement<Membership>()('bookingFacts.project', (q, t, v) =>
  q
    .select({
      id: t.projects.id,
      groupId: t.projects.groupId,
      institutionId: t.groups.institutionId,
      startsOn: t.projects.startsOn,
      endsOn: t.projects.endsOn,
      memberId: t.people.id,
    })
    .from(t.projects)
    .innerJoin(t.groups, eq(t.groups.id, t.projects.groupId))
    .leftJoin(
      t.projectMembers,
      and(
        eq(t.projectMembers.projectId, t.projects.id),
        eq(t.projectMembers.personId, v.personId),
        lte(t.projectMembers.startsOn, v.day),
        or(isNull(t.projectMembers.endsOn), gte(t.projectMembers.endsOn, v.day)),
      ),
    )
    .leftJoin(t.people, and(eq(t.people.id, t.projectMembers.personId), isNull(t.people.retiredAt)))
    .where(and(eq(t.projects.id, v.id), isNull(t.projects.retiredAt))),
)

/** A project not retired, and whether a person, not retired either, is a member of it on a day. */
export async function projectForBooking(
  reader: Reader,
  of: Membership,
): Promise<{ readonly project: ProjectFacts; readonly personOnProject: boolean } | undefined> {
  const found = first(await reader.run(project, of))
  if (found === undefined) return undefined
  const { memberId, ...facts } = found
  return { project: facts, personOnProject: memberId !== null }
}

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

type Audience = {
  readonly instrumentId: string
  readonly at: Instant
  readonly institutionId: string
  readonly day: Day
}

const terms = statement<Audience>()('bookingFacts.terms', (q, t, v) =>
  q
    .select({
      term: {
        id: t.sharingTerms.id,
        audience: t.sharingTerms.audience,
        allianceId: t.sharingTerms.allianceId,
        priceCategory: t.sharingTerms.priceCategory,
        quota: t.sharingTerms.quota,
      },
      right: t.memberships.right,
    })
    .from(t.sharingTerms)
    .leftJoin(
      t.memberships,
      and(
        eq(t.memberships.allianceId, t.sharingTerms.allianceId),
        eq(t.memberships.institutionId, v.institutionId),
        lte(t.memberships.startsOn, v.day),
        or(isNull(t.memberships.endsOn), gte(t.memberships.endsOn, v.day)),
      ),
    )
    .where(
      and(
        eq(t.sharingTerms.instrumentId, v.instrumentId),
        lte(t.sharingTerms.startsAt, v.at),
        or(isNull(t.sharingTerms.endsAt), gt(t.sharingTerms.endsAt, v.at)),
      ),
    )
    .orderBy(t.sharingTerms.id, t.memberships.id)
    .limit(sharingTermsMax),
)

/**
 * The terms of an instrument in force at an instant, in order of id, and the institution's memberships on the
 * day in the alliances that they name.
 */
export async function termsForBooking(
  reader: Reader,
  of: Audience,
): Promise<{
  readonly terms: readonly SharingTermFacts[]
  readonly memberships: readonly MembershipFacts[]
}> {
  const rows = await reader.run(terms, of)
  const byId = new Map(rows.map(({ term }) => [term.id, term as SharingTermFacts]))
  const memberships = rows.flatMap(({ term: { allianceId }, right }) =>
    allianceId === null || right === null ? [] : [{ allianceId, right } as MembershipFacts],
  )
  return { terms: [...byId.values()], memberships }
}

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
