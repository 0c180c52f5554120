import { desc, gt, isNull, or } from 'drizzle-orm'
import type { Instant } from '../domain/units.ts'
import type { Reader, Tx } from './database.ts'
import type { Tables } from './schema/tables.ts'

export type SigningKey = Tables['signingKeys']['$inferSelect']

/** More keys than rotation ever leaves alive at once. */
const keysMax = 50

/** Keys that still count, newest first: those in service and those retired after `since`. */
export const signingKeysSince = (reader: Reader, since: Instant): Promise<SigningKey[]> => {
  const keys = reader.t.signingKeys
  return reader.q
    .select()
    .from(keys)
    .where(or(isNull(keys.retiredAt), gt(keys.retiredAt, since)))
    .orderBy(desc(keys.createdAt), desc(keys.kid))
    .limit(keysMax)
}

export const addSigningKey = async (tx: Tx, key: SigningKey) => {
  await tx.q.insert(tx.t.signingKeys).values(key)
}

/** Takes every key out of service: they sign nothing more and are believed a little longer. */
export const retireSigningKeys = async (tx: Tx, retiredAt: Instant) => {
  await tx.q.update(tx.t.signingKeys).set({ retiredAt }).where(isNull(tx.t.signingKeys.retiredAt))
}
