import { useState } from 'react'
import { useInstitutions, useInstitutionsFound } from '../../api/queries/institutions.ts'
import { usePeople } from '../../api/queries/people.ts'
import { useSettled } from '../../kit/useSettled.ts'
import { useStaffWords } from '../../words/words.tsx'
import { useNameOf } from '../../words/writing.ts'
import { FoundChoice } from './foundChoice.tsx'
import { usePersonName } from './personName.ts'

const offeredMax = 8

export interface Chosen {
  readonly id: string
  readonly name: string
}

interface ChoiceProps {
  readonly chosen: Chosen | null
  readonly onChoose: (chosen: Chosen | null) => void
}

/** One institution of the site. */
export function InstitutionChoice(props: ChoiceProps) {
  const { people } = useStaffWords()
  const nameOf = useNameOf()
  const [words, setWords] = useState('')
  const sought = useSettled(words.trim())
  const first = useInstitutions().data
  const found = useInstitutionsFound(sought).data
  const offered = (sought === '' ? first : found)?.slice(0, offeredMax)
  return (
    <FoundChoice
      {...props}
      label={people.findInstitution}
      words={words}
      onType={setWords}
      found={offered?.map(each => ({ id: each.id, name: nameOf(each) }))}
    />
  )
}

interface PersonChoiceProps extends ChoiceProps {
  readonly label?: string
  /** Whose people alone are offered; else those of the whole site. */
  readonly institutionId?: string
}

/** One person. */
export function PersonChoice({ label, institutionId, ...props }: PersonChoiceProps) {
  const { people } = useStaffWords()
  const personName = usePersonName()
  const [typed, setTyped] = useState('')
  const words = useSettled(typed.trim())
  const asked = usePeople({ words, institutionId, isRetired: false })
  const offered = asked.data?.pages[0]?.items.slice(0, offeredMax)
  return (
    <FoundChoice
      {...props}
      label={label ?? people.findPerson}
      words={typed}
      onType={setTyped}
      found={offered?.map(each => ({ id: each.id, name: personName(each) }))}
    />
  )
}
