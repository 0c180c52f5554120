import type { MembershipFacts, SharingTermFacts } from './bookingFacts.ts'

export interface SharingQuestion {
  readonly terms: readonly SharingTermFacts[]
  readonly hostInstitutionId: string
  readonly institutionId: string | null
  /** Memberships of the institution on the day, in order of alliance. */
  readonly memberships: readonly MembershipFacts[]
  /** Alliances of which the institution is a partner, outside membership. */
  readonly partnerOf: readonly string[]
  /** The alliance that the request names or its agreement binds: then only its terms count. */
  readonly allianceId: string | null
}

/**
 * The term under which an institution books, or null. A named alliance decides alone, by its term for
 * members before its term for partners; otherwise the nearest audience does: the own institution, then an
 * alliance it is a member of, then partners, then anyone registered. Members of observer standing still get
 * their alliance's term, so that the refusal can say why they may not book.
 */
export function chooseTerm(question: SharingQuestion): SharingTermFacts | null {
  const { terms, institutionId, hostInstitutionId, memberships, partnerOf, allianceId } = question
  const held = (term: SharingTermFacts) => memberships.filter(each => each.allianceId === term.allianceId)
  const forMembers = terms.filter(term => term.audience === 'alliance' && held(term).length > 0)
  const forPartners = terms.filter(
    term => term.audience === 'partners' && partnerOf.some(partner => partner === term.allianceId),
  )
  if (allianceId !== null) {
    const named = (term: SharingTermFacts) => term.allianceId === allianceId
    const forAnyMember = terms.find(term => term.audience === 'alliance' && named(term))
    return forMembers.find(named) ?? forPartners.find(named) ?? forAnyMember ?? null
  }
  if (institutionId !== null && institutionId === hostInstitutionId) {
    return terms.find(term => term.audience === 'own') ?? OWN_INSTITUTION
  }
  return (
    forMembers.find(term => held(term).some(each => each.right === 'full')) ??
    forMembers[0] ??
    forPartners[0] ??
    terms.find(term => term.audience === 'registered') ??
    null
  )
}

/** An institution uses its own instruments without a term being written: owner hours (机主机时), no quota. */
const OWN_INSTITUTION: SharingTermFacts = {
  id: null,
  audience: 'own',
  allianceId: null,
  priceCategory: 'internal',
  quota: 'none',
}
