import { eq } from 'drizzle-orm'
import t from 'tap'
import type { Database, Tx } from '../../../src/store/database.ts'
import { openTestDatabase, withoutServer } from '../../support/engines.ts'
import { outcomeOf } from '../../support/outcome.ts'
import { aBooking, aGrant, aTransfer, layFoundation } from '../../support/rows.ts'
import { sendRaw } from '../../support/rawSql.ts'
import { aSignal, untilSomeoneWaits } from '../../support/waiting.ts'

/**
 * On PostgreSQL a guard that counts must first lock what it counts by: two that do not see each other both
 * fit.
 */
interface LockTrial {
  readonly rule: string
  readonly refusal: string
  /** The guard's function and the words in it that lock. */
  readonly guard: string
  readonly lock: string
  readonly given?: (tx: Tx) => Promise<unknown>
  readonly first: (tx: Tx) => Promise<unknown>
  readonly second: (tx: Tx) => Promise<unknown>
}

const shared = { instrumentId: 'ist_shared', exclusive: false, from: 9, to: 10 } as const

const book = (id: string, places: number) => (tx: Tx) =>
  Promise.resolve(tx.q.insert(tx.t.bookings).values(aBooking({ ...shared, id, places })))

const post = (row: ReturnType<typeof aTransfer>) => (tx: Tx) =>
  Promise.resolve(tx.q.insert(tx.t.transfers).values(row))

const use = aTransfer({ id: 'trf_use', op: 'post', kind: 'use', amount: 600 })

const back = (id: string) =>
  aTransfer({ id, op: 'post', kind: 'reversal', reversalOf: 'trf_use', amount: 400 })

const trials: readonly LockTrial[] = [
  {
    rule: 'two bookings that do not see each other never exceed the places together',
    refusal: 'capacity-exceeded',
    guard: 'bookings_capacity',
    lock: 'FOR NO KEY UPDATE',
    first: book('bkg_1', 15),
    second: book('bkg_2', 6),
  },
  {
    rule: 'two reversals that do not see each other never exceed the original together',
    refusal: 'reversal-exceeds-original',
    guard: 'transfers_check',
    lock: 'FOR UPDATE',
    given: async tx => {
      await post(aGrant(7200))(tx)
      await post(use)(tx)
      await post({ ...use, id: 'trf_other' })(tx)
    },
    first: post(back('trf_back_1')),
    second: post(back('trf_back_2')),
  },
  {
    rule: 'a transfer does not slip into a period while it is being closed',
    refusal: 'period-closed',
    guard: 'transfers_check',
    lock: 'FOR SHARE',
    given: post(aGrant(7200)),
    first: async tx => {
      await tx.q.update(tx.t.periods).set({ state: 'closed' }).where(eq(tx.t.periods.id, 'prd_1'))
    },
    second: post(use),
  },
]

for (const { rule, refusal, guard, lock, given, first, second } of trials) {
  t.test(`postgres: ${rule}`, { skip: withoutServer('postgres') }, async t => {
    for (const locking of [true, false]) {
      const { db } = await openTestDatabase(t, 'postgres')
      await layFoundation(db)
      if (given !== undefined) await db.transact(given)
      if (!locking) await db.transact(tx => sendRaw(tx, without(guard, lock)))
      const outcomes = await inEachOthersBack(db, first, second)
      t.strictSame(outcomes, ['done', locking ? refusal : 'done'], locking ? 'locking' : `without ${lock}`)
    }
  })
}

const without = (guard: string, lock: string) =>
  `DO $$ BEGIN EXECUTE replace(pg_get_functiondef('${guard}'::regproc), '${lock}', ''); END $$`

/**
 * Runs `second` while `first` has done its work and not yet committed; `first` commits once `second` is
 * through or waits.
 */
async function inEachOthersBack(db: Database, first: LockTrial['first'], second: LockTrial['second']) {
  const [worked, hasWorked] = aSignal()
  const [released, release] = aSignal()
  const one = outcomeOf(
    db.transact(async tx => {
      await first(tx)
      hasWorked()
      await released
    }),
  )
  await worked
  const two = outcomeOf(db.transact(second))
  await Promise.race([two, untilSomeoneWaits(db)])
  release()
  return Promise.all([one, two])
}
