import { useState } from 'react'
import type { Account } from '../../../api/queries/accounts.ts'
import type { GrantLine } from '../../../api/queries/grants.ts'
import { useGroups } from '../../../api/queries/groups.ts'
import { useInstitutions } from '../../../api/queries/institutions.ts'
import { useProjects } from '../../../api/queries/projects.ts'
import { Select } from '../../../kit/select.tsx'
import { useStaffWords } from '../../../words/words.tsx'
import { useNameOf } from '../../../words/writing.ts'

/** Who is to receive quota, with their name. */
export type Receiver = GrantLine['to'] & { readonly name: string }

interface ChoiceProps {
  readonly value: Receiver | null
  readonly onChange: (receiver: Receiver | null) => void
}

/** A member of the alliance. */
export function MemberChoice({ allianceId, value, onChange }: ChoiceProps & { readonly allianceId: string }) {
  const { quota } = useStaffWords()
  const nameOf = useNameOf()
  const members = useInstitutions({ allianceId }).data ?? []
  const choose = (id: string) =>
    onChange({ kind: 'institution', id, name: nameOf(members.find(each => each.id === id)) })
  return (
    <Select
      label={quota.to}
      choices={members.map(each => ({ id: each.id, name: nameOf(each) }))}
      value={value?.id ?? null}
      onChange={choose}
    />
  )
}

/** A group or project within the institution that gives; a group gives to its own projects alone. */
export function InnerChoice({ from, value, onChange }: ChoiceProps & { readonly from: Account }) {
  const { quota } = useStaffWords()
  const isOfGroup = from.holderKind === 'group'
  const [chosenId, setChosenId] = useState<string | null>(null)
  const groupId = isOfGroup ? from.holderId : chosenId
  const groups = useGroups(from.institutionId ?? '').data ?? []
  const projects = useProjects(groupId ?? '', { enabled: groupId !== null }).data ?? []
  const receivers: Receiver[] = [
    ...(groupId !== null && !isOfGroup
      ? [{ kind: 'group' as const, id: groupId, name: quota.wholeGroup }]
      : []),
    ...projects.map(({ id, name, code }) => ({ kind: 'project' as const, id, name: `${name} (${code})` })),
  ]
  return (
    <>
      {!isOfGroup && (
        <Select
          label={quota.group}
          choices={groups.map(({ id, name }) => ({ id, name }))}
          value={chosenId}
          onChange={id => {
            setChosenId(id)
            onChange(null)
          }}
        />
      )}
      <Select
        label={quota.to}
        choices={receivers.map(({ id, name }) => ({ id, name }))}
        value={value?.id ?? null}
        onChange={id => onChange(receivers.find(each => each.id === id) ?? null)}
        isDisabled={groupId === null}
      />
    </>
  )
}
