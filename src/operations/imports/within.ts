import { strict as assert } from 'node:assert'
import type { Context } from '../../context.ts'
import type { Tx } from '../../store/database.ts'

/**
 * A context whose operations take part in a transaction that is open already, instead of opening their own:
 * thousands of rows share one commit. The caller gives each row its savepoint.
 *
 * It locks no instrument: the import has locked all that its rows name before the first of them, for within
 * the rows quota is locked too, and instruments come before quota.
 */
export function contextWithin(context: Context, tx: Tx): Context {
  const within: Tx = Object.assign(Object.create(tx) as Tx, {
    lock: async (...[lockClass, ids]: Parameters<Tx['lock']>) => {
      if (lockClass !== 'instrument') await tx.lock(lockClass, ids)
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
