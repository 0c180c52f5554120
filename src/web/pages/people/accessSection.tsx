import { useState } from 'react'
import { LOGIN_KINDS, type LoginKind, passwordCharactersMin } from '../../../domain/person.ts'
import { type Person, useAddLogin, useSetInitialPassword } from '../../api/queries/people.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { DialogEnd } from '../../kit/dialogEnd.tsx'
import { TextField } from '../../kit/field.tsx'
import { Note } from '../../kit/note.tsx'
import { Section } from '../../kit/page.tsx'
import { Select } from '../../kit/select.tsx'
import { useStaffWords } from '../../words/words.tsx'
import type { KeptRecord } from './realm.ts'

interface AccessProps {
  readonly person: Person
  readonly record: KeptRecord
}

/** How a person comes in. Passwords are seen by nobody; the first one is set, later ones by themselves. */
export function AccessSection({ person, record }: AccessProps) {
  const { people } = useStaffWords()
  const [open, setOpen] = useState<'login' | 'password' | null>(null)
  const [wasAdded, setAdded] = useState(false)
  const at = { id: person.id, version: record.version }
  const close = () => setOpen(null)
  return (
    <Section
      title={people.access}
      actions={
        <>
          {!record.hasPassword && <Button onPress={() => setOpen('password')}>{people.setPassword}</Button>}
          <Button onPress={() => setOpen('login')}>{people.addLogin}</Button>
        </>
      }
    >
      <p className="card">{record.hasPassword ? people.hasPassword : people.noPassword}</p>
      {wasAdded && <Note tone="good" title={people.loginAdded} role="status" />}
      {open === 'password' && <PasswordDialog at={at} onClose={close} />}
      {open === 'login' && <LoginDialog at={at} onAdded={() => setAdded(true)} onClose={close} />}
    </Section>
  )
}

interface AtProps {
  readonly at: { readonly id: string; readonly version: number }
  readonly onClose: () => void
}

function PasswordDialog({ at, onClose }: AtProps) {
  const { people, setup } = useStaffWords()
  const [password, setPassword] = useState('')
  const set = useSetInitialPassword()
  return (
    <Dialog title={people.setPassword} isOpen onClose={onClose}>
      <TextField
        label={people.initialPassword}
        help={setup.passwordHelp(passwordCharactersMin)}
        value={password}
        onChange={setPassword}
        autoComplete="off"
      />
      <DialogEnd
        deed={set}
        name={people.setPassword}
        isReady={password.length >= passwordCharactersMin}
        onDo={() => set.mutate({ ...at, password }, { onSuccess: onClose })}
        onClose={onClose}
      />
    </Dialog>
  )
}

function LoginDialog({ at, onAdded, onClose }: AtProps & { readonly onAdded: () => void }) {
  const { people, setup } = useStaffWords()
  const [kind, setKind] = useState<LoginKind>('email')
  const [value, setValue] = useState('')
  const add = useAddLogin()
  const done = () => {
    onAdded()
    onClose()
  }
  return (
    <Dialog title={people.addLogin} isOpen onClose={onClose}>
      <Select
        label={setup.loginKind}
        choices={LOGIN_KINDS.map(id => ({ id, name: setup.loginKinds[id] }))}
        value={kind}
        onChange={setKind}
      />
      <TextField label={setup.logins[kind]} value={value} onChange={setValue} autoComplete="off" />
      <DialogEnd
        deed={add}
        name={people.addLogin}
        isReady={value.trim() !== ''}
        onDo={() => add.mutate({ ...at, login: { kind, value: value.trim() } }, { onSuccess: done })}
        onClose={onClose}
      />
    </Dialog>
  )
}
