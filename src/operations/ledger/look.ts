import type { Context } from '../../context.ts'
import { type Actor, perform, record } from '../perform.ts'

/** Notes that someone who may see everything has looked: at an account, a ledger, all that was granted. */
export const recordLook = (
  context: Context,
  actor: Actor,
  at: {
    readonly noun: 'account' | 'alliance' | 'ledger' | 'statement'
    readonly nounId: string
    readonly actedAs: string
  },
): Promise<void> => perform(context, actor, tx => record(context, tx, actor, { verb: 'look', ...at }))
