import type { Context } from '../context.ts'
import { agreementPartiesMax } from '../domain/alliance.ts'
import type { Dates } from '../domain/dates.ts'
import { type Refusal, refuse } from '../domain/refusal.ts'
import type { Day } from '../domain/units.ts'
import {
  type Agreement,
  findAgreement,
  insertAgreement,
  partiesOf,
  updateAgreement,
} from '../store/agreements.ts'
import { findAlliance } from '../store/alliances.ts'
import type { Tx } from '../store/database.ts'
import { membersAmong } from '../store/memberships.ts'
import {
  type Edit,
  fieldsOf,
  givenOf,
  isNone,
  requireCurrent,
  requireEdited,
  requireFound,
  requireInOrder,
} from './edits.ts'
import { type Actor, perform, record, requireRole } from './perform.ts'

export interface AgreementDraft extends Dates {
  readonly allianceId: string
  readonly subject: string
  /** Two institutions or more. */
  readonly partyIds: readonly string[]
  /** The alliance that the parties form by it (创新联合体). */
  readonly formsAllianceId: string | null
}

export interface AgreementChanges {
  readonly subject: string
  readonly endsOn: Day | null
  readonly formsAllianceId: string | null
}

export type AgreementWithParties = Agreement & { readonly partyIds: readonly string[] }

/**
 * Records an agreement that binds some members of an alliance. Who is bound does not change afterwards: a new
 * party is a new agreement.
 *
 * @throws Refused `not-allowed`, `not-found`, `invalid-value` (dates; parties too few, twice or no member on
 *   the
 *   first day, each named).
 */
export const addAgreement = (
  context: Context,
  actor: Actor,
  draft: AgreementDraft,
): Promise<AgreementWithParties> =>
  perform(context, actor, async tx => {
    const { partyIds, ...fields } = draft
    const { allianceId } = fields
    const actedAs = await requireRole(context, tx, actor, 'agreement.edit', { allianceId })
    requireCurrent(await findAlliance(tx, allianceId), 'alliance', allianceId)
    await requireFormed(tx, fields.formsAllianceId)
    requireInOrder(fields)
    await requireParties(tx, draft)
    const id = context.newId('agr')
    const agreement: Agreement = { ...fields, id, version: 1, createdAt: context.clock.now() }
    await insertAgreement(tx, agreement, partyIds)
    const deed = { verb: 'add', noun: 'agreement', nounId: id }
    await record(context, tx, actor, { ...deed, actedAs, fields: fieldsOf(draft) })
    return { ...agreement, partyIds: partyIds.toSorted() }
  })

/** @throws Refused `not-found`, `not-allowed`, `version-stale`, `invalid-value` (dates). */
export const editAgreement = (
  context: Context,
  actor: Actor,
  edit: Edit<AgreementChanges>,
): Promise<AgreementWithParties> =>
  perform(context, actor, async tx => {
    const { id, changes } = edit
    const agreement = requireFound(await findAgreement(tx, id), 'agreement', id)
    const { allianceId } = agreement
    const actedAs = await requireRole(context, tx, actor, 'agreement.edit', { allianceId })
    await requireFormed(tx, changes.formsAllianceId)
    requireInOrder({ ...agreement, ...givenOf(changes) })
    const updated = await updateAgreement(tx, edit, changes)
    const edited = await requireEdited(updated, edit.version, () => findAgreement(tx, id))
    const deed = { verb: 'edit', noun: 'agreement', nounId: id }
    await record(context, tx, actor, { ...deed, actedAs, fields: fieldsOf(changes) })
    const parties = await partiesOf(tx, [id])
    return { ...edited, partyIds: parties.map(party => party.institutionId) }
  })

async function requireFormed(tx: Tx, formsAllianceId: string | null | undefined) {
  if (isNone(formsAllianceId)) return
  requireCurrent(await findAlliance(tx, formsAllianceId), 'alliance', formsAllianceId)
}

async function requireParties(tx: Tx, { allianceId, partyIds, startsOn }: AgreementDraft) {
  const fault = (field: string, word: string): Refusal => ({ code: 'invalid-value', field, fault: word })
  if (partyIds.length < 2) refuse(fault('partyIds', 'too-few-values'))
  if (partyIds.length > agreementPartiesMax) refuse(fault('partyIds', 'too-many-values'))
  const members = await membersAmong(tx, { allianceId, institutionIds: partyIds, day: startsOn })
  const faults = partyIds.flatMap((partyId, place) => {
    if (!members.has(partyId)) return [fault(`partyIds/${place}`, 'not-a-member')]
    return partyIds.indexOf(partyId) < place ? [fault(`partyIds/${place}`, 'value-twice')] : []
  })
  if (faults.length > 0) refuse(...faults)
}
