import type { Context } from '../../context.ts'
import { accountViewOf } from '../../domain/ledger/viewing.ts'
import { refuse } from '../../domain/refusal.ts'
import type { Amount } from '../../domain/units.ts'
import type { Tx } from '../../store/database.ts'
import { findAccount } from '../../store/ledger/accounts.ts'
import { ledgerViewer } from '../../store/ledger/viewer.ts'
import { type Actor, SYSTEM, todayOf } from '../perform.ts'

/** An account that holds less than is asked of it. */
export interface Exhausted {
  readonly needed: Amount
  readonly available: Amount
  readonly unit: string | null
  /** Null where the holder has no account in the period. */
  readonly accountId: string | null
  readonly periodId: string
}

/**
 * Refuses with `quota-exhausted`. What is left in an account, and in which, is told to those alone who see
 * the whole of it: who grants is often a rival of who holds. The reserve is the exception, for whoever
 * divides it must know what there is to divide.
 */
export async function refuseExhausted(
  context: Context,
  tx: Tx,
  actor: Actor,
  exhausted: Exhausted,
): Promise<never> {
  if (await mayKnow(context, tx, actor, exhausted.accountId)) {
    refuse({ code: 'quota-exhausted', ...exhausted })
  }
  return refuse({ code: 'quota-exhausted', ...exhausted, available: null, accountId: null })
}

async function mayKnow(context: Context, tx: Tx, actor: Actor, accountId: string | null): Promise<boolean> {
  const { personId } = actor
  const account = accountId === null ? undefined : await findAccount(tx, accountId)
  if (personId === SYSTEM.personId || account === undefined || account.holderKind === 'reserve') return true
  const viewer = await ledgerViewer(tx, { personId, day: todayOf(context) })
  return accountViewOf(viewer, account) === 'whole'
}
