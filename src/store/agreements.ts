import { eq } from 'drizzle-orm'
import { agreementPartiesMax } from '../domain/alliance.ts'
import { first, type Reader, statement } from './database.ts'

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
