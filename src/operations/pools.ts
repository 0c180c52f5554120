import type { Context } from '../context.ts'
import { refuse } from '../domain/refusal.ts'
import { searchKey } from '../domain/searchKey.ts'
import type { Tx } from '../store/database.ts'
import { findInstitution } from '../store/institutions.ts'
import { type Instrument, poolSizeMax, unitsOfPool } from '../store/instruments.ts'
import { findPool, holdPool, insertPool, type Pool, updatePool } from '../store/pools.ts'
import { type At, type Edit, fieldsOf, requireCurrent, requireEdited } from './edits.ts'
import { type Actor, perform, record, requireRole } from './perform.ts'

export interface PoolFields {
  readonly name: string
  readonly nameEn: string | null
}

/**
 * Makes an empty pool: instruments of one institution that can stand in for one another join it by their
 * `poolId`.
 *
 * @throws Refused `not-allowed`, `not-found` (institution), `already-exists` for a name the institution has
 *   used.
 */
export const addPool = (
  context: Context,
  actor: Actor,
  draft: PoolFields & { readonly institutionId: string },
): Promise<Pool> =>
  perform(context, actor, async tx => {
    const { institutionId } = draft
    const actedAs = await requireRole(context, tx, actor, 'instrument.edit', { institutionId })
    requireCurrent(await findInstitution(tx, institutionId), 'institution', institutionId)
    const pool: Pool = {
      id: context.newId('pol'),
      institutionId,
      name: draft.name,
      nameEn: draft.nameEn,
      searchKey: searchKey(draft),
      version: 1,
      createdAt: context.clock.now(),
      retiredAt: null,
    }
    await insertPool(tx, pool)
    const deed = { verb: 'add', noun: 'pool', nounId: pool.id }
    await record(context, tx, actor, { ...deed, actedAs, fields: fieldsOf(draft) })
    return pool
  })

/** @throws Refused as `addPool`, and `not-found`, `wrong-state` (retired), `version-stale`. */
export const editPool = (context: Context, actor: Actor, edit: Edit<PoolFields>): Promise<Pool> =>
  perform(context, actor, async tx => {
    const { id, changes } = edit
    const { pool, actedAs } = await holdPoolAs(context, tx, actor, id)
    const { name = pool.name, nameEn = pool.nameEn } = changes
    const updated = await updatePool(tx, edit, { name, nameEn, searchKey: searchKey({ name, nameEn }) })
    const edited = await requireEdited(updated, edit.version, () => findPool(tx, id))
    const deed = { verb: 'edit', noun: 'pool', nounId: id, actedAs }
    await record(context, tx, actor, { ...deed, fields: fieldsOf(changes) })
    return edited
  })

/**
 * Takes an empty pool off the lists.
 *
 * @throws Refused `not-allowed`, `not-found`, `wrong-state` (retired already), `version-stale`, `in-use`
 *   with a unit that is still in it.
 */
export const retirePool = (context: Context, actor: Actor, at: At): Promise<Pool> =>
  perform(context, actor, async tx => {
    const { actedAs } = await holdPoolAs(context, tx, actor, at.id)
    const [unit] = await unitsOfPool(tx, at.id)
    if (unit !== undefined) refuse({ code: 'in-use', noun: 'instrument', id: unit.id })
    const updated = await updatePool(tx, at, { retiredAt: context.clock.now() })
    const retired = await requireEdited(updated, at.version, () => findPool(tx, at.id))
    await record(context, tx, actor, { verb: 'retire', noun: 'pool', nounId: at.id, actedAs })
    return retired
  })

/**
 * Holds the pool that an instrument names and compares it with the units there: whoever books "any one of
 * them" must get the same kind of place, in the same zone, out of the same quota.
 *
 * @throws Refused `not-found`, `wrong-state` (retired), `invalid-value` where it does not fit.
 */
export async function requirePoolFits(tx: Tx, instrument: Instrument): Promise<void> {
  const { poolId } = instrument
  if (poolId === null) return
  const pool = requireCurrent(await holdPool(tx, poolId), 'pool', poolId)
  if (pool.institutionId !== instrument.institutionId) refuseUnit('of-another-institution')
  const others = (await unitsOfPool(tx, poolId)).filter(unit => unit.id !== instrument.id)
  if (others.length >= poolSizeMax) refuseUnit('pool-full')
  const [other] = others
  if (other === undefined) return
  if (other.exclusive !== instrument.exclusive) refuseUnit('shared-unlike-its-pool')
  if (other.resourceClass !== instrument.resourceClass) refuseUnit('of-another-class')
  if (other.zone !== instrument.zone) refuseUnit('in-another-zone')
}

const refuseUnit = (fault: string) => refuse({ code: 'invalid-value', field: 'poolId', fault })

async function holdPoolAs(context: Context, tx: Tx, actor: Actor, id: string) {
  const pool = requireCurrent(await holdPool(tx, id), 'pool', id)
  const { institutionId } = pool
  return { pool, actedAs: await requireRole(context, tx, actor, 'instrument.edit', { institutionId }) }
}
