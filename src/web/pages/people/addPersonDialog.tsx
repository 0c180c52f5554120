import { useState } from 'react'
import { LOGIN_KINDS, type LoginKind, passwordCharactersMin } from '../../../domain/person.ts'
import { useGroups } from '../../api/queries/groups.ts'
import { useAddPerson } from '../../api/queries/people.ts'
import { useSiteToday } from '../../api/queries/site.ts'
import { Dialog } from '../../kit/dialog.tsx'
import { DialogEnd } from '../../kit/dialogEnd.tsx'
import { TextField } from '../../kit/field.tsx'
import { faultOf } from '../../kit/problemNote.tsx'
import { Select } from '../../kit/select.tsx'
import { useSpeech, useStaffWords } from '../../words/words.tsx'
import { useNameOf } from '../../words/writing.ts'
import { type Chosen, InstitutionChoice } from './choices.tsx'

const blank = {
  name: '',
  nameEn: '',
  groupId: '',
  loginKind: 'email' as LoginKind,
  login: '',
  password: '',
}
type Draft = typeof blank

interface AddPersonProps {
  /** Where they will belong, if that is settled. */
  readonly institution: Chosen | null
  readonly onAdded: (id: string) => void
  readonly onClose: () => void
}

/** A new person, who can log in at once with what is entered here. */
export function AddPersonDialog({ institution: fixed, onAdded, onClose }: AddPersonProps) {
  const { language } = useSpeech()
  const { people } = useStaffWords()
  const [draft, setDraft] = useState(blank)
  const [institution, setInstitution] = useState(fixed)
  const add = useAddPerson()
  const startsOn = useSiteToday()
  const hasGoodPassword = draft.password === '' || draft.password.length >= passwordCharactersMin
  const isReady = draft.name.trim() !== '' && draft.login.trim() !== '' && hasGoodPassword
  const save = () => {
    const { name, nameEn, groupId, loginKind, login, password } = draft
    add.mutate(
      {
        name: name.trim(),
        nameEn: nameEn.trim() || null,
        email: loginKind === 'email' ? login.trim() : null,
        phone: loginKind === 'phone' ? login.trim() : null,
        locale: language,
        affiliations:
          institution === null
            ? []
            : [{ institutionId: institution.id, groupId: groupId || null, startsOn, endsOn: null }],
        logins: [{ kind: loginKind, value: login.trim() }],
        ...(password !== '' && { password }),
      },
      { onSuccess: ({ id }) => onAdded(id) },
    )
  }
  return (
    <Dialog title={people.add} isOpen onClose={onClose}>
      {fixed === null && <InstitutionChoice chosen={institution} onChoose={setInstitution} />}
      <DraftFields value={draft} onChange={setDraft} error={add.error} />
      {institution !== null && (
        <GroupField
          institutionId={institution.id}
          value={draft.groupId}
          onChange={groupId => setDraft({ ...draft, groupId })}
        />
      )}
      <DialogEnd deed={add} name={people.add} isReady={isReady} onDo={save} onClose={onClose} />
    </Dialog>
  )
}

interface DraftFieldsProps {
  readonly value: Draft
  readonly onChange: (draft: Draft) => void
  readonly error: Error | null
}

function DraftFields({ value, onChange, error }: DraftFieldsProps) {
  const { people, setup } = useStaffWords()
  const text = (name: 'name' | 'nameEn' | 'login' | 'password') => ({
    value: value[name],
    onChange: (typed: string) => onChange({ ...value, [name]: typed }),
    autoComplete: 'off',
  })
  return (
    <div className="people-fields">
      <TextField {...text('name')} label={people.name} isRequired error={faultOf(error, 'name')} />
      <TextField {...text('nameEn')} label={people.nameEn} isRequired={false} />
      <Select
        label={setup.loginKind}
        choices={LOGIN_KINDS.map(id => ({ id, name: setup.loginKinds[id] }))}
        value={value.loginKind}
        onChange={loginKind => onChange({ ...value, loginKind })}
      />
      <TextField {...text('login')} label={setup.logins[value.loginKind]} isRequired />
      <TextField
        {...text('password')}
        label={people.initialPassword}
        help={people.initialPasswordHelp(passwordCharactersMin)}
        isRequired={false}
      />
    </div>
  )
}

interface GroupFieldProps {
  readonly institutionId: string
  /** Empty: in no group. */
  readonly value: string
  readonly onChange: (groupId: string) => void
}

/** The group of an institution to which somebody belongs, if any. */
export function GroupField({ institutionId, value, onChange }: GroupFieldProps) {
  const { people } = useStaffWords()
  const nameOf = useNameOf()
  const groups = useGroups(institutionId).data ?? []
  const none = 'none'
  return (
    <Select
      label={people.group}
      choices={[
        { id: none, name: people.noGroup },
        ...groups.map(each => ({ id: each.id, name: nameOf(each) })),
      ]}
      value={value === '' ? none : value}
      onChange={id => onChange(id === none ? '' : id)}
    />
  )
}
