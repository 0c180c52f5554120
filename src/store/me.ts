import { and, eq, gte, isNull, lte, or } from 'drizzle-orm'
import { affiliationsMax } from '../domain/person.ts'
import type { Day } from '../domain/units.ts'
import type { Reader } from './database.ts'

const projectsMax = 200
const appointmentsMax = 200

/** Whose place in the house is read, and on which day. */
interface Whose {
  readonly personId: string
  readonly day: Day
}

/** Where a person belongs on a day, with the names. */
export const namedAffiliations = ({ q, t }: Reader, of: Whose) =>
  q
    .select({
      institutionId: t.affiliations.institutionId,
      institutionName: t.institutions.name,
      institutionNameEn: t.institutions.nameEn,
      groupId: t.affiliations.groupId,
      groupName: t.groups.name,
      startsOn: t.affiliations.startsOn,
      endsOn: t.affiliations.endsOn,
    })
    .from(t.affiliations)
    .innerJoin(t.institutions, eq(t.institutions.id, t.affiliations.institutionId))
    .leftJoin(t.groups, eq(t.groups.id, t.affiliations.groupId))
    .where(
      and(
        eq(t.affiliations.personId, of.personId),
        lte(t.affiliations.startsOn, of.day),
        or(isNull(t.affiliations.endsOn), gte(t.affiliations.endsOn, of.day)),
      ),
    )
    .orderBy(t.affiliations.id)
    .limit(affiliationsMax)

/** The projects a person is on, on a day, with their groups. */
export const namedProjects = ({ q, t }: Reader, of: Whose) =>
  q
    .select({
      id: t.projects.id,
      code: t.projects.code,
      name: t.projects.name,
      groupId: t.projects.groupId,
      groupName: t.groups.name,
      institutionId: t.groups.institutionId,
      startsOn: t.projects.startsOn,
      endsOn: t.projects.endsOn,
    })
    .from(t.projectMembers)
    .innerJoin(t.projects, eq(t.projects.id, t.projectMembers.projectId))
    .innerJoin(t.groups, eq(t.groups.id, t.projects.groupId))
    .where(
      and(
        eq(t.projectMembers.personId, of.personId),
        isNull(t.projects.retiredAt),
        lte(t.projectMembers.startsOn, of.day),
        or(isNull(t.projectMembers.endsOn), gte(t.projectMembers.endsOn, of.day)),
      ),
    )
    .orderBy(t.projects.id)
    .limit(projectsMax)

/** What a person is appointed as on a day. */
export const datedAppointments = ({ q, t }: Reader, of: Whose) =>
  q
    .select({
      role: t.appointments.role,
      scopeKind: t.appointments.scopeKind,
      scopeId: t.appointments.scopeId,
      startsOn: t.appointments.startsOn,
      endsOn: t.appointments.endsOn,
    })
    .from(t.appointments)
    .where(
      and(
        eq(t.appointments.personId, of.personId),
        lte(t.appointments.startsOn, of.day),
        or(isNull(t.appointments.endsOn), gte(t.appointments.endsOn, of.day)),
      ),
    )
    .orderBy(t.appointments.id)
    .limit(appointmentsMax)
