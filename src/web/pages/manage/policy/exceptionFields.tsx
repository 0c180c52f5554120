import { Button } from '../../../kit/button.tsx'
import { DayField } from '../../../kit/dates.tsx'
import { TextField } from '../../../kit/field.tsx'
import { Section } from '../../../kit/page.tsx'
import { useWords } from '../../../words/words.tsx'
import { type Rules, type RulesProps } from './rules.ts'
import { StretchFields } from './stretchFields.tsx'

const noteCharactersMax = 200

type Exception = Rules['opening']['exceptions'][number]

/** Dates on which other hours hold: holidays, make-up workdays. */
export function ExceptionFields({ rules, onChange }: RulesProps) {
  const { policyEditor } = useWords()
  const { opening } = rules
  const { exceptions } = opening
  const set = (next: Exception[]) => onChange({ opening: { ...opening, exceptions: next } })
  const replace = (index: number, exception: Exception) =>
    set(exceptions.map((each, at) => (at === index ? exception : each)))
  return (
    <Section
      title={policyEditor.exceptions}
      actions={
        <Button look="plain" onPress={() => set([...exceptions, { date: '', open: [] }])}>
          + {policyEditor.addException}
        </Button>
      }
    >
      <p className="quiet">{policyEditor.exceptionsHelp}</p>
      {exceptions.map((exception, index) => {
        const { note, ...rest } = exception
        return (
          <div key={index} className="card exception">
            <DayField
              label={policyEditor.exceptionDay}
              value={exception.date === '' ? null : exception.date}
              onChange={date => replace(index, { ...exception, date: date ?? '' })}
            />
            <TextField
              label={policyEditor.exceptionNote}
              value={note ?? ''}
              onChange={text => replace(index, text === '' ? rest : { ...rest, note: text })}
              isRequired={false}
              maxLength={noteCharactersMax}
            />
            <StretchFields
              name={exception.date}
              stretches={exception.open}
              onChange={open => replace(index, { ...exception, open: [...open] })}
            />
            <Button
              look="plain"
              onPress={() => set(exceptions.filter((_, at) => at !== index))}
              aria-label={`${exception.date} ${policyEditor.removeException}`}
            >
              ✕ {policyEditor.removeException}
            </Button>
          </div>
        )
      })}
    </Section>
  )
}
