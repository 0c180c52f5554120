import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'

interface ChoiceBarProps<Id extends string> {
  readonly label: string
  readonly choices: readonly { readonly id: Id; readonly name: string }[]
  readonly value: Id
  readonly onChange: (id: Id) => void
}

/** One of a few ways to look at something, all of them in sight. */
export const ChoiceBar = <Id extends string>({ label, choices, value, onChange }: ChoiceBarProps<Id>) => (
  <ToggleButtonGroup
    className="choice-bar"
    aria-label={label}
    selectionMode="single"
    disallowEmptySelection
    selectedKeys={[value]}
    onSelectionChange={keys => {
      const [chosen] = keys
      if (chosen !== undefined) onChange(chosen as Id)
    }}
  >
    {choices.map(({ id, name }) => (
      <ToggleButton key={id} id={id} className="button">
        {name}
      </ToggleButton>
    ))}
  </ToggleButtonGroup>
)
