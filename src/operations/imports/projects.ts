import type { ProjectDraft } from '../../domain/imports.ts'
import { findProjectByCode } from '../../store/imports.ts'
import { membersOfProject, type Project } from '../../store/projects.ts'
import { addProject, editProject, setProjectMember } from '../projects.ts'
import { requireGroup, requirePerson } from './references.ts'
import { type At, differences, isNothing, type RowOutcome } from './rows.ts'

/**
 * Enters a project or brings it up to date; known again by group and code. Members are added for all its
 * days and never taken off: a file need not name them all.
 */
export async function importProject(at: At, draft: ProjectDraft): Promise<RowOutcome> {
  const { context, actor, tx } = at
  const { id: groupId } = await requireGroup(tx, draft.group)
  const { code, name, startsOn, endsOn, fundingCodes, disciplines, members } = draft
  const known = await findProjectByCode(tx, { groupId, code })
  if (known === undefined) {
    const fields = { code, name, startsOn, endsOn: endsOn ?? null, fundingCodes, disciplines }
    const added = await addProject(context, actor, { ...fields, groupId, showsTitles: false })
    await addMembers(at, added, members)
    return 'created'
  }
  const changes = differences(known, {
    name,
    startsOn,
    endsOn,
    fundingCodes: ifAny(fundingCodes),
    disciplines: ifAny(disciplines),
  })
  const current = isNothing(changes)
    ? known
    : await editProject(context, actor, { id: known.id, version: known.version, changes })
  const version = await addMembers(at, current, members)
  return version === known.version ? 'unchanged' : 'updated'
}

/** An empty cell says nothing. */
const ifAny = (texts: readonly string[]) => (texts.length > 0 ? texts : undefined)

async function addMembers(at: At, project: Project, logins: readonly string[]): Promise<number> {
  const { context, actor, tx } = at
  const { id: projectId, startsOn, endsOn } = project
  let { version } = project
  const held = new Set((await membersOfProject(tx, projectId)).map(member => member.personId))
  for (const login of logins) {
    const { id: personId } = await requirePerson(tx, login, 'members')
    if (held.has(personId)) continue
    const member = { projectId, version, personId, startsOn, endsOn }
    version = (await setProjectMember(context, actor, member)).version
    held.add(personId)
  }
  return version
}
