import type { Context } from '../context.ts'
import { unreachable } from '../domain/refusal.ts'
import type { Audience } from '../domain/sharing.ts'
import { todayOf } from '../operations/perform.ts'
import { membershipsOfInstitution, partnershipsAmong } from '../store/bookingFacts.ts'
import { affiliationsOn } from '../store/people.ts'
import type { SharingTermRow } from '../store/sharingTerms.ts'

/** To whom terms may be addressed, seen from one person today. */
export interface TermReader {
  readonly institutionIds: readonly string[]
  readonly allianceIds: readonly string[]
  readonly partnerOf: readonly string[]
}

/** Where a person belongs, as far as the terms given ask for it. */
export async function termReaderOf(
  context: Context,
  personId: string,
  terms: readonly SharingTermRow[],
): Promise<TermReader> {
  const { read } = context.db
  const day = todayOf(context)
  const institutionIds = (await affiliationsOn(read, { personId, day })).map(each => each.institutionId)
  const allianceIds: string[] = []
  const partnerOf: string[] = []
  const asked = terms.flatMap(term => (term.audience === 'partners' ? (term.allianceId ?? []) : []))
  for (const institutionId of institutionIds) {
    const memberships = await membershipsOfInstitution(read, institutionId, day)
    allianceIds.push(...memberships.map(each => each.allianceId))
    partnerOf.push(...(await partnershipsAmong(read, { institutionId, allianceIds: asked, day })))
  }
  return { institutionIds, allianceIds, partnerOf }
}

/** Whether a term is addressed to the reader; `hostId` is the instrument's institution. */
export function isAddressedTo(reader: TermReader, term: SharingTermRow, hostId: string): boolean {
  const audience = term.audience as Audience
  switch (audience) {
    case 'own':
      return reader.institutionIds.includes(hostId)
    case 'alliance':
      return reader.allianceIds.includes(term.allianceId ?? '')
    case 'partners':
      return reader.partnerOf.includes(term.allianceId ?? '')
    case 'registered':
      return true
    default:
      return unreachable(audience)
  }
}
