import { useState } from 'react'
import { passwordCharactersMin } from '../../domain/person.ts'
import { useWords } from '../words/words.tsx'
import { Checkbox, TextField } from './field.tsx'

interface NewPasswordProps {
  readonly label: string
  readonly value: string
  readonly onChange: (password: string) => void
  /** From then on it says how much is missing. */
  readonly wasSent: boolean
  /** What the service found wrong with it. */
  readonly error?: string | undefined
}

/** A password as it is chosen: its rule is said before, and it can be looked at. */
export function NewPassword({ label, value, onChange, wasSent, error }: NewPasswordProps) {
  const { setup } = useWords()
  const [isShown, setShown] = useState(false)
  const missing = passwordCharactersMin - value.length
  const tooShort = wasSent && missing > 0 ? setup.passwordTooShort(passwordCharactersMin, missing) : undefined
  return (
    <>
      <TextField
        label={label}
        help={setup.passwordHelp(passwordCharactersMin)}
        type={isShown ? 'text' : 'password'}
        value={value}
        onChange={onChange}
        autoComplete="new-password"
        isRequired
        error={tooShort ?? error}
      />
      <Checkbox isSelected={isShown} onChange={setShown}>
        {setup.showPassword}
      </Checkbox>
    </>
  )
}
