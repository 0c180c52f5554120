import { useState } from 'react'
import { usePeopleFound } from '../../api/queries/people.ts'
import { Button } from '../../kit/button.tsx'
import { TextField } from '../../kit/field.tsx'
import { useSettled } from '../../kit/useSettled.ts'
import { useWords } from '../../words/words.tsx'
import { useNameOf } from '../../words/writing.ts'

interface PersonSearchProps {
  /** Empty: nobody chosen. */
  readonly personId: string
  readonly onChoose: (personId: string) => void
}

/** Finds the one for whom is booked. */
export function PersonSearch({ personId, onChoose }: PersonSearchProps) {
  const { booking: words, common } = useWords()
  const [typed, setTyped] = useState('')
  const [chosenName, setChosenName] = useState('')
  const nameOf = useNameOf()
  const settled = useSettled(typed.trim())
  const found = usePeopleFound(settled)
  const nameOrId = (person: {
    readonly id: string
    readonly name: string | null
    readonly nameEn: string | null
  }) => nameOf({ name: person.name ?? person.id, nameEn: person.nameEn })
  if (personId !== '') {
    return (
      <div className="row">
        <span>{words.behalfChosen(chosenName)}</span>
        <Button look="plain" onPress={() => onChoose('')}>
          {common.remove}
        </Button>
      </div>
    )
  }
  return (
    <div className="stack-tight">
      <TextField
        label={words.behalf}
        help={words.behalfSearch}
        type="search"
        value={typed}
        onChange={setTyped}
      />
      <div className="row" role="status">
        {settled !== '' && found.data?.length === 0 && <span className="quiet">{words.behalfNone}</span>}
        {settled !== '' &&
          found.data?.map(person => (
            <Button
              key={person.id}
              onPress={() => {
                setChosenName(nameOrId(person))
                onChoose(person.id)
              }}
            >
              {nameOrId(person)}
            </Button>
          ))}
      </div>
    </div>
  )
}
