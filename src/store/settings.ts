import { and, eq } from 'drizzle-orm'
import type { Instant } from '../domain/units.ts'
import type { Reader, Tx } from './database.ts'

/** Puts a setting, over an older value if there is one. */
export const putSetting = async (tx: Tx, key: string, value: unknown, updatedAt: Instant) => {
  await tx.q
    .insert(tx.t.settings)
    .values({ key, value, updatedAt })
    .onConflictDoUpdate({ target: tx.t.settings.key, set: { value, updatedAt } })
}

/** Takes a setting away if it still has this value; of two callers at once one alone gets true. */
export const takeSetting = async (tx: Tx, key: string, value: unknown): Promise<boolean> => {
  const settings = tx.t.settings
  const taken = await tx.q
    .delete(settings)
    .where(and(eq(settings.key, key), eq(settings.value, value)))
    .returning()
  return taken.length === 1
}

/** Reads the smallest table: resolves when the database answers. */
export const knock = async (reader: Reader) => {
  await reader.q.select({ key: reader.t.settings.key }).from(reader.t.settings).limit(1)
}
