import type { Test } from 'tap'
import type { RefusalCode } from '../../../src/domain/refusal.ts'
import type { Engine, Tx } from '../../../src/store/database.ts'
import { ENGINES, openTestDatabase } from '../../support/engines.ts'
import { outcomeOf } from '../../support/outcome.ts'
import { sendRaw } from '../../support/rawSql.ts'
import { layFoundation } from '../../support/rows.ts'

/** One rule of the database, tried alone: nothing of the domain stands before it. */
export interface GuardTrial {
  /** The rule, as a sentence. */
  readonly rule: string
  /**
   * What the database says: the code of a refusal, or the guard's own name where only a mistake of ours can
   * break it.
   */
  readonly says: RefusalCode | RegExp
  /** SQL that takes the guard away, so that the trial is seen to fail without it. */
  readonly drop: Readonly<Record<Engine, string>>
  readonly given?: (tx: Tx) => Promise<unknown>
  readonly breaks: (tx: Tx) => Promise<unknown>
}

export const dropTrigger = (name: string, table: string, onSqlite = name): GuardTrial['drop'] => ({
  sqlite: `DROP TRIGGER ${onSqlite}`,
  postgres: `DROP TRIGGER ${name} ON ${table}`,
})

/** A check cannot be dropped on SQLite, but a connection can be told to overlook them all. */
export const dropCheck = (name: string, table: string): GuardTrial['drop'] => ({
  sqlite: 'PRAGMA ignore_check_constraints = ON',
  postgres: `ALTER TABLE ${table} DROP CONSTRAINT ${name}`,
})

export const dropIndex = (name: string): GuardTrial['drop'] => ({
  sqlite: `DROP INDEX ${name}`,
  postgres: `DROP INDEX ${name}`,
})

/** On both engines: the guard refuses and nothing is kept; with the guard dropped the same rows go in. */
export function tryGuards(t: Test, trials: readonly GuardTrial[]) {
  for (const engine of ENGINES) {
    for (const { rule, says, drop, given, breaks } of trials) {
      t.test(`${engine}: ${rule}`, async t => {
        const { db } = await openTestDatabase(t, engine)
        await layFoundation(db)
        if (given !== undefined) await db.transact(given)
        t.match(await outcomeOf(db.transact(breaks)), says)
        await db.transact(tx => sendRaw(tx, drop[engine]))
        t.equal(await outcomeOf(db.transact(breaks)), 'done', `goes through after ${drop[engine]}`)
      })
    }
  }
}
