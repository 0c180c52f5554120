import type { InstitutionDraft } from '../../domain/imports.ts'
import { findInstitutionByCode, findInstitutionsByName } from '../../store/imports.ts'
import type { Institution } from '../../store/institutions.ts'
import { addInstitution, editInstitution } from '../institutions.ts'
import { type At, differences, isNothing, rowFault, type RowOutcome } from './rows.ts'

const CODES = ['uscc', 'ror', 'ownId'] as const

/**
 * Enters an institution or brings it up to date. It is known again by any of its codes. One without such a
 * match is known by its exact name, unless the two bear different codes: then they are two.
 */
export async function importInstitution(at: At, draft: InstitutionDraft): Promise<RowOutcome> {
  const { context, actor } = at
  const known = await findTwin(at, draft)
  if (known === undefined) {
    const { nameEn = null, uscc = null, ror = null, ownId = null } = draft
    await addInstitution(context, actor, { ...draft, nameEn, uscc, ror, ownId })
    return 'created'
  }
  const changes = differences(known, draft)
  if (isNothing(changes)) return 'unchanged'
  await editInstitution(context, actor, { id: known.id, version: known.version, changes })
  return 'updated'
}

async function findTwin({ tx }: At, draft: InstitutionDraft): Promise<Institution | undefined> {
  const twins = new Map<string, Institution>()
  for (const kind of CODES) {
    const code = draft[kind]
    const found = code === undefined ? undefined : await findInstitutionByCode(tx, { kind, code })
    if (found !== undefined) twins.set(found.id, found)
  }
  if (twins.size === 0) {
    const namesakes = await findInstitutionsByName(tx, draft.name)
    for (const each of namesakes) if (!bearsOtherCodes(each, draft)) twins.set(each.id, each)
  }
  if (twins.size > 1) rowFault('reference-ambiguous', 'name', draft.name)
  return [...twins.values()][0]
}

const bearsOtherCodes = (known: Institution, draft: InstitutionDraft) =>
  CODES.some(kind => known[kind] !== null && draft[kind] !== undefined && known[kind] !== draft[kind])
