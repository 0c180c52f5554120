import { useState } from 'react'
import { type UserKind, USER_KINDS } from '../../../domain/person.ts'
import type { Language } from '../../../contract/messages/languages.ts'
import { type Person, useEditPerson } from '../../api/queries/people.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { DialogEnd } from '../../kit/dialogEnd.tsx'
import { TextField } from '../../kit/field.tsx'
import { Section } from '../../kit/page.tsx'
import { faultOf } from '../../kit/problemNote.tsx'
import { Select } from '../../kit/select.tsx'
import { LANGUAGE_NAMES } from '../../words/language.ts'
import { useStaffWords } from '../../words/words.tsx'
import type { KeptRecord } from './realm.ts'

interface FactsProps {
  readonly person: Person
  readonly record: KeptRecord
}

/** What is said of a person. */
export function FactsSection({ person, record }: FactsProps) {
  const { common, people } = useStaffWords()
  const [isEditing, setEditing] = useState(false)
  const facts = [
    [people.name, person.name],
    [people.nameEn, person.nameEn],
    [people.email, record.email],
    [people.phone, record.phone],
    [people.userKind, people.userKinds[record.userKind as UserKind]],
    [people.language, LANGUAGE_NAMES[record.locale as Language]],
  ] as const
  return (
    <Section title={people.contact} actions={<Button onPress={() => setEditing(true)}>{common.edit}</Button>}>
      <dl className="facts card">
        {facts
          .filter(([, value]) => value !== null && value !== '')
          .map(([name, value]) => (
            <div key={name} className="fact">
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {isEditing && <EditDialog person={person} record={record} onClose={() => setEditing(false)} />}
    </Section>
  )
}

function EditDialog({ person, record, onClose }: FactsProps & { readonly onClose: () => void }) {
  const { common, people } = useStaffWords()
  const [draft, setDraft] = useState({
    name: person.name ?? '',
    nameEn: person.nameEn ?? '',
    email: record.email ?? '',
    phone: record.phone ?? '',
  })
  const [userKind, setUserKind] = useState(record.userKind as UserKind)
  const [locale, setLocale] = useState(record.locale as Language)
  const edit = useEditPerson()
  const save = () => {
    const texts = Object.entries(draft).map(([name, text]) => [name, text.trim() || null] as const)
    const changes = { ...Object.fromEntries(texts), userKind, locale }
    edit.mutate({ id: person.id, version: record.version, changes }, { onSuccess: onClose })
  }
  return (
    <Dialog title={common.edit} isOpen onClose={onClose}>
      <div className="people-fields">
        {(['name', 'nameEn', 'email', 'phone'] as const).map(name => (
          <TextField
            key={name}
            label={people[name]}
            value={draft[name]}
            onChange={text => setDraft({ ...draft, [name]: text })}
            isRequired={false}
            autoComplete="off"
            error={faultOf(edit.error, name)}
          />
        ))}
        <Select
          label={people.userKind}
          choices={USER_KINDS.map(id => ({ id, name: people.userKinds[id] }))}
          value={userKind}
          onChange={setUserKind}
        />
        <Select
          label={people.language}
          choices={(Object.keys(LANGUAGE_NAMES) as Language[]).map(id => ({ id, name: LANGUAGE_NAMES[id] }))}
          value={locale}
          onChange={setLocale}
        />
      </div>
      <DialogEnd deed={edit} name={common.save} onDo={save} onClose={onClose} />
    </Dialog>
  )
}
