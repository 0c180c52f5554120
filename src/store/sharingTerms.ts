import { and, eq, inArray } from 'drizzle-orm'
import { first, type Reader, type Tx } from './database.ts'
import type { Tables } from './schema/tables.ts'

export type SharingTermRow = Tables['sharingTerms']['$inferSelect']

/** An instrument is opened to far fewer audiences than this. */
export const sharingTermsMax = 200

export const findSharingTerm = async (reader: Reader, id: string): Promise<SharingTermRow | undefined> =>
  first(await reader.q.select().from(reader.t.sharingTerms).where(eq(reader.t.sharingTerms.id, id)))

/** Every term of an instrument, past ones too, in order of id. */
export const sharingTermsOf = ({ q, t }: Reader, instrumentId: string): Promise<SharingTermRow[]> =>
  q
    .select()
    .from(t.sharingTerms)
    .where(eq(t.sharingTerms.instrumentId, instrumentId))
    .orderBy(t.sharingTerms.id)
    .limit(sharingTermsMax)

/** Every term of many instruments. */
export const sharingTermsOfMany = (
  { q, t }: Reader,
  instrumentIds: readonly string[],
): Promise<SharingTermRow[]> =>
  q
    .select()
    .from(t.sharingTerms)
    .where(inArray(t.sharingTerms.instrumentId, [...instrumentIds]))
    .orderBy(t.sharingTerms.id)

export const insertSharingTerm = async (tx: Tx, term: SharingTermRow) => {
  await tx.q.insert(tx.t.sharingTerms).values(term)
}

/** The term as changed, or undefined when it no longer has this version. */
export const updateSharingTerm = async (
  tx: Tx,
  at: { readonly id: string; readonly version: number },
  changes: Partial<Pick<SharingTermRow, 'startsAt' | 'endsAt' | 'visibility' | 'priceCategory' | 'quota'>>,
): Promise<SharingTermRow | undefined> =>
  first(
    await tx.q
      .update(tx.t.sharingTerms)
      .set({ ...changes, version: at.version + 1 })
      .where(and(eq(tx.t.sharingTerms.id, at.id), eq(tx.t.sharingTerms.version, at.version)))
      .returning(),
  )
