import { and, eq, lt } from 'drizzle-orm'
import type { Instant } from '../domain/units.ts'
import { first, rowSlots, statement, type Tx } from './database.ts'

/** What became of a request that carried a key. Kept for thirty days. */
export interface IdempotencyRecord {
  readonly actorId: string
  readonly key: string
  /** Hash of method, route and canonical body: the same key with another one is a mistake of the caller. */
  readonly fingerprint: string
  readonly outcome: unknown
  readonly createdAt: Instant
}

const find = statement<{ actorId: string; key: string }>()('idempotency.find', (q, t, v) =>
  q
    .select({ fingerprint: t.idempotency.fingerprint, outcome: t.idempotency.outcome })
    .from(t.idempotency)
    .where(and(eq(t.idempotency.actorId, v.actorId), eq(t.idempotency.key, v.key))),
)

const add = statement<IdempotencyRecord>()('idempotency.add', (q, t) =>
  q.insert(t.idempotency).values(rowSlots<IdempotencyRecord>(t.idempotency)),
)

export const findIdempotencyRecord = async (tx: Tx, actorId: string, key: string) =>
  first(await tx.run(find, { actorId, key }))

export const addIdempotencyRecord = async (tx: Tx, record: IdempotencyRecord) => {
  await tx.run(add, record)
}

/** Forgets keys older than `before`; a caller that retries after that is taken as new. */
export const forgetIdempotencyRecords = async (tx: Tx, before: Instant) =>
  (await tx.q.delete(tx.t.idempotency).where(lt(tx.t.idempotency.createdAt, before)).returning()).length
