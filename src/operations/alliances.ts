import type { Context } from '../context.ts'
import { allianceDepthMax } from '../domain/alliance.ts'
import { isKnownZone } from '../domain/calendar/almanac.ts'
import { refuse } from '../domain/refusal.ts'
import { searchKey } from '../domain/searchKey.ts'
import type { Day } from '../domain/units.ts'
import {
  type Alliance,
  findAlliance,
  holdAlliance,
  insertAlliance,
  listAlliances,
  updateAlliance,
} from '../store/alliances.ts'
import type { Tx } from '../store/database.ts'
import { type At, type Edit, fieldsOf, givenOf, requireCurrent, requireEdited } from './edits.ts'
import { type Actor, perform, record, requireRole } from './perform.ts'

/** What people say of an alliance (联盟). */
export interface AllianceFields {
  /** Its short name in addresses and imports, unique. */
  readonly slug: string
  readonly name: string
  readonly nameEn: string | null
  readonly type: string
  /** What this alliance calls the member that leads it. */
  readonly leadLabel: string | null
  /** IANA zone of its dates and periods. */
  readonly zone: string
  /** ISO 4217 code of its money. */
  readonly currency: string
  readonly parentId: string | null
  /** As precisely as it is known: a year, a month or a day. */
  readonly foundedOn: string | null
  readonly endsOn: Day | null
}

/**
 * @throws Refused `not-allowed`, `already-exists` (slug), `not-found` (parent), `invalid-value` (zone, too
 * deep).
 */
export const addAlliance = (context: Context, actor: Actor, fields: AllianceFields): Promise<Alliance> =>
  perform(context, actor, async tx => {
    const actedAs = await requireRole(context, tx, actor, 'alliance.create', {})
    requireZone(fields)
    const id = context.newId('all')
    await requireParent(tx, id, fields.parentId)
    const createdAt = context.clock.now()
    const alliance = { ...fields, id, searchKey: searchKey(fields), version: 1, createdAt, retiredAt: null }
    await insertAlliance(tx, alliance)
    const deed = { verb: 'add', noun: 'alliance', nounId: id }
    await record(context, tx, actor, { ...deed, actedAs, fields: fieldsOf(fields) })
    return alliance
  })

/**
 * Edits an alliance. To move it under a parent takes a role in both, for the parent sees the sums of its
 * parts.
 *
 * @throws Refused as `addAlliance`, and `wrong-state` (retired), `version-stale`, `invalid-value` (cycle).
 */
export const editAlliance = (context: Context, actor: Actor, edit: Edit<AllianceFields>): Promise<Alliance> =>
  perform(context, actor, async tx => {
    const { id, changes } = edit
    const actedAs = await requireRole(context, tx, actor, 'alliance.edit', { allianceId: id })
    const alliance = requireCurrent(await findAlliance(tx, id), 'alliance', id)
    requireZone(changes)
    const parentId = changes.parentId ?? alliance.parentId
    if (parentId !== alliance.parentId) {
      await requireRole(context, tx, actor, 'alliance.edit', { allianceId: parentId })
      await requireParent(tx, id, parentId)
    }
    const key = searchKey({ ...alliance, ...givenOf(changes) })
    const updated = await updateAlliance(tx, edit, { ...changes, searchKey: key })
    const edited = await requireEdited(updated, edit.version, () => findAlliance(tx, id))
    const deed = { verb: 'edit', noun: 'alliance', nounId: id }
    await record(context, tx, actor, { ...deed, actedAs, fields: fieldsOf(changes) })
    return edited
  })

/**
 * @throws Refused `not-allowed`, `not-found`, `wrong-state`, `version-stale`, `in-use` while it has parts.
 */
export const retireAlliance = (context: Context, actor: Actor, at: At): Promise<Alliance> =>
  perform(context, actor, async tx => {
    const actedAs = await requireRole(context, tx, actor, 'alliance.create', {})
    requireCurrent(await holdAlliance(tx, at.id), 'alliance', at.id)
    const [part] = await listAlliances(tx, { parentId: at.id, limit: 1 })
    if (part !== undefined) refuse({ code: 'in-use', noun: 'alliance', id: part.id })
    const updated = await updateAlliance(tx, at, { retiredAt: context.clock.now() })
    const retired = await requireEdited(updated, at.version, () => findAlliance(tx, at.id))
    await record(context, tx, actor, { verb: 'retire', noun: 'alliance', nounId: at.id, actedAs })
    return retired
  })

function requireZone({ zone }: { readonly zone?: string }): void {
  if (zone !== undefined && !isKnownZone(zone)) {
    refuse({ code: 'invalid-value', field: 'zone', fault: 'not-a-zone' })
  }
}

/**
 * Walks from the parent to the top. Each row on the way is held: of two edits that would close a circle
 * together, the second to come sees the first.
 */
async function requireParent(tx: Tx, id: string, parentId: string | null) {
  let depth = 0
  for (let above = parentId; above !== null; depth++) {
    if (above === id) refuse({ code: 'invalid-value', field: 'parentId', fault: 'cycle' })
    if (depth === allianceDepthMax) refuse({ code: 'invalid-value', field: 'parentId', fault: 'too-deep' })
    const alliance: Alliance = requireCurrent(await holdAlliance(tx, above), 'alliance', above)
    above = alliance.parentId
  }
}
