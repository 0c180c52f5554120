import type { Context } from '../context.ts'
import { refuse } from '../domain/refusal.ts'
import { lengthOf, type Span } from '../domain/span.ts'
import type { Instant } from '../domain/units.ts'
import type { Tx } from '../store/database.ts'
import { markDirty } from '../store/dirtyDays.ts'
import { type AffectedBooking, bookingsHitBy } from '../store/instrumentUse.ts'
import { findOutage, insertOutage, type OutageRow, updateOutage } from '../store/outages.ts'
import { type At, type Edit, fieldsOf, requireCurrent, requireEdited } from './edits.ts'
import { holdInstrument } from './hostedInstruments.ts'
import { type Actor, perform, record } from './perform.ts'

export interface OutageFields {
  readonly start: Instant
  readonly end: Instant
  readonly kind: OutageKind
  readonly reason: string | null
}

/** Planned and unplanned down time are counted apart. */
export type OutageKind = 'planned' | 'unplanned'

/** An outage with the bookings that lose time to it. It cancels none of them: staff decide about each. */
export interface OutageWithAffected {
  readonly outage: OutageRow
  readonly affected: readonly AffectedBooking[]
}

/** Two years: an instrument that is down for longer is taken out of operation instead. */
const outageSecondsMax = 731 * 86_400

/**
 * Takes an instrument down for a time, past or to come. From now on nobody books into it.
 *
 * @returns the outage, and the bookings it hits as they stood when it closed the time.
 * @throws Refused `not-allowed`, `not-found`, `wrong-state` (retired), `invalid-value` for an end that does
 *   not follow the start or lies too far from it.
 */
export const addOutage = (
  context: Context,
  actor: Actor,
  draft: OutageFields & { readonly instrumentId: string },
): Promise<OutageWithAffected> =>
  perform(context, actor, async tx => {
    const { instrumentId } = draft
    const held = await holdInstrument(context, tx, actor, { instrumentId, verb: 'outage.edit' })
    requireSpan(draft)
    const outage: OutageRow = {
      ...draft,
      id: context.newId('out'),
      version: 1,
      createdAt: context.clock.now(),
      createdBy: actor.personId,
      retiredAt: null,
    }
    await insertOutage(tx, outage)
    await markDirty(tx, held.instrument, draft)
    const deed = { verb: 'add', noun: 'outage', nounId: outage.id, actedAs: held.actedAs }
    await record(context, tx, actor, { ...deed, fields: fieldsOf(draft) })
    return withAffected(tx, outage)
  })

/**
 * Moves the ends of an outage (the repair is done early, or takes longer), or mends what is said of it.
 *
 * @throws Refused as `addOutage`, and `wrong-state` for a retired outage, `version-stale`.
 */
export const editOutage = (
  context: Context,
  actor: Actor,
  edit: Edit<OutageFields>,
): Promise<OutageWithAffected> =>
  perform(context, actor, async tx => {
    const { id, changes } = edit
    const { outage, instrument, actedAs } = await holdOutage(context, tx, actor, id)
    const { start = outage.start, end = outage.end } = changes
    requireSpan({ start, end })
    const updated = await updateOutage(tx, edit, changes)
    const edited = await requireEdited(updated, edit.version, () => findOutage(tx, id))
    await markDirty(tx, instrument, outage)
    await markDirty(tx, instrument, edited)
    const deed = { verb: 'edit', noun: 'outage', nounId: id, actedAs }
    await record(context, tx, actor, { ...deed, fields: fieldsOf(changes) })
    return withAffected(tx, edited)
  })

/**
 * Takes back an outage that should not have been said; its time is open again and it counts in no report.
 * One that ended early is edited instead.
 *
 * @throws Refused `not-allowed`, `not-found`, `wrong-state` (retired already), `version-stale`.
 */
export const retireOutage = (context: Context, actor: Actor, at: At): Promise<OutageRow> =>
  perform(context, actor, async tx => {
    const { outage, instrument, actedAs } = await holdOutage(context, tx, actor, at.id)
    const updated = await updateOutage(tx, at, { retiredAt: context.clock.now() })
    const retired = await requireEdited(updated, at.version, () => findOutage(tx, at.id))
    await markDirty(tx, instrument, outage)
    await record(context, tx, actor, { verb: 'retire', noun: 'outage', nounId: at.id, actedAs })
    return retired
  })

/** The outage is read again under its instrument's lock, which orders all who change it. */
async function holdOutage(context: Context, tx: Tx, actor: Actor, id: string) {
  const { instrumentId } = requireCurrent(await findOutage(tx, id), 'outage', id)
  const held = await holdInstrument(context, tx, actor, { instrumentId, verb: 'outage.edit' })
  return { ...held, outage: requireCurrent(await findOutage(tx, id), 'outage', id) }
}

const withAffected = async (tx: Tx, outage: OutageRow): Promise<OutageWithAffected> => ({
  outage,
  affected: await bookingsHitBy(tx, outage),
})

function requireSpan(asked: Span): void {
  if (asked.end <= asked.start) refuse({ code: 'invalid-value', field: 'end', fault: 'end-before-start' })
  if (lengthOf(asked) > outageSecondsMax) refuse({ code: 'invalid-value', field: 'end', fault: 'too-long' })
}
