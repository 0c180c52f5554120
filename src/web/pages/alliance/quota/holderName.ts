import type { Account } from '../../../api/queries/accounts.ts'
import { useInstitutions } from '../../../api/queries/institutions.ts'
import { useStaffWords } from '../../../words/words.tsx'
import { useNameOf } from '../../../words/writing.ts'

/** How a holder of quota is called; of groups and projects whose name is not told, whose they are. */
export function useHolderName(allianceId: string): (account: Account) => string {
  const { quota } = useStaffWords()
  const nameOf = useNameOf()
  const institutions = useInstitutions({ allianceId }).data ?? []
  return ({ holderKind, holderName, institutionId }) => {
    if (holderKind === 'reserve') return quota.holders.reserve
    const institution = nameOf(institutions.find(each => each.id === institutionId))
    if (holderKind === 'institution' || holderKind === 'external') return institution || (holderName ?? '')
    const kind = quota.holders[holderKind as keyof typeof quota.holders] ?? holderKind
    return [holderName ?? quota.unnamed(kind), institution].filter(Boolean).join(' · ')
  }
}
