import { and, eq, gt, isNull, lte, or } from 'drizzle-orm'
import type { Instant } from '../domain/units.ts'
import { type Reader, statement } from './database.ts'
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
