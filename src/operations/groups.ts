import type { Context } from '../context.ts'
import { refuse } from '../domain/refusal.ts'
import type { Tx } from '../store/database.ts'
import { findGroup, type Group, insertGroup, updateGroup } from '../store/groups.ts'
import { findInstitution } from '../store/institutions.ts'
import { findPerson } from '../store/people.ts'
import { findProject } from '../store/projects.ts'
import { type At, type Edit, fieldsOf, isNone, requireCurrent, requireEdited } from './edits.ts'
import { type Actor, perform, record, requireRole } from './perform.ts'

/** What people say of a group (课题组). */
export interface GroupFields {
  readonly name: string
  readonly nameEn: string | null
  readonly investigatorId: string | null
  /** The project that a booking of the group falls to when none is named. */
  readonly defaultProjectId: string | null
}

export interface GroupDraft extends Omit<GroupFields, 'defaultProjectId'> {
  readonly institutionId: string
}

/** @throws Refused `not-found` (institution, investigator), `not-allowed`, `already-exists` (name). */
export const addGroup = (context: Context, actor: Actor, draft: GroupDraft): Promise<Group> =>
  perform(context, actor, async tx => {
    const { institutionId } = draft
    const actedAs = await requireRole(context, tx, actor, 'group.edit', { institutionId })
    requireCurrent(await findInstitution(tx, institutionId), 'institution', institutionId)
    await requireInvestigator(tx, draft)
    const group: Group = {
      ...draft,
      id: context.newId('grp'),
      defaultProjectId: null,
      version: 1,
      createdAt: context.clock.now(),
      retiredAt: null,
    }
    await insertGroup(tx, group)
    const deed = { verb: 'add', noun: 'group', nounId: group.id }
    await record(context, tx, actor, { ...deed, actedAs, fields: fieldsOf(draft) })
    return group
  })

/**
 * @throws Refused as `addGroup`, and `wrong-state` (retired), `version-stale`, `invalid-value` for a default
 *   project of another group.
 */
export const editGroup = (context: Context, actor: Actor, edit: Edit<GroupFields>): Promise<Group> =>
  perform(context, actor, async tx => {
    const { id, changes } = edit
    const { actedAs } = await requireGroup(context, tx, actor, id)
    await requireInvestigator(tx, changes)
    await requireDefaultProject(tx, id, changes)
    const updated = await updateGroup(tx, edit, changes)
    const edited = await requireEdited(updated, edit.version, () => findGroup(tx, id))
    const deed = { verb: 'edit', noun: 'group', nounId: id }
    await record(context, tx, actor, { ...deed, actedAs, fields: fieldsOf(changes) })
    return edited
  })

/** @throws Refused `not-found`, `not-allowed`, `wrong-state` (retired already), `version-stale`. */
export const retireGroup = (context: Context, actor: Actor, at: At): Promise<Group> =>
  perform(context, actor, async tx => {
    const { actedAs } = await requireGroup(context, tx, actor, at.id)
    const updated = await updateGroup(tx, at, { retiredAt: context.clock.now() })
    const retired = await requireEdited(updated, at.version, () => findGroup(tx, at.id))
    await record(context, tx, actor, { verb: 'retire', noun: 'group', nounId: at.id, actedAs })
    return retired
  })

async function requireGroup(context: Context, tx: Tx, actor: Actor, id: string) {
  const group = requireCurrent(await findGroup(tx, id), 'group', id)
  const place = { institutionId: group.institutionId }
  return { group, actedAs: await requireRole(context, tx, actor, 'group.edit', place) }
}

async function requireInvestigator(tx: Tx, { investigatorId }: Partial<GroupFields>) {
  if (isNone(investigatorId)) return
  requireCurrent(await findPerson(tx, investigatorId), 'person', investigatorId)
}

async function requireDefaultProject(tx: Tx, groupId: string, { defaultProjectId }: Partial<GroupFields>) {
  if (isNone(defaultProjectId)) return
  const project = requireCurrent(await findProject(tx, defaultProjectId), 'project', defaultProjectId)
  if (project.groupId !== groupId) {
    refuse({ code: 'invalid-value', field: 'defaultProjectId', fault: 'of-another-group' })
  }
}
