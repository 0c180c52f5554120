import { and, eq, inArray, or } from 'drizzle-orm'
import type { Audience } from '../domain/sharing.ts'
import type { StaffPlaces } from '../domain/staffPlaces.ts'
import { first, type Reader, type Tx } from './database.ts'
import { ofPlaces, visibleTo } from './instruments.ts'
import type { Tables } from './schema/tables.ts'
import { afterId, type Page } from './search.ts'

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

/** What a list of terms says of the instrument that each of them opens. */
type OpenedInstrument = Pick<
  Tables['instruments']['$inferSelect'],
  'name' | 'nameEn' | 'institutionId' | 'zone'
>

export type ListedTerm = SharingTermRow & { readonly instrument: OpenedInstrument }

interface AllianceTermsFilter extends Page {
  readonly allianceId: string
  /** Staff see the drafts of their places, and the hidden terms on which they opened an instrument. */
  readonly staff: StaffPlaces
  /** The audiences whose hidden terms the reader is told of. */
  readonly told: readonly Audience[]
}

/** Every term that names an alliance, past and future ones too, as far as the reader sees, in order of id. */
export const sharingTermsOfAlliance = async (
  { q, t }: Reader,
  { allianceId, staff, told, ...page }: AllianceTermsFilter,
): Promise<ListedTerm[]> => {
  const rows = await q
    .select({
      term: t.sharingTerms,
      instrument: {
        name: t.instruments.name,
        nameEn: t.instruments.nameEn,
        institutionId: t.instruments.institutionId,
        zone: t.instruments.zone,
      },
    })
    .from(t.sharingTerms)
    .innerJoin(t.instruments, eq(t.instruments.id, t.sharingTerms.instrumentId))
    .where(
      and(
        eq(t.sharingTerms.allianceId, allianceId),
        visibleTo(t, staff),
        staff.everywhere
          ? undefined
          : or(
              eq(t.sharingTerms.visibility, 'listed'),
              inArray(t.sharingTerms.audience, [...told]),
              ofPlaces(t, staff),
            ),
        afterId(t.sharingTerms.id, page),
      ),
    )
    .orderBy(t.sharingTerms.id)
    .limit(page.limit)
  return rows.map(({ term, instrument }) => ({ ...term, instrument }))
}

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
