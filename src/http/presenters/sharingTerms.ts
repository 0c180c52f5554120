import { instantText } from '../../contract/common.ts'
import type { SharingTermReply } from '../../contract/sharingTerms.ts'
import type { SharingTermRow } from '../../store/sharingTerms.ts'

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
