import type { Context } from '../context.ts'
import type { Verb } from '../domain/roles.ts'
import type { Tx } from '../store/database.ts'
import { findInstrument, type Instrument } from '../store/instruments.ts'
import { requireCurrent, requireFound } from './edits.ts'
import { type Actor, requireRole } from './perform.ts'

/** An instrument under its lock, and the role under which the actor may act on it. */
export interface HeldInstrument {
  readonly instrument: Instrument
  readonly actedAs: string
}

/**
 * Locks an instrument, so that no booking is decided on what is about to change, and reads it.
 *
 * @throws Refused `not-found`, `not-allowed` to all but staff of the host, `wrong-state` for a retired one.
 */
export async function holdInstrument(
  context: Context,
  tx: Tx,
  actor: Actor,
  of: { readonly instrumentId: string; readonly verb: Verb },
): Promise<HeldInstrument> {
  const { instrumentId, verb } = of
  await tx.lock('instrument', [instrumentId])
  const instrument = requireFound(await findInstrument(tx, instrumentId), 'instrument', instrumentId)
  const { institutionId } = instrument
  const actedAs = await requireRole(context, tx, actor, verb, { institutionId, instrumentId })
  return { instrument: requireCurrent(instrument, 'instrument', instrumentId), actedAs }
}
