import { useDeferredValue, useState } from 'react'
import { type Institution, useInstitutionsFound } from '../../../api/queries/institutions.ts'
import { Button } from '../../../kit/button.tsx'
import { TextField } from '../../../kit/field.tsx'
import { useStaffWords } from '../../../words/words.tsx'
import { useNameOf } from '../../../words/writing.ts'

interface InstitutionSearchProps {
  readonly chosen: Institution | null
  readonly onChoose: (institution: Institution) => void
  /** Those that cannot be chosen, being members already. */
  readonly taken: ReadonlySet<string>
}

/** Finds one institution by name, initials or number. */
export function InstitutionSearch({ chosen, onChoose, taken }: InstitutionSearchProps) {
  const { alliance } = useStaffWords()
  const nameOf = useNameOf()
  const [words, setWords] = useState('')
  const found = useInstitutionsFound(useDeferredValue(words.trim())).data
  return (
    <div className="stack-tight">
      <TextField
        label={alliance.findInstitution}
        help={alliance.findHelp}
        type="search"
        value={words}
        onChange={setWords}
        autoFocus
      />
      <div role="status" className="stack-tight">
        {words.trim() !== '' && found?.length === 0 && <p>{alliance.notFound}</p>}
        {chosen !== null && <p>{alliance.chosen(nameOf(chosen))}</p>}
      </div>
      {words.trim() !== '' && found !== undefined && found.length > 0 && (
        <ul className="found-list">
          {found.map(each => (
            <li key={each.id}>
              <Button look="plain" isDisabled={taken.has(each.id)} onPress={() => onChoose(each)}>
                {nameOf(each)}
                {taken.has(each.id) && <span className="quiet">{alliance.alreadyMember}</span>}
                {chosen?.id === each.id && <span aria-hidden="true">✓</span>}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
