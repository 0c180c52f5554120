import {
  Button,
  FieldError,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
  Text,
} from 'react-aria-components'
import { faultProps } from './fault.ts'

export interface Choice<Id extends string = string> {
  readonly id: Id
  readonly name: string
  readonly detail?: string
}

interface SelectProps<Id extends string> {
  readonly label: string
  readonly choices: readonly Choice<Id>[]
  readonly value: Id | null
  readonly onChange: (id: Id) => void
  readonly help?: string
  readonly error?: string | undefined
  readonly isDisabled?: boolean
}

/** One of a few. */
export function Select<Id extends string>({
  label,
  choices,
  value,
  onChange,
  help,
  error,
  ...rest
}: SelectProps<Id>) {
  return (
    <AriaSelect
      {...rest}
      className="field"
      value={value}
      onChange={key => key !== null && onChange(key as Id)}
      {...faultProps(error)}
    >
      <Label>{label}</Label>
      <Button className="button select-button">
        <SelectValue />
        <span aria-hidden="true">▾</span>
      </Button>
      {help !== undefined && (
        <Text slot="description" className="help">
          {help}
        </Text>
      )}
      <FieldError className="error">{error}</FieldError>
      <Popover className="popover">
        <ListBox items={choices}>
          {({ id, name, detail }) => (
            <ListBoxItem id={id} className="option" textValue={name}>
              {/* One label of both: what is read aloud must hold what is seen. */}
              <Text slot="label">
                {name}
                {detail !== undefined && <span className="quiet"> {detail}</span>}
              </Text>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
