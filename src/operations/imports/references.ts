import type { GroupRef, InstitutionRef, InstrumentRef } from '../../domain/imports.ts'
import { foldLogin } from '../../domain/person.ts'
import { unreachable } from '../../domain/refusal.ts'
import type { Alliance } from '../../store/alliances.ts'
import type { Reader } from '../../store/database.ts'
import type { Group } from '../../store/groups.ts'
import {
  findAllianceBySlug,
  findGroupByName,
  findInstitutionByCode,
  findInstitutionsByName,
  findInstrumentByAsset,
  findPersonByLogin,
  findProjectsOfInstitution,
  findProjectsOfMember,
} from '../../store/imports.ts'
import type { Institution } from '../../store/institutions.ts'
import type { Instrument } from '../../store/instruments.ts'
import type { Person } from '../../store/people.ts'
import { rowFault } from './rows.ts'

/** @throws RowFaulty `reference-unknown`, or `reference-ambiguous` for a name that two institutions bear. */
export async function requireInstitution(reader: Reader, ref: InstitutionRef): Promise<Institution> {
  const { found, text } = await findByRef(reader, ref)
  if (found.length > 1) return rowFault('reference-ambiguous', 'institution', text)
  return found[0] ?? rowFault('reference-unknown', 'institution', text)
}

async function findByRef(reader: Reader, ref: InstitutionRef) {
  switch (ref.kind) {
    case 'uscc':
      return { text: ref.uscc, found: await byCode(reader, 'uscc', ref.uscc) }
    case 'ror':
      return { text: ref.ror, found: await byCode(reader, 'ror', ref.ror) }
    case 'named': {
      const own = await byCode(reader, 'ownId', ref.text)
      return { text: ref.text, found: own.length > 0 ? own : await findInstitutionsByName(reader, ref.text) }
    }
    default:
      return unreachable(ref)
  }
}

async function byCode(reader: Reader, kind: 'uscc' | 'ror' | 'ownId', code: string) {
  const found = await findInstitutionByCode(reader, { kind, code })
  return found === undefined ? [] : [found]
}

/** @throws RowFaulty `reference-unknown`. */
export const requireAlliance = async (reader: Reader, slug: string, column = 'alliance'): Promise<Alliance> =>
  (await findAllianceBySlug(reader, slug)) ?? rowFault('reference-unknown', column, slug)

/** @throws RowFaulty `reference-unknown`, `reference-ambiguous` (institution). */
export async function requireGroup(reader: Reader, ref: GroupRef): Promise<Group> {
  const { id: institutionId } = await requireInstitution(reader, ref.institution)
  const group = await findGroupByName(reader, { institutionId, name: ref.name })
  return group ?? rowFault('reference-unknown', 'group', ref.name)
}

/** @throws RowFaulty `reference-unknown`. */
export const requirePerson = async (reader: Reader, login: string, column: string): Promise<Person> =>
  (await findPersonByLogin(reader, foldLogin(login))) ?? rowFault('reference-unknown', column, login)

/** @throws RowFaulty `reference-unknown`, `reference-ambiguous` (institution). */
export async function requireInstrument(reader: Reader, ref: InstrumentRef): Promise<Instrument> {
  const { id: institutionId } = await requireInstitution(reader, ref.institution)
  const instrument = await findInstrumentByAsset(reader, { institutionId, assetNumber: ref.assetNumber })
  return instrument ?? rowFault('reference-unknown', 'assetNumber', ref.assetNumber)
}

/**
 * A project named by its code alone: one on which the person is, or else one of the institution.
 *
 * @throws RowFaulty `reference-unknown`, or `reference-ambiguous` for a code that two projects bear.
 */
export async function requireProjectId(
  reader: Reader,
  of: { readonly code: string; readonly personId?: string; readonly institutionId: string },
): Promise<string> {
  const { code, personId, institutionId } = of
  const theirs = personId === undefined ? [] : await findProjectsOfMember(reader, { personId, code })
  const found = theirs.length > 0 ? theirs : await findProjectsOfInstitution(reader, { institutionId, code })
  if (found.length > 1) return rowFault('reference-ambiguous', 'project', code)
  return found[0]?.id ?? rowFault('reference-unknown', 'project', code)
}
