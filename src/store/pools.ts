import { and, eq, isNull } from 'drizzle-orm'
import { first, type Reader, type Tx } from './database.ts'
import type { Tables } from './schema/tables.ts'
import { afterId, equalsIfGiven, holdsWord, type Page } from './search.ts'

export type Pool = Tables['pools']['$inferSelect']

export const findPool = async (reader: Reader, id: string): Promise<Pool | undefined> =>
  first(await reader.q.select().from(reader.t.pools).where(eq(reader.t.pools.id, id)))

/**
 * Reads a pool and holds its row until the transaction ends, so that of two units who join at once the
 * second is compared with the first. The update changes nothing; it takes the row's lock on PostgreSQL.
 */
export const holdPool = async (tx: Tx, id: string): Promise<Pool | undefined> =>
  first(await tx.q.update(tx.t.pools).set({ id }).where(eq(tx.t.pools.id, id)).returning())

export interface PoolFilter extends Page {
  readonly institutionId?: string | undefined
  /** Folded words; each must be found in the search key. */
  readonly words: readonly string[]
}

/** Pools not retired, in order of id. */
export const listPools = ({ q, t }: Reader, filter: PoolFilter): Promise<Pool[]> =>
  q
    .select()
    .from(t.pools)
    .where(
      and(
        isNull(t.pools.retiredAt),
        equalsIfGiven(t.pools.institutionId, filter.institutionId),
        ...filter.words.map(word => holdsWord(t.pools.searchKey, word)),
        afterId(t.pools.id, filter),
      ),
    )
    .orderBy(t.pools.id)
    .limit(filter.limit)

export const insertPool = async (tx: Tx, pool: Pool) => {
  await tx.q.insert(tx.t.pools).values(pool)
}

/** The pool as changed, or undefined when it no longer has this version. */
export const updatePool = async (
  tx: Tx,
  at: { readonly id: string; readonly version: number },
  changes: Partial<Pick<Pool, 'name' | 'nameEn' | 'searchKey' | 'retiredAt'>>,
): Promise<Pool | undefined> =>
  first(
    await tx.q
      .update(tx.t.pools)
      .set({ ...changes, version: at.version + 1 })
      .where(and(eq(tx.t.pools.id, at.id), eq(tx.t.pools.version, at.version)))
      .returning(),
  )
