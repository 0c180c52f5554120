import type { AllianceDraft } from '../../domain/imports.ts'
import type { Day } from '../../domain/units.ts'
import { findAgreementsBySubject, findAllianceBySlug, findAlliancesByName } from '../../store/imports.ts'
import { addAgreement, editAgreement } from '../agreements.ts'
import { addAlliance, editAlliance } from '../alliances.ts'
import { todayOf } from '../perform.ts'
import { requireAlliance, requireInstitution } from './references.ts'
import {
  type AgreementRow,
  type AllianceRow,
  type At,
  differences,
  isNothing,
  type MembershipRow,
  rowFault,
  type RowOutcome,
} from './rows.ts'

/** Enters an alliance or brings it up to date; known again by its slug. */
export async function importAlliance(at: At, row: AllianceRow): Promise<RowOutcome> {
  const { context, actor, tx } = at
  const { parent, ...said } = row
  const known = await findAllianceBySlug(tx, row.slug)
  const parentId = parent === undefined ? undefined : (await requireAlliance(tx, parent, 'parent')).id
  if (known === undefined) {
    const { nameEn = null, leadLabel = null, foundedOn = null } = said
    const unsaid = { nameEn, leadLabel, foundedOn, parentId: parentId ?? null, endsOn: null }
    await addAlliance(context, actor, { ...said, ...unsaid })
    return 'created'
  }
  const changes = differences(known, { ...said, parentId })
  if (isNothing(changes)) return 'unchanged'
  await editAlliance(context, actor, { id: known.id, version: known.version, changes })
  return 'updated'
}

/** Records an agreement between members; known again by its subject. Who is bound by one does not change. */
export async function importAgreement(at: At, row: AgreementRow): Promise<RowOutcome> {
  const { context, actor, tx } = at
  const alliance = await requireAlliance(tx, row.alliance)
  const formsAllianceId = await formedBy(at, row)
  const [known, other] = await findAgreementsBySubject(tx, { allianceId: alliance.id, subject: row.subject })
  if (known === undefined) {
    const partyIds: string[] = []
    for (const text of row.parties) partyIds.push((await requireInstitution(tx, { kind: 'named', text })).id)
    await addAgreement(context, actor, {
      allianceId: alliance.id,
      subject: row.subject,
      partyIds,
      formsAllianceId: formsAllianceId ?? null,
      startsOn: row.startsOn ?? foundingDay(alliance.foundedOn) ?? todayOf(context),
      endsOn: row.endsOn ?? null,
    })
    return 'created'
  }
  if (other !== undefined) rowFault('reference-ambiguous', 'agreements', row.subject)
  const changes = differences(known, { endsOn: row.endsOn, formsAllianceId })
  if (isNothing(changes)) return 'unchanged'
  await editAgreement(context, actor, { id: known.id, version: known.version, changes })
  return 'updated'
}

/** Papers name alliances that no file describes; such a one stays unnamed. */
async function formedBy({ tx }: At, { formsAlliance }: AgreementRow): Promise<string | undefined> {
  if (formsAlliance === undefined) return undefined
  const [formed, other] = await findAlliancesByName(tx, formsAlliance)
  if (other !== undefined) rowFault('reference-ambiguous', 'agreements', formsAlliance)
  return formed?.id
}

/** The first day that a founding date allows: `2016` is the first of January. */
const foundingDay = (foundedOn: string | null | undefined): Day | undefined =>
  typeof foundedOn === 'string' ? (`${foundedOn}-01-01`.slice(0, '2016-01-01'.length) as Day) : undefined

/**
 * The memberships that an alliance's own file tells of; without dates of their own they run from its
 * founding.
 */
export const membershipsOf = (draft: AllianceDraft): MembershipRow[] =>
  draft.members.map(({ institution, roles, right, startsOn, endsOn }) => ({
    alliance: draft.slug,
    institution: { kind: 'named', text: institution.ownId ?? institution.name },
    roles,
    right,
    startsOn: startsOn ?? foundingDay(draft.foundedOn),
    endsOn,
  }))
