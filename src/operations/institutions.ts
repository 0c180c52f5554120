import type { Context } from '../context.ts'
import { isRorId, isUscc } from '../domain/identifiers.ts'
import type { InstitutionKind } from '../domain/imports.ts'
import { type Refusal, refuse } from '../domain/refusal.ts'
import { searchKey } from '../domain/searchKey.ts'
import {
  findInstitution,
  insertInstitution,
  type Institution,
  updateInstitution,
} from '../store/institutions.ts'
import { type At, type Edit, fieldsOf, givenOf, isNone, requireCurrent, requireEdited } from './edits.ts'
import { type Actor, perform, record, requireRole } from './perform.ts'

/** What people say of an institution. */
export interface InstitutionFields {
  readonly name: string
  readonly nameEn: string | null
  readonly kind: InstitutionKind
  /** ISO 3166-1 alpha-2; HK, MO and TW stand for themselves. */
  readonly jurisdiction: string
  /** 18 characters with the right check character. */
  readonly uscc: string | null
  /** `https://ror.org/…` with the right check digits. */
  readonly ror: string | null
  /** The id it goes by where it has neither, or beside them. */
  readonly ownId: string | null
}

/**
 * Enters an institution. Alliance admins name the alliance for which they do it; it becomes no member by
 * that.
 *
 * @throws Refused `not-allowed`, `invalid-value` for a USCC or ROR id that does not check, `already-exists`.
 */
export const addInstitution = (
  context: Context,
  actor: Actor,
  draft: InstitutionFields & { readonly forAllianceId?: string | undefined },
): Promise<Institution> =>
  perform(context, actor, async tx => {
    const { forAllianceId, ...fields } = draft
    const actedAs = await requireRole(context, tx, actor, 'institution.create', { allianceId: forAllianceId })
    requireCodes(fields)
    const institution: Institution = {
      ...fields,
      id: context.newId('ins'),
      searchKey: searchKey(fields),
      version: 1,
      createdAt: context.clock.now(),
      retiredAt: null,
    }
    await insertInstitution(tx, institution)
    const deed = { verb: 'add', noun: 'institution', nounId: institution.id }
    await record(context, tx, actor, { ...deed, actedAs, fields: fieldsOf(fields) })
    return institution
  })

/** @throws Refused as `addInstitution`, and `not-found`, `wrong-state` (retired), `version-stale`. */
export const editInstitution = (
  context: Context,
  actor: Actor,
  edit: Edit<InstitutionFields>,
): Promise<Institution> =>
  perform(context, actor, async tx => {
    const { id, changes } = edit
    const actedAs = await requireRole(context, tx, actor, 'institution.edit', { institutionId: id })
    const institution = requireCurrent(await findInstitution(tx, id), 'institution', id)
    requireCodes(changes)
    const key = searchKey({ ...institution, ...givenOf(changes) })
    const updated = await updateInstitution(tx, edit, { ...changes, searchKey: key })
    const edited = await requireEdited(updated, edit.version, () => findInstitution(tx, id))
    const deed = { verb: 'edit', noun: 'institution', nounId: id }
    await record(context, tx, actor, { ...deed, actedAs, fields: fieldsOf(changes) })
    return edited
  })

/**
 * Takes an institution off the lists; what names it stays. As it may sit in many alliances, only the site
 * does.
 *
 * @throws Refused `not-allowed`, `not-found`, `wrong-state` (retired already), `version-stale`.
 */
export const retireInstitution = (context: Context, actor: Actor, at: At): Promise<Institution> =>
  perform(context, actor, async tx => {
    const actedAs = await requireRole(context, tx, actor, 'institution.create', {})
    requireCurrent(await findInstitution(tx, at.id), 'institution', at.id)
    const updated = await updateInstitution(tx, at, { retiredAt: context.clock.now() })
    const retired = await requireEdited(updated, at.version, () => findInstitution(tx, at.id))
    await record(context, tx, actor, { verb: 'retire', noun: 'institution', nounId: at.id, actedAs })
    return retired
  })

function requireCodes({ uscc, ror }: Partial<InstitutionFields>): void {
  const refusals: Refusal[] = []
  if (!isNone(uscc) && !isUscc(uscc))
    refusals.push({ code: 'invalid-value', field: 'uscc', fault: 'not-a-uscc' })
  if (!isNone(ror) && !isRorId(ror))
    refusals.push({ code: 'invalid-value', field: 'ror', fault: 'not-a-ror' })
  if (refusals.length > 0) refuse(...refusals)
}
