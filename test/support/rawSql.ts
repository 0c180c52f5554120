import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../../src/store/database.ts'

/** Sends SQL as it stands, within the transaction: what a person at the database's own prompt could do. */
export async function sendRaw(tx: Tx, text: string): Promise<void> {
  const q = tx.q as unknown as { run?: (query: SQL) => unknown; execute?: (query: SQL) => Promise<unknown> }
  const query = sql.raw(text)
  if (tx.engine === 'sqlite') q.run?.(query)
  else await q.execute?.(query)
}
