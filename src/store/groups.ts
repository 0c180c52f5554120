import { and, eq, isNull } from 'drizzle-orm'
import { first, type Reader, type Tx } from './database.ts'
import type { Tables } from './schema/tables.ts'
import { afterId, contains, equalsIfGiven, lowerCase, type Page } from './search.ts'

export type Group = Tables['groups']['$inferSelect']
type Changes = Partial<Omit<Group, 'id' | 'institutionId' | 'createdAt' | 'version'>>

export const findGroup = async (reader: Reader, id: string): Promise<Group | undefined> =>
  first(await reader.q.select().from(reader.t.groups).where(eq(reader.t.groups.id, id)))

export interface GroupFilter extends Page {
  readonly institutionId?: string | undefined
  /** Folded text within the name. */
  readonly text?: string | undefined
}

/** Groups not retired, in order of id. */
export const listGroups = ({ q, t }: Reader, filter: GroupFilter): Promise<Group[]> =>
  q
    .select()
    .from(t.groups)
    .where(
      and(
        isNull(t.groups.retiredAt),
        equalsIfGiven(t.groups.institutionId, filter.institutionId),
        contains(lowerCase(t.groups.name), filter.text),
        afterId(t.groups.id, filter),
      ),
    )
    .orderBy(t.groups.id)
    .limit(filter.limit)

export const insertGroup = async (tx: Tx, group: Group) => {
  await tx.q.insert(tx.t.groups).values(group)
}

/** The group as changed, or undefined when it no longer has this version. */
export const updateGroup = async (
  tx: Tx,
  at: { readonly id: string; readonly version: number },
  changes: Changes,
): Promise<Group | undefined> =>
  first(
    await tx.q
      .update(tx.t.groups)
      .set({ ...changes, version: at.version + 1 })
      .where(and(eq(tx.t.groups.id, at.id), eq(tx.t.groups.version, at.version)))
      .returning(),
  )
