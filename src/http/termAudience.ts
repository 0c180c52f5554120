import type { Context } from '../context.ts'
import { unreachable } from '../domain/refusal.ts'
import { type Audience, AUDIENCES, needsAlliance } from '../domain/sharing.ts'
import { type Appointment, roleFor } from '../domain/roles.ts'
import type { Viewer } from '../domain/appointing.ts'
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

type Addressed = Pick<SharingTermRow, 'audience' | 'allianceId'>

/** Where a person belongs, as far as the terms given ask for it. */
export async function termReaderOf(
  context: Context,
  personId: string,
  terms: readonly Addressed[],
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
export function isAddressedTo(reader: TermReader, term: Addressed, hostId: string): boolean {
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

/** Who runs an alliance, and who oversees it, reads every term that names it. */
export function overseesTerms(appointments: readonly Appointment[], allianceId: string | null): boolean {
  if (allianceId === null) return false
  const may = (verb: 'alliance.edit' | 'audit.read') => roleFor(appointments, verb, { allianceId })
  return (may('alliance.edit') ?? may('audit.read')) !== undefined
}

/** The audiences of an alliance whose hidden terms someone may read. */
export async function audiencesToldTo(
  context: Context,
  { personId, appointments }: Viewer,
  allianceId: string,
): Promise<readonly Audience[]> {
  const audiences = AUDIENCES.filter(needsAlliance)
  if (overseesTerms(appointments, allianceId)) return audiences
  const terms = audiences.map(audience => ({ audience, allianceId }))
  const reader = await termReaderOf(context, personId, terms)
  return audiences.filter(audience => isAddressedTo(reader, { audience, allianceId }, ofNoHost))
}

/** The audiences of an alliance are the same whoever hosts the instrument. */
const ofNoHost = ''
