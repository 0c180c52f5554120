import { useInstitutions } from '../../../api/queries/institutions.ts'
import { Select } from '../../../kit/select.tsx'
import { useStaffWords } from '../../../words/words.tsx'
import { useNameOf } from '../../../words/writing.ts'

interface InstitutionFieldProps {
  /** Those offered; empty: all. */
  readonly ids: readonly string[]
  readonly value: string | null
  readonly onChange: (id: string) => void
}

/** To which institution something new belongs. */
export function InstitutionField({ ids, value, onChange }: InstitutionFieldProps) {
  const { hosted } = useStaffWords()
  const nameOf = useNameOf()
  const offered = (useInstitutions().data ?? []).filter(each => ids.length === 0 || ids.includes(each.id))
  return (
    <Select
      label={hosted.institution}
      choices={offered.map(each => ({ id: each.id, name: nameOf(each) }))}
      value={value}
      onChange={onChange}
    />
  )
}
