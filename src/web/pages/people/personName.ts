import { useStaffWords } from '../../words/words.tsx'
import { useNameOf } from '../../words/writing.ts'

interface MaybeNamed {
  readonly name: string | null
  readonly nameEn: string | null
}

/** What people are called; federations give some without a name. */
export function usePersonName(): (person: MaybeNamed) => string {
  const { people } = useStaffWords()
  const nameOf = useNameOf()
  return ({ name, nameEn }) => nameOf({ name: name ?? nameEn ?? people.unnamed, nameEn })
}
