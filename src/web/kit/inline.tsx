import { Fragment, type ReactNode, useState } from 'react'
import {
  Button,
  Input,
  ListBox,
  ListBoxItem,
  NumberField,
  Popover,
  Select,
  SelectValue,
  TextField,
} from 'react-aria-components'
import { useWords } from '../words/words.tsx'
import type { Choice } from './select.tsx'

interface SentenceProps {
  /** `至少提前 {notice} 预约`: names in braces are replaced by the parts. */
  readonly text: string
  readonly parts: Readonly<Record<string, ReactNode>>
}

/** A sentence with fields in it, in the order in which its language has them. */
export const Sentence = ({ text, parts }: SentenceProps) => (
  <p className="sentence">
    {text.split(/(\{\w+\})/u).map((piece, index) => {
      const name = /^\{(\w+)\}$/u.exec(piece)?.[1]
      return <Fragment key={name ?? index}>{name === undefined ? piece : parts[name]}</Fragment>
    })}
  </p>
)

interface InlineProps<Value> {
  /** Spoken; the sentence around says it to the eye. */
  readonly label: string
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly isInvalid?: boolean
}

interface InlineNumberProps extends InlineProps<number> {
  readonly minValue?: number
  readonly maxValue?: number
}

/** NaN while nothing is entered. */
export const InlineNumber = ({ label, ...rest }: InlineNumberProps) => (
  <NumberField {...rest} className="field inline" aria-label={label}>
    <Input className="inline-number" />
  </NumberField>
)

interface InlineTextProps extends InlineProps<string> {
  readonly placeholder?: string
  readonly size?: 'short' | 'long'
  readonly maxLength?: number
}

export const InlineText = ({ label, placeholder, size = 'short', ...rest }: InlineTextProps) => (
  <TextField {...rest} className="field inline" aria-label={label}>
    <Input className={`inline-${size}`} {...(placeholder !== undefined && { placeholder })} />
  </TextField>
)

interface InlineSelectProps<Id extends string> extends InlineProps<Id> {
  readonly choices: readonly Choice<Id>[]
}

export const InlineSelect = <Id extends string>({
  label,
  value,
  onChange,
  choices,
  ...rest
}: InlineSelectProps<Id>) => (
  <Select
    {...rest}
    className="field inline"
    aria-label={label}
    value={value}
    onChange={key => key !== null && onChange(key as Id)}
  >
    <Button className="button inline-select">
      <SelectValue />
      <span aria-hidden="true">▾</span>
    </Button>
    <Popover className="popover">
      <ListBox items={choices}>
        {({ id, name }) => (
          <ListBoxItem id={id} className="option" textValue={name}>
            {name}
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  </Select>
)

const UNITS = { minutes: 60, hours: 3600, days: 86_400 } as const
type Unit = keyof typeof UNITS

const unitOf = (seconds: number): Unit => {
  if (seconds > 0 && seconds % UNITS.days === 0) return 'days'
  return seconds % UNITS.hours === 0 ? 'hours' : 'minutes'
}

/** A length in seconds, typed in minutes, hours or days; NaN while nothing is entered. */
export function InlineLength({ label, value, onChange, isInvalid = false }: InlineProps<number>) {
  const { common } = useWords()
  const [unit, setUnit] = useState(() => unitOf(value))
  const units = (Object.keys(UNITS) as Unit[]).map(id => ({ id, name: common.units[id] }))
  const change = (next: Unit) => {
    // The number stays as it was typed: 24 hours become 24 days.
    onChange((value / UNITS[unit]) * UNITS[next])
    setUnit(next)
  }
  return (
    <span className="inline-length">
      <InlineNumber
        label={label}
        value={value / UNITS[unit]}
        onChange={count => onChange(Math.round(count * UNITS[unit]))}
        minValue={0}
        isInvalid={isInvalid || Number.isNaN(value)}
      />
      <InlineSelect label={`${label} ${common.unit}`} value={unit} onChange={change} choices={units} />
    </span>
  )
}
