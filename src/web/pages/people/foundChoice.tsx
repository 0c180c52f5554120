import { Button } from '../../kit/button.tsx'
import { TextField } from '../../kit/field.tsx'
import { useStaffWords } from '../../words/words.tsx'

interface Found {
  readonly id: string
  readonly name: string
}

interface FoundChoiceProps {
  readonly label: string
  readonly words: string
  readonly onType: (words: string) => void
  /** Those that go with the words; undefined while they are looked for. */
  readonly found: readonly Found[] | undefined
  readonly chosen: Found | null
  readonly onChoose: (chosen: Found | null) => void
}

/** One of many, found by words; the first few are offered before anything is typed. */
export function FoundChoice({ label, words, onType, found, chosen, onChoose }: FoundChoiceProps) {
  const { common, people } = useStaffWords()
  if (chosen !== null) {
    return (
      <div className="field">
        <span className="label">{label}</span>
        <div className="row">
          <span>{chosen.name}</span>
          <Button look="plain" onPress={() => onChoose(null)}>
            {common.edit}
          </Button>
        </div>
      </div>
    )
  }
  return (
    <div className="stack-tight">
      <TextField label={label} type="search" value={words} onChange={onType} autoComplete="off" />
      <div className="row found" role="status">
        {found?.length === 0 && <span className="quiet">{people.nothingFound}</span>}
        {found?.map(each => (
          <Button key={each.id} onPress={() => onChoose(each)}>
            {each.name}
          </Button>
        ))}
      </div>
    </div>
  )
}
