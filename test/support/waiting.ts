import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import type { Database } from '../../src/store/database.ts'

const waitTriesMax = 1000
const waitMilliseconds = 5

/** What one side of a race awaits, and what the other calls. */
export function aSignal(): [Promise<void>, () => void] {
  const { promise, resolve } = Promise.withResolvers<void>()
  return [promise, resolve]
}

/** On PostgreSQL: until some connection waits for another's lock. */
export async function untilSomeoneWaits(db: Database) {
  const q = db.read.q as unknown as { execute(query: object): Promise<{ rows: unknown[] }> }
  const waiting = sql`
    select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`
  for (let tries = 0; tries < waitTriesMax; tries++) {
    if ((await q.execute(waiting)).rows.length > 0) return
    await sleep(waitMilliseconds)
  }
}
