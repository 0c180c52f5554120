import { type ReactNode, useId } from 'react'
import {
  Checkbox as AriaCheckbox,
  FieldError,
  Input,
  Label,
  NumberField as AriaNumberField,
  Text,
  TextArea as AriaTextArea,
  TextField as AriaTextField,
} from 'react-aria-components'
import { useWords } from '../words/words.tsx'
import { faultProps } from './fault.ts'
import { wholeDates } from './wholeDates.tsx'

interface FieldProps<Value> {
  readonly label: string
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly help?: string
  /** What the service found wrong with it. */
  readonly error?: string | undefined
  readonly isRequired?: boolean
  readonly isDisabled?: boolean
  readonly name?: string
}

interface TextFieldProps extends FieldProps<string> {
  readonly type?: 'text' | 'password' | 'email' | 'search' | 'tel'
  readonly autoComplete?: string
  readonly autoFocus?: boolean
  readonly maxLength?: number
  readonly placeholder?: string
  /** What may be typed, offered while it is; anything else may be typed as well. */
  readonly suggestions?: readonly string[]
}

export function TextField({ label, help, error, placeholder, suggestions = [], ...rest }: TextFieldProps) {
  const listId = useId()
  return (
    <AriaTextField {...rest} className="field" {...faultProps(error)}>
      <LabelText label={label} isOptional={rest.isRequired === false} />
      <Input
        {...(placeholder !== undefined && { placeholder })}
        {...(suggestions.length > 0 && { list: listId })}
      />
      {suggestions.length > 0 && (
        <datalist id={listId}>
          {suggestions.map(each => (
            <option key={each} value={each} />
          ))}
        </datalist>
      )}
      <Beneath help={help} error={error} />
    </AriaTextField>
  )
}

interface TextAreaProps extends FieldProps<string> {
  readonly rows?: number
  readonly maxLength?: number
}

export function TextArea({ label, help, error, rows = 3, ...rest }: TextAreaProps) {
  return (
    <AriaTextField {...rest} className="field" {...faultProps(error)}>
      <LabelText label={label} isOptional={rest.isRequired === false} />
      <AriaTextArea rows={rows} />
      <Beneath help={help} error={error} />
    </AriaTextField>
  )
}

interface NumberFieldProps extends FieldProps<number> {
  readonly minValue?: number
  readonly maxValue?: number
  readonly step?: number
}

/** A number, written as the reader's language writes it; NaN while nothing is entered. */
export function NumberField({ label, help, error, ...rest }: NumberFieldProps) {
  return (
    <AriaNumberField {...rest} className="field" {...faultProps(error)}>
      <LabelText label={label} isOptional={rest.isRequired === false} />
      <Input />
      <Beneath help={help} error={error} />
    </AriaNumberField>
  )
}

interface CheckboxProps {
  readonly isSelected: boolean
  readonly onChange: (isSelected: boolean) => void
  readonly children: ReactNode
}

export const Checkbox = ({ children, ...rest }: CheckboxProps) => (
  <AriaCheckbox {...rest} className="checkbox">
    <span className="checkbox-box" aria-hidden="true" />
    {children}
  </AriaCheckbox>
)

function LabelText({ label, isOptional }: { readonly label: string; readonly isOptional: boolean }) {
  const { common } = useWords()
  return (
    <Label>
      {label}
      {isOptional && <span className="quiet">{common.optional}</span>}
    </Label>
  )
}

function Beneath({
  help,
  error,
}: {
  readonly help?: string | undefined
  readonly error?: string | undefined
}) {
  return (
    <>
      {help !== undefined && (
        <Text slot="description" className="help">
          {wholeDates(help)}
        </Text>
      )}
      <FieldError className="error">{error}</FieldError>
    </>
  )
}
