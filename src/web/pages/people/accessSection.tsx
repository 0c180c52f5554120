import { useState } from 'react'
import { LOGIN_KINDS, type LoginKind, passwordCharactersMin } from '../../../domain/person.ts'
import { useMe } from '../../api/queries/me.ts'
import { type Person, useAddLogin, useGivePassword } from '../../api/queries/people.ts'
import { Button, LinkButton } from '../../kit/button.tsx'
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

/** How a person comes in. Whoever has charge of them gives a password, and changes their own elsewhere. */
export function AccessSection({ person, record }: AccessProps) {
  const { frame, people } = useStaffWords()
  const [open, setOpen] = useState<'login' | 'password' | null>(null)
  const [done, setDone] = useState<'login' | 'password' | null>(null)
  const isMe = useMe().data?.person.id === person.id
  const at = { id: person.id, version: record.version }
  const close = () => setOpen(null)
  return (
    <Section
      title={people.access}
      actions={
        <>
          {isMe ? (
            <LinkButton href="/me">{frame.me}</LinkButton>
          ) : (
            <Button onPress={() => setOpen('password')}>
              {record.hasPassword ? people.resetPassword : people.setPassword}
            </Button>
          )}
          <Button onPress={() => setOpen('login')}>{people.addLogin}</Button>
        </>
      }
    >
      <p className="card">{record.hasPassword ? people.hasPassword : people.noPassword}</p>
      {done !== null && (
        <Note tone="good" title={done === 'login' ? people.loginAdded : people.passwordGiven} role="status" />
      )}
      {open === 'password' && (
        <PasswordDialog
          at={at}
          hasPassword={record.hasPassword}
          onDone={() => setDone('password')}
          onClose={close}
        />
      )}
      {open === 'login' && <LoginDialog at={at} onDone={() => setDone('login')} onClose={close} />}
    </Section>
  )
}

interface AtProps {
  readonly at: { readonly id: string; readonly version: number }
  readonly onDone: () => void
  readonly onClose: () => void
}

interface PasswordDialogProps extends AtProps {
  readonly hasPassword: boolean
}

function PasswordDialog({ at, hasPassword, onDone, onClose }: PasswordDialogProps) {
  const { people, setup } = useStaffWords()
  const title = hasPassword ? people.resetPassword : people.setPassword
  const [password, setPassword] = useState('')
  const give = useGivePassword()
  const done = () => {
    onDone()
    onClose()
  }
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      {hasPassword && <p>{people.resetHelp}</p>}
      <TextField
        label={hasPassword ? people.newPassword : people.initialPassword}
        help={setup.passwordHelp(passwordCharactersMin)}
        value={password}
        onChange={setPassword}
        autoComplete="off"
      />
      <DialogEnd
        deed={give}
        name={title}
        isReady={password.length >= passwordCharactersMin}
        onDo={() => give.mutate({ ...at, password }, { onSuccess: done })}
        onClose={onClose}
      />
    </Dialog>
  )
}

function LoginDialog({ at, onDone, onClose }: AtProps) {
  const { people, setup } = useStaffWords()
  const [kind, setKind] = useState<LoginKind>('email')
  const [value, setValue] = useState('')
  const add = useAddLogin()
  const done = () => {
    onDone()
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
