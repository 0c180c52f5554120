import { instantText } from '../../contract/common.ts'
import type { ListedSharingTermReply, SharingTermReply } from '../../contract/sharingTerms.ts'
import type { ListedTerm, SharingTermRow } from '../../store/sharingTerms.ts'

/** A sharing term on the wire. */
export const presentSharingTerm = (term: SharingTermRow): SharingTermReply => ({
  ...term,
  audience: term.audience as SharingTermReply['audience'],
  visibility: term.visibility as SharingTermReply['visibility'],
  quota: term.quota as SharingTermReply['quota'],
  startsAt: instantText(term.startsAt),
  endsAt: term.endsAt === null ? null : instantText(term.endsAt),
  createdAt: instantText(term.createdAt),
})

/** A term in a list, with the instrument that it opens. */
export const presentListedTerm = ({
  instrument: { name, nameEn, institutionId, zone },
  ...term
}: ListedTerm): ListedSharingTermReply => ({
  ...presentSharingTerm(term),
  instrument: { name, nameEn, institutionId, zone },
})
