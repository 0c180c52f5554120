import { strict as assert } from 'node:assert'
import type { Context } from '../../context.ts'
import type { Tx } from '../../store/database.ts'

/**
 * A context whose operations take part in a transaction that is open already, instead of opening their own:
 * thousands of rows share one commit. The caller gives each row its savepoint.
 *
 * It locks neither instruments nor ledgers: the import has locked all that its rows may need before the first
 * of them, for within the rows lots are locked too, and instruments and ledgers come before lots.
 */
export function contextWithin(context: Context, tx: Tx): Context {
  const within: Tx = Object.assign(Object.create(tx) as Tx, {
    lock: async (...[lockClass, ids]: Parameters<Tx['lock']>) => {
      if (lockClass === 'idempotency-key' || lockClass === 'lot') await tx.lock(lockClass, ids)
    },
  })
  return {
    ...context,
    db: {
      engine: tx.engine,
      read: within,
      transact: work => work(within),
      snapshot: () => assert.fail('a transaction sees its own snapshot'),
      close: () => assert.fail('a transaction is closed by whoever opened it'),
    },
  }
}
