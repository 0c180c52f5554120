import type { Context } from '../context.ts'
import { listedMax } from '../domain/project.ts'
import { refuse } from '../domain/refusal.ts'
import type { Day } from '../domain/units.ts'
import type { Tx } from '../store/database.ts'
import { findGroup } from '../store/groups.ts'
import { findPerson } from '../store/people.ts'
import {
  findProject,
  insertProject,
  membersOfProject,
  type Project,
  type ProjectInPlace,
  projectMembersMax,
  putProjectMember,
  updateProject,
} from '../store/projects.ts'
import {
  type At,
  type Edit,
  fieldsOf,
  givenOf,
  requireCurrent,
  requireEdited,
  requireInOrder,
} from './edits.ts'
import { type Actor, perform, record, requireRole } from './perform.ts'

/** What people say of a project (课题). Its code is unique in its group. */
export interface ProjectFields {
  readonly code: string
  readonly name: string
  readonly startsOn: Day
  readonly endsOn: Day | null
  /** At most four. */
  readonly fundingCodes: readonly string[]
  /** At most four. */
  readonly disciplines: readonly string[]
  /** Whether the staff of a host may read the titles of its bookings. */
  readonly showsTitles: boolean
}

export interface ProjectDraft extends ProjectFields {
  readonly groupId: string
}

/** Someone's place on a project; `version` is the project's. */
export interface ProjectMemberDraft {
  readonly projectId: string
  readonly version: number
  readonly personId: string
  readonly startsOn: Day
  readonly endsOn: Day | null
}

/**
 * @throws Refused `not-found` (group), `not-allowed`, `already-exists` (code), `invalid-value` (dates, more
 * than four).
 */
export const addProject = (context: Context, actor: Actor, draft: ProjectDraft): Promise<ProjectInPlace> =>
  perform(context, actor, async tx => {
    const group = requireCurrent(await findGroup(tx, draft.groupId), 'group', draft.groupId)
    const { institutionId } = group
    const actedAs = await requireRole(context, tx, actor, 'project.edit', { institutionId })
    requireGoodFields(draft)
    const createdAt = context.clock.now()
    const project: Project = { ...draft, id: context.newId('prj'), version: 1, createdAt, retiredAt: null }
    await insertProject(tx, project)
    const deed = { verb: 'add', noun: 'project', nounId: project.id }
    await record(context, tx, actor, { ...deed, actedAs, fields: fieldsOf(draft) })
    return { ...project, institutionId }
  })

/** @throws Refused as `addProject`, and `wrong-state` (retired), `version-stale`. */
export const editProject = (
  context: Context,
  actor: Actor,
  edit: Edit<ProjectFields>,
): Promise<ProjectInPlace> =>
  perform(context, actor, async tx => {
    const { id, changes } = edit
    const { project, actedAs } = await requireProject(context, tx, actor, id)
    requireGoodFields({ ...project, ...givenOf(changes) })
    await updateAt(tx, edit, changes)
    const deed = { verb: 'edit', noun: 'project', nounId: id }
    await record(context, tx, actor, { ...deed, actedAs, fields: fieldsOf(changes) })
    return requireCurrent(await findProject(tx, id), 'project', id)
  })

/** @throws Refused `not-found`, `not-allowed`, `wrong-state` (retired already), `version-stale`. */
export const retireProject = (context: Context, actor: Actor, at: At): Promise<ProjectInPlace> =>
  perform(context, actor, async tx => {
    const { project, actedAs } = await requireProject(context, tx, actor, at.id)
    const retired = await updateAt(tx, at, { retiredAt: context.clock.now() })
    await record(context, tx, actor, { verb: 'retire', noun: 'project', nounId: at.id, actedAs })
    return { ...project, ...retired }
  })

/**
 * Puts someone on a project, or gives a member other dates. People of other institutions may be members too.
 *
 * @throws Refused `not-found`, `not-allowed`, `wrong-state`, `version-stale`, `invalid-value` (dates, too
 *   many).
 */
export const setProjectMember = (
  context: Context,
  actor: Actor,
  member: ProjectMemberDraft,
): Promise<ProjectInPlace> =>
  perform(context, actor, async tx => {
    const { version, ...row } = member
    const { project, actedAs } = await requireProject(context, tx, actor, row.projectId)
    requireCurrent(await findPerson(tx, row.personId), 'person', row.personId)
    requireInOrder(row)
    const members = await membersOfProject(tx, row.projectId)
    const isNew = members.every(each => each.personId !== row.personId)
    if (isNew && members.length >= projectMembersMax) {
      refuse({ code: 'invalid-value', field: 'personId', fault: 'too-many-values' })
    }
    const updated = await updateAt(tx, { id: row.projectId, version }, {})
    await putProjectMember(tx, row)
    const deed = { verb: 'set-member', noun: 'project', nounId: row.projectId }
    await record(context, tx, actor, { ...deed, actedAs, fields: ['personId', 'startsOn', 'endsOn'] })
    return { ...project, ...updated }
  })

async function requireProject(context: Context, tx: Tx, actor: Actor, id: string) {
  const project = requireCurrent(await findProject(tx, id), 'project', id)
  const place = { institutionId: project.institutionId }
  return { project, actedAs: await requireRole(context, tx, actor, 'project.edit', place) }
}

const updateAt = async (tx: Tx, at: At, changes: Parameters<typeof updateProject>[2]) =>
  requireEdited(await updateProject(tx, at, changes), at.version, () => findProject(tx, at.id))

function requireGoodFields(project: ProjectFields): void {
  requireInOrder(project)
  for (const field of ['fundingCodes', 'disciplines'] as const) {
    if (project[field].length > listedMax) refuse({ code: 'invalid-value', field, fault: 'too-many-values' })
  }
}
