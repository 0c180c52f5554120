import { useState } from 'react'
import { Button } from '../../../kit/button.tsx'
import { InlineText, Sentence } from '../../../kit/inline.tsx'
import { useStaffWords } from '../../../words/words.tsx'
import { isTime, timeOf } from '../clockText.ts'
import type { Stretch } from './rules.ts'

const timeCharactersMax = 5
export const usualStretch: Stretch = { from: '09:00', to: '17:00' }

interface StretchFieldsProps {
  /** Of the day. */
  readonly name: string
  readonly stretches: readonly Stretch[]
  readonly onChange: (stretches: readonly Stretch[]) => void
  /** What a day without a stretch is. */
  readonly emptyText: string
}

/** The stretches of one day. */
export function StretchFields({ name, stretches, onChange, emptyText }: StretchFieldsProps) {
  const { policyEditor } = useStaffWords()
  const replace = (index: number, stretch: Stretch) =>
    onChange(stretches.map((each, at) => (at === index ? stretch : each)))
  return (
    <div className="row stretches">
      {stretches.length === 0 && <span className="quiet">{emptyText}</span>}
      {stretches.map((stretch, index) => {
        const edge = (which: 'from' | 'to') => (
          <TimeInput
            label={policyEditor.stretchLabel(
              name,
              index + 1,
              which === 'from' ? policyEditor.start : policyEditor.end,
            )}
            value={stretch[which]}
            onChange={time => replace(index, { ...stretch, [which]: time })}
          />
        )
        return (
          // Stretches have no name but their place: they are only changed in place, or taken off.
          <div key={index} className="row">
            <Sentence text={policyEditor.stretch} parts={{ from: edge('from'), to: edge('to') }} />
            <Button
              look="plain"
              aria-label={`${name} ${index + 1} ${policyEditor.removeStretch}`}
              onPress={() => onChange(stretches.filter((_, at) => at !== index))}
            >
              ✕
            </Button>
          </div>
        )
      })}
      <Button
        look="plain"
        aria-label={`${name} ${policyEditor.addStretch}`}
        onPress={() => onChange([...stretches, usualStretch])}
      >
        + {policyEditor.addStretch}
      </Button>
    </div>
  )
}

interface TimeInputProps {
  readonly label: string
  readonly value: string
  readonly onChange: (time: string) => void
}

/** A time of day as it is typed; the rules get it as it can be read. */
function TimeInput({ label, value, onChange }: TimeInputProps) {
  const [typed, setTyped] = useState(value)
  // Set from elsewhere, as by "all workdays alike".
  const shown = timeOf(typed) === value ? typed : value
  return (
    <InlineText
      label={label}
      value={shown}
      onChange={text => {
        setTyped(text)
        onChange(timeOf(text))
      }}
      isInvalid={!isTime(value)}
      maxLength={timeCharactersMax}
    />
  )
}
