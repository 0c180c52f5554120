import { and, eq, inArray } from 'drizzle-orm'
import { agreementPartiesMax } from '../domain/alliance.ts'
import { first, type Reader, statement, type Tx } from './database.ts'
import type { Tables } from './schema/tables.ts'
import { afterId, equalsIfGiven, type Page } from './search.ts'

const withParties = statement<{ agreementId: string }>()('agreements.withParties', (q, t, v) =>
  q
    .select({
      id: t.agreements.id,
      allianceId: t.agreements.allianceId,
      startsOn: t.agreements.startsOn,
      endsOn: t.agreements.endsOn,
      partyId: t.agreementParties.institutionId,
    })
    .from(t.agreements)
    .innerJoin(t.agreementParties, eq(t.agreementParties.agreementId, t.agreements.id))
    .where(eq(t.agreements.id, v.agreementId))
    .orderBy(t.agreementParties.institutionId)
    .limit(agreementPartiesMax),
)

/** An agreement with the institutions bound by it; its first and last day count. */
export const agreementWithParty = async (reader: Reader, of: { readonly agreementId: string }) => {
  const rows = await reader.run(withParties, of)
  const agreement = first(rows)
  if (agreement === undefined) return undefined
  const { partyId: _, ...terms } = agreement
  return { ...terms, partyIds: rows.map(row => row.partyId) }
}

export type Agreement = Tables['agreements']['$inferSelect']

export const findAgreement = async (reader: Reader, id: string): Promise<Agreement | undefined> =>
  first(await reader.q.select().from(reader.t.agreements).where(eq(reader.t.agreements.id, id)))

export interface AgreementFilter extends Page {
  readonly allianceId?: string | undefined
  /** Only those of these alliances; all when left out. */
  readonly among?: readonly string[] | undefined
}

/** Agreements past, present and to come, in order of id. */
export const listAgreements = ({ q, t }: Reader, filter: AgreementFilter): Promise<Agreement[]> =>
  q
    .select()
    .from(t.agreements)
    .where(
      and(
        equalsIfGiven(t.agreements.allianceId, filter.allianceId),
        filter.among && inArray(t.agreements.allianceId, [...filter.among]),
        afterId(t.agreements.id, filter),
      ),
    )
    .orderBy(t.agreements.id)
    .limit(filter.limit)

/** Who is bound by some agreements, in order of agreement and institution. */
export const partiesOf = ({ q, t }: Reader, agreementIds: readonly string[]) =>
  q
    .select()
    .from(t.agreementParties)
    .where(inArray(t.agreementParties.agreementId, agreementIds))
    .orderBy(t.agreementParties.agreementId, t.agreementParties.institutionId)
    .limit(agreementIds.length * agreementPartiesMax)

export const insertAgreement = async (tx: Tx, agreement: Agreement, partyIds: readonly string[]) => {
  await tx.q.insert(tx.t.agreements).values(agreement)
  const parties = partyIds.map(institutionId => ({ agreementId: agreement.id, institutionId }))
  await tx.q.insert(tx.t.agreementParties).values(parties)
}

/** The agreement as changed, or undefined when it no longer has this version. */
export const updateAgreement = async (
  tx: Tx,
  at: { readonly id: string; readonly version: number },
  changes: Partial<Pick<Agreement, 'subject' | 'endsOn' | 'formsAllianceId'>>,
): Promise<Agreement | undefined> =>
  first(
    await tx.q
      .update(tx.t.agreements)
      .set({ ...changes, version: at.version + 1 })
      .where(and(eq(tx.t.agreements.id, at.id), eq(tx.t.agreements.version, at.version)))
      .returning(),
  )
