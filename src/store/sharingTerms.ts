import { and, eq, gt, isNull, lte, or } from 'drizzle-orm'
import type { Instant } from '../domain/units.ts'
import { first, type Reader, statement, type Tx } from './database.ts'
import type { Tables } from './schema/tables.ts'

export type SharingTermRow = Tables['sharingTerms']['$inferSelect']

/** An instrument is opened to far fewer audiences than this. */
export const sharingTermsMax = 200

const atInstant = statement<{ instrumentId: string; at: Instant }>()('sharingTerms.at', (q, t, v) =>
  q
    .select()
    .from(t.sharingTerms)
    .where(
      and(
        eq(t.sharingTerms.instrumentId, v.instrumentId),
        lte(t.sharingTerms.startsAt, v.at),
        or(isNull(t.sharingTerms.endsAt), gt(t.sharingTerms.endsAt, v.at)),
      ),
    )
    .orderBy(t.sharingTerms.id)
    .limit(sharingTermsMax),
)

/** The terms in force at an instant, listed and hidden ones; a term that ends at `at` is over. */
export const sharingTermsAt = async (
  reader: Reader,
  key: { readonly instrumentId: string; readonly at: Instant },
): Promise<readonly SharingTermRow[]> => reader.run(atInstant, key)

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
