import type { Context } from '../context.ts'
import type { RunMode } from '../domain/policy.ts'
import { refuse } from '../domain/refusal.ts'
import type { RunPhases } from '../domain/run.ts'
import { span } from '../domain/span.ts'
import type { Tx } from '../store/database.ts'
import { markDirty } from '../store/dirtyDays.ts'
import { instrumentForBooking } from '../store/instruments.ts'
import { changeRun, findRun, type RunChange, type RunRow } from '../store/runs.ts'
import { type Edit, fieldsOf, requireEdited, requireFound } from './edits.ts'
import { type Actor, perform, record, requireRole } from './perform.ts'

export interface RunFields {
  readonly mode: RunMode
  readonly samples: number | null
  readonly phases: RunPhases
  readonly agreementSigned: boolean
}

/**
 * Completes or corrects what staff know of a run: mode, samples, how its time divides, agreement. Times and
 * charge stand: they were settled, and a wrong charge is reversed in the ledger.
 *
 * @throws Refused `invalid-value` when the phases do not add up to the time used by one place.
 */
export const editRun = (context: Context, actor: Actor, edit: Edit<RunFields>): Promise<RunRow> =>
  perform(context, actor, async tx => {
    const run = requireFound(await findRun(tx, edit.id), 'run', edit.id)
    const instrument = requireFound(
      await instrumentForBooking(tx, { instrumentId: run.instrumentId }),
      'instrument',
      run.instrumentId,
    )
    const place = { institutionId: instrument.institutionId, instrumentId: instrument.id }
    const actedAs = await requireRole(context, tx, actor, 'run.edit', place)
    const { phases, ...rest } = edit.changes
    if (phases !== undefined) requireWhole(run, phases)
    const edited = await save(tx, run, edit.version, { ...rest, ...phases })
    await markDirty(tx, instrument, span(run.start, Math.max(run.end, run.start + 1)))
    const deed = { verb: 'edit', noun: 'run', nounId: run.id, actedAs, fields: fieldsOf(edit.changes) }
    await record(context, tx, actor, deed)
    return edited
  })

/** The user's own word on a run (用户评价), from 1 to 5. */
export const rateRun = (
  context: Context,
  actor: Actor,
  of: { readonly id: string; readonly rating: number; readonly text: string | null },
): Promise<RunRow> =>
  perform(context, actor, async tx => {
    const run = requireFound(await findRun(tx, of.id), 'run', of.id)
    if (run.personId !== actor.personId) refuse({ code: 'not-allowed', verb: 'run.rate', mayDo: ['owner'] })
    const edited = await save(tx, run, run.version, { rating: of.rating, ratingText: of.text })
    const deed = { verb: 'rate', noun: 'run', nounId: run.id, actedAs: 'owner', fields: ['rating'] }
    await record(context, tx, actor, deed)
    return edited
  })

const save = async (tx: Tx, run: RunRow, version: number, change: RunChange) =>
  requireEdited(await changeRun(tx, { id: run.id, version }, change), version, () => findRun(tx, run.id))

function requireWhole(run: RunRow, phases: RunPhases) {
  const { prepSeconds, runSeconds, postSeconds, idleSeconds } = phases
  const sum = prepSeconds + runSeconds + postSeconds + idleSeconds
  if (sum * run.places !== run.usedSeconds) {
    refuse({ code: 'invalid-value', field: 'phases', fault: 'not-the-time-used' })
  }
}
