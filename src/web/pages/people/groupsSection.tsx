import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { useAddGroup, useGroups } from '../../api/queries/groups.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { DialogEnd } from '../../kit/dialogEnd.tsx'
import { TextField } from '../../kit/field.tsx'
import { Empty, Waiting } from '../../kit/note.tsx'
import { Section } from '../../kit/page.tsx'
import { faultOf } from '../../kit/problemNote.tsx'
import { useStaffWords } from '../../words/words.tsx'
import { useNameOf } from '../../words/writing.ts'
import { type Chosen, PersonChoice } from './choices.tsx'

interface GroupsProps {
  readonly institutionId: string
  readonly base: string
}

/** The groups (课题组) of an institution. */
export function GroupsSection({ institutionId, base }: GroupsProps) {
  const { people } = useStaffWords()
  const nameOf = useNameOf()
  const [isAdding, setAdding] = useState(false)
  const asked = useGroups(institutionId)
  return (
    <Section
      title={people.groups}
      actions={<Button onPress={() => setAdding(true)}>{people.addGroup}</Button>}
    >
      <p className="quiet">{people.groupsDetail}</p>
      {asked.data === undefined && <Waiting error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.data?.length === 0 && (
        <Empty title={people.noGroups}>
          <p>{people.noGroupsHelp}</p>
        </Empty>
      )}
      {asked.data !== undefined && asked.data.length > 0 && (
        <ul className="plain-list people-list card">
          {asked.data.map(each => (
            <li key={each.id}>
              <Link href={`${base}/groups/${each.id}`}>{nameOf(each)}</Link>
            </li>
          ))}
        </ul>
      )}
      {isAdding && (
        <AddGroupDialog institutionId={institutionId} base={base} onClose={() => setAdding(false)} />
      )}
    </Section>
  )
}

function AddGroupDialog({ institutionId, base, onClose }: GroupsProps & { readonly onClose: () => void }) {
  const { people } = useStaffWords()
  const [, navigate] = useLocation()
  const [name, setName] = useState('')
  const [nameEn, setNameEn] = useState('')
  const [investigator, setInvestigator] = useState<Chosen | null>(null)
  const add = useAddGroup()
  const save = () =>
    add.mutate(
      {
        institutionId,
        name: name.trim(),
        nameEn: nameEn.trim() || null,
        investigatorId: investigator?.id ?? null,
      },
      { onSuccess: ({ id }) => navigate(`${base}/groups/${id}`) },
    )
  return (
    <Dialog title={people.addGroup} isOpen onClose={onClose}>
      <TextField
        label={people.groupName}
        value={name}
        onChange={setName}
        isRequired
        autoComplete="off"
        error={faultOf(add.error, 'name')}
      />
      <TextField
        label={people.groupNameEn}
        value={nameEn}
        onChange={setNameEn}
        isRequired={false}
        autoComplete="off"
      />
      <PersonChoice
        label={people.investigator}
        institutionId={institutionId}
        chosen={investigator}
        onChoose={setInvestigator}
      />
      <DialogEnd
        deed={add}
        name={people.addGroup}
        isReady={name.trim() !== ''}
        onDo={save}
        onClose={onClose}
      />
    </Dialog>
  )
}
