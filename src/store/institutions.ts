import { and, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm'
import type { Day } from '../domain/units.ts'
import { first, type Reader, type Tx } from './database.ts'
import type { Tables } from './schema/tables.ts'
import { afterId, holdsWord, type Page } from './search.ts'

export type Institution = Tables['institutions']['$inferSelect']
type Changes = Partial<Omit<Institution, 'id' | 'createdAt' | 'version'>>

export const findInstitution = async (reader: Reader, id: string): Promise<Institution | undefined> =>
  first(await reader.q.select().from(reader.t.institutions).where(eq(reader.t.institutions.id, id)))

export interface InstitutionFilter extends Page {
  /** Members of this alliance on `day`. */
  readonly memberOf?: { readonly allianceId: string; readonly day: Day } | undefined
  /** Folded words; each must be found in the search key. */
  readonly words?: readonly string[]
}

/** Institutions not retired, in order of id. */
export const listInstitutions = (reader: Reader, filter: InstitutionFilter): Promise<Institution[]> => {
  const { q, t } = reader
  return q
    .select()
    .from(t.institutions)
    .where(
      and(
        isNull(t.institutions.retiredAt),
        filter.memberOf && inArray(t.institutions.id, memberIds(reader, filter.memberOf)),
        ...(filter.words ?? []).map(word => holdsWord(t.institutions.searchKey, word)),
        afterId(t.institutions.id, filter),
      ),
    )
    .orderBy(t.institutions.id)
    .limit(filter.limit)
}

const memberIds = ({ q, t }: Reader, of: { readonly allianceId: string; readonly day: Day }) =>
  q
    .select({ id: t.memberships.institutionId })
    .from(t.memberships)
    .where(
      and(
        eq(t.memberships.allianceId, of.allianceId),
        lte(t.memberships.startsOn, of.day),
        or(isNull(t.memberships.endsOn), gte(t.memberships.endsOn, of.day)),
      ),
    )

export const insertInstitution = async (tx: Tx, institution: Institution) => {
  await tx.q.insert(tx.t.institutions).values(institution)
}

/** The institution as changed, or undefined when it no longer has this version. */
export const updateInstitution = async (
  tx: Tx,
  at: { readonly id: string; readonly version: number },
  changes: Changes,
): Promise<Institution | undefined> =>
  first(
    await tx.q
      .update(tx.t.institutions)
      .set({ ...changes, version: at.version + 1 })
      .where(and(eq(tx.t.institutions.id, at.id), eq(tx.t.institutions.version, at.version)))
      .returning(),
  )
