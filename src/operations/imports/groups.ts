import type { GroupDraft } from '../../domain/imports.ts'
import { foldLogin } from '../../domain/person.ts'
import { findGroupByName, findPersonByLogin } from '../../store/imports.ts'
import { addGroup, editGroup } from '../groups.ts'
import { requireGroup, requireInstitution, requirePerson } from './references.ts'
import { type At, differences, isNothing, type RowOutcome } from './rows.ts'

/**
 * Enters a group or brings it up to date. Its investigator may come later in the same import, so that an
 * unknown login is left to `importInvestigator`.
 */
export async function importGroup(at: At, draft: GroupDraft): Promise<RowOutcome> {
  const { context, actor, tx } = at
  const { name, nameEn, investigator } = draft
  const { id: institutionId } = await requireInstitution(tx, draft.institution)
  const known = await findGroupByName(tx, { institutionId, name })
  const person = investigator === undefined ? undefined : await findPersonByLogin(tx, foldLogin(investigator))
  if (known === undefined) {
    const unsaid = { nameEn: nameEn ?? null, investigatorId: person?.id ?? null }
    await addGroup(context, actor, { institutionId, name, ...unsaid })
    return 'created'
  }
  const changes = differences(known, { nameEn, investigatorId: person?.id })
  if (isNothing(changes)) return 'unchanged'
  await editGroup(context, actor, { id: known.id, version: known.version, changes })
  return 'updated'
}

/** Names the investigator of a group once people are there. */
export async function importInvestigator(at: At, draft: GroupDraft): Promise<RowOutcome> {
  const { context, actor, tx } = at
  if (draft.investigator === undefined) return 'unchanged'
  const { id: investigatorId } = await requirePerson(tx, draft.investigator, 'investigator')
  const known = await requireGroup(tx, draft)
  if (known.investigatorId === investigatorId) return 'unchanged'
  await editGroup(context, actor, { id: known.id, version: known.version, changes: { investigatorId } })
  return 'updated'
}
