import { and, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm'
import type { Day } from '../domain/units.ts'
import { first, type Reader, type Tx } from './database.ts'
import type { Tables } from './schema/tables.ts'
import { afterId, equalsIfGiven, holdsWord, type Page } from './search.ts'

export type Alliance = Tables['alliances']['$inferSelect']
type Changes = Partial<Omit<Alliance, 'id' | 'createdAt' | 'version'>>

export const findAlliance = async (reader: Reader, id: string): Promise<Alliance | undefined> =>
  first(await reader.q.select().from(reader.t.alliances).where(eq(reader.t.alliances.id, id)))

/**
 * Reads an alliance and holds its row until the transaction ends, so that of two writers who rest on it
 * the second sees what the first did. The update changes nothing; it takes the row's lock on PostgreSQL.
 */
export const holdAlliance = async (tx: Tx, id: string): Promise<Alliance | undefined> =>
  first(await tx.q.update(tx.t.alliances).set({ id }).where(eq(tx.t.alliances.id, id)).returning())

export interface AllianceFilter extends Page {
  readonly parentId?: string | undefined
  /** Those of which this institution is a member on `day`. */
  readonly withMember?: { readonly institutionId: string; readonly day: Day } | undefined
  /** Folded words; each must be found in the search key. */
  readonly words?: readonly string[]
}

/** Alliances not retired, in order of id. */
export const listAlliances = (reader: Reader, filter: AllianceFilter): Promise<Alliance[]> => {
  const { q, t } = reader
  return q
    .select()
    .from(t.alliances)
    .where(
      and(
        isNull(t.alliances.retiredAt),
        equalsIfGiven(t.alliances.parentId, filter.parentId),
        filter.withMember && inArray(t.alliances.id, allianceIds(reader, filter.withMember)),
        ...(filter.words ?? []).map(word => holdsWord(t.alliances.searchKey, word)),
        afterId(t.alliances.id, filter),
      ),
    )
    .orderBy(t.alliances.id)
    .limit(filter.limit)
}

const allianceIds = ({ q, t }: Reader, of: { readonly institutionId: string; readonly day: Day }) =>
  q
    .select({ id: t.memberships.allianceId })
    .from(t.memberships)
    .where(
      and(
        eq(t.memberships.institutionId, of.institutionId),
        lte(t.memberships.startsOn, of.day),
        or(isNull(t.memberships.endsOn), gte(t.memberships.endsOn, of.day)),
      ),
    )

export const insertAlliance = async (tx: Tx, alliance: Alliance) => {
  await tx.q.insert(tx.t.alliances).values(alliance)
}

/** The alliance as changed, or undefined when it no longer has this version. */
export const updateAlliance = async (
  tx: Tx,
  at: { readonly id: string; readonly version: number },
  changes: Changes,
): Promise<Alliance | undefined> =>
  first(
    await tx.q
      .update(tx.t.alliances)
      .set({ ...changes, version: at.version + 1 })
      .where(and(eq(tx.t.alliances.id, at.id), eq(tx.t.alliances.version, at.version)))
      .returning(),
  )
