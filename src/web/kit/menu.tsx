import { Button, Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'

export interface MenuChoice {
  readonly id: string
  readonly name: string
  readonly isChosen?: boolean
}

interface MenuProps {
  /** What the button says; with `icon` it is its spoken name. */
  readonly label: string
  readonly icon?: string
  readonly choices: readonly MenuChoice[]
  readonly onChoose: (id: string) => void
}

/** A button that opens a list of deeds. */
export const Menu = ({ label, icon, choices, onChoose }: MenuProps) => (
  <MenuTrigger>
    <Button className="button plain" aria-label={label}>
      {icon === undefined ? `${label} ▾` : <span aria-hidden="true">{icon}</span>}
    </Button>
    <Popover className="popover">
      <AriaMenu onAction={key => onChoose(String(key))} items={choices}>
        {({ id, name, isChosen }) => (
          <MenuItem id={id} className="option" textValue={name}>
            {isChosen === true ? `✓ ${name}` : name}
          </MenuItem>
        )}
      </AriaMenu>
    </Popover>
  </MenuTrigger>
)
