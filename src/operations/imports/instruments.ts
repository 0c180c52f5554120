import type { PolicyRules } from '../../domain/policy.ts'
import { findInstrumentByAsset, findPoolByName } from '../../store/imports.ts'
import type { Instrument } from '../../store/instruments.ts'
import { lastPolicy } from '../../store/policies.ts'
import { sharingTermsOf } from '../../store/sharingTerms.ts'
import { addInstrument, editInstrument, type InstrumentFields, publishInstrument } from '../instruments.ts'
import { addPolicy } from '../policies.ts'
import { addPool } from '../pools.ts'
import { addSharingTerm } from '../sharingTerms.ts'
import { requireAlliance, requireInstitution } from './references.ts'
import { type At, differences, type InstrumentRow, isNothing, type RowOutcome } from './rows.ts'

/**
 * Enters an instrument with its rules, or brings both up to date; known again by institution and asset
 * number. It is published, which opens it to its own institution; one out of service stays a draft.
 */
export async function importInstrument(at: At, row: InstrumentRow): Promise<RowOutcome> {
  const { context, actor, tx } = at
  const { id: institutionId } = await requireInstitution(tx, row.institution)
  const known = await findInstrumentByAsset(tx, { institutionId, assetNumber: row.assetNumber })
  const pool = row.pool === undefined ? undefined : await poolNamed(at, institutionId, row.pool)
  const said = { ...fieldsOf(row), poolId: pool?.id }
  const instrument =
    known === undefined
      ? await addInstrument(context, actor, { ...said, institutionId, details: row.details })
      : await update(at, known, { ...said, details: row.details && { ...known.details, ...row.details } })
  const isRuled = await setRules(at, instrument.id, row.policy)
  const isPublished = await publish(at, instrument)
  const isShared = await share(at, instrument.id, row.sharedInto)
  if (known === undefined) return 'created'
  const isChanged = instrument.version !== known.version || isRuled || isPublished || isShared
  return isChanged || pool?.isNew === true ? 'updated' : 'unchanged'
}

function fieldsOf(row: InstrumentRow) {
  const { institution: _, pool: _pool, policy: _policy, sharedInto: _sharedInto, ...fields } = row
  return fields
}

async function poolNamed({ context, actor, tx }: At, institutionId: string, name: string) {
  const known = await findPoolByName(tx, { institutionId, name })
  if (known !== undefined) return { id: known.id, isNew: false }
  const { id } = await addPool(context, actor, { institutionId, name, nameEn: null })
  return { id, isNew: true }
}

async function update(at: At, known: Instrument, said: Partial<InstrumentFields>): Promise<Instrument> {
  const { context, actor } = at
  const changes = differences(known, said)
  if (isNothing(changes)) return known
  return editInstrument(context, actor, { id: known.id, version: known.version, changes })
}

/** A new revision only where the file says something else than the last one. */
async function setRules(at: At, instrumentId: string, said: Partial<PolicyRules> | undefined) {
  if (said === undefined) return false
  const { context, actor, tx } = at
  const last = await lastPolicy(tx, instrumentId)
  if (last !== undefined && isNothing(differences(last.rules, said))) return false
  await addPolicy(context, actor, { instrumentId, rules: { ...last?.rules, ...said } })
  return true
}

async function publish({ context, actor }: At, instrument: Instrument) {
  const { id, version, publication, operatingState } = instrument
  if (publication === 'published' || operatingState === 'retired') return false
  await publishInstrument(context, actor, { id, version })
  return true
}

async function share({ context, actor, tx }: At, instrumentId: string, slug: string | undefined) {
  if (slug === undefined) return false
  const { id: allianceId } = await requireAlliance(tx, slug)
  const terms = await sharingTermsOf(tx, instrumentId)
  if (terms.some(term => term.audience === 'alliance' && term.allianceId === allianceId)) return false
  await addSharingTerm(context, actor, { instrumentId, audience: 'alliance', allianceId })
  return true
}
