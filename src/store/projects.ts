import { and, eq, getTableColumns, gte, inArray, isNull, lte, or } from 'drizzle-orm'
import type { Day } from '../domain/units.ts'
import { first, type Reader, statement, type Tx } from './database.ts'
import type { Tables } from './schema/tables.ts'
import { afterId, contains, equalsIfGiven, lowerCase, type Page } from './search.ts'

/** Projects of one person at most that a booking may choose among. */
const eligibleProjectsMax = 200

/** Members of one project at most, past ones included. */
export const projectMembersMax = 500

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
    .innerJoin(t.people, eq(t.people.id, t.projectMembers.personId))
    .where(
      and(
        eq(t.projectMembers.personId, v.personId),
        isNull(t.people.retiredAt),
        lte(t.projectMembers.startsOn, v.day),
        or(isNull(t.projectMembers.endsOn), gte(t.projectMembers.endsOn, v.day)),
        isNull(t.projects.retiredAt),
      ),
    )
    .orderBy(t.projects.id)
    .limit(eligibleProjectsMax),
)

/**
 * The projects of which a person is a member on a day, with their group's default; a retired person is a
 * member of none. Whether a project runs on that day is for the rules to say: its dates come along.
 */
export const eligibleProjects = (reader: Reader, of: { readonly personId: string; readonly day: Day }) =>
  reader.run(eligible, of)

export type Project = Tables['projects']['$inferSelect']
export type ProjectMember = Tables['projectMembers']['$inferSelect']
type Changes = Partial<Omit<Project, 'id' | 'groupId' | 'createdAt' | 'version'>>

/** A project with the institution of its group, to which it belongs in law. */
export type ProjectInPlace = Project & { readonly institutionId: string }

const selectInPlace = ({ q, t }: Reader) =>
  q
    .select({ ...getTableColumns(t.projects), institutionId: t.groups.institutionId })
    .from(t.projects)
    .innerJoin(t.groups, eq(t.groups.id, t.projects.groupId))

export const findProject = async (reader: Reader, id: string): Promise<ProjectInPlace | undefined> =>
  first(await selectInPlace(reader).where(eq(reader.t.projects.id, id)))

export interface ProjectFilter extends Page {
  readonly groupId?: string | undefined
  /** Folded text within the name. */
  readonly text?: string | undefined
  /** Only those of these institutions, or of which this person is or was a member. */
  readonly seenBy?: { readonly institutionIds: readonly string[]; readonly personId: string } | undefined
}

/** Projects not retired, in order of id. */
export const listProjects = (reader: Reader, filter: ProjectFilter): Promise<ProjectInPlace[]> => {
  const { t } = reader
  const { seenBy } = filter
  return selectInPlace(reader)
    .where(
      and(
        isNull(t.projects.retiredAt),
        equalsIfGiven(t.projects.groupId, filter.groupId),
        contains(lowerCase(t.projects.name), filter.text),
        seenBy &&
          or(
            inArray(t.groups.institutionId, seenBy.institutionIds),
            inArray(t.projects.id, projectIdsOf(reader, seenBy.personId)),
          ),
        afterId(t.projects.id, filter),
      ),
    )
    .orderBy(t.projects.id)
    .limit(filter.limit)
}

const projectIdsOf = ({ q, t }: Reader, personId: string) =>
  q
    .select({ id: t.projectMembers.projectId })
    .from(t.projectMembers)
    .where(eq(t.projectMembers.personId, personId))

export const insertProject = async (tx: Tx, project: Project) => {
  await tx.q.insert(tx.t.projects).values(project)
}

/** The project as changed, or undefined when it no longer has this version. */
export const updateProject = async (
  tx: Tx,
  at: { readonly id: string; readonly version: number },
  changes: Changes,
): Promise<Project | undefined> =>
  first(
    await tx.q
      .update(tx.t.projects)
      .set({ ...changes, version: at.version + 1 })
      .where(and(eq(tx.t.projects.id, at.id), eq(tx.t.projects.version, at.version)))
      .returning(),
  )

/** Members past and present, in order of id, at most `projectMembersMax`. */
export const membersOfProject = ({ q, t }: Reader, projectId: string): Promise<ProjectMember[]> =>
  q
    .select()
    .from(t.projectMembers)
    .where(eq(t.projectMembers.projectId, projectId))
    .orderBy(t.projectMembers.personId)
    .limit(projectMembersMax)

/** Makes someone a member, or gives a member other dates. */
export const putProjectMember = async (tx: Tx, member: ProjectMember) => {
  const { projectMembers } = tx.t
  await tx.q
    .insert(projectMembers)
    .values(member)
    .onConflictDoUpdate({
      target: [projectMembers.projectId, projectMembers.personId],
      set: { startsOn: member.startsOn, endsOn: member.endsOn },
    })
}
