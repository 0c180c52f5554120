import { and, eq, gte, isNull, lte, or } from 'drizzle-orm'
import type { Day } from '../domain/units.ts'
import { type Reader, statement } from './database.ts'

/** Projects of one person at most that a booking may choose among. */
const eligibleProjectsMax = 200

const eligible = statement<{ personId: string; day: Day }>()('projects.eligible', (q, t, v) =>
  q
    .select({
      id: t.projects.id,
      groupId: t.projects.groupId,
      institutionId: t.groups.institutionId,
      startsOn: t.projects.startsOn,
      endsOn: t.projects.endsOn,
      defaultProjectId: t.groups.defaultProjectId,
    })
    .from(t.projectMembers)
    .innerJoin(t.projects, eq(t.projects.id, t.projectMembers.projectId))
    .innerJoin(t.groups, eq(t.groups.id, t.projects.groupId))
    .where(
      and(
        eq(t.projectMembers.personId, v.personId),
        lte(t.projectMembers.startsOn, v.day),
        or(isNull(t.projectMembers.endsOn), gte(t.projectMembers.endsOn, v.day)),
        isNull(t.projects.retiredAt),
      ),
    )
    .orderBy(t.projects.id)
    .limit(eligibleProjectsMax),
)

/**
 * The projects of which a person is a member on a day, with their group's default. Whether a project runs on
 * that day is for the rules to say: its dates come along.
 */
export const eligibleProjects = (reader: Reader, of: { readonly personId: string; readonly day: Day }) =>
  reader.run(eligible, of)
