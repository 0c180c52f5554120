import type { Instrument } from '../../api/queries/instruments.ts'
import { type Choice, Select } from '../../kit/select.tsx'
import { useStaffWords } from '../../words/words.tsx'
import { useNameOf } from '../../words/writing.ts'

interface InstrumentSelectProps {
  readonly instruments: readonly Instrument[]
  readonly value: string | null
  readonly onChange: (id: string | null) => void
  /** Whether all of them may be meant. */
  readonly isAllOffered?: boolean
}

const all = 'all'

/** One of the reader's instruments, or all of them. */
export function InstrumentSelect({
  instruments,
  value,
  onChange,
  isAllOffered = false,
}: InstrumentSelectProps) {
  const { manage } = useStaffWords()
  const nameOf = useNameOf()
  const choices: readonly Choice[] = [
    ...(isAllOffered ? [{ id: all, name: manage.allInstruments }] : []),
    ...instruments.map(each => ({
      id: each.id,
      name: nameOf(each),
      ...(each.location !== null && { detail: each.location }),
    })),
  ]
  return (
    <Select
      label={manage.whichInstrument}
      choices={choices}
      value={value ?? (isAllOffered ? all : null)}
      onChange={id => onChange(id === all ? null : id)}
    />
  )
}
