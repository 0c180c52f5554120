import { useState } from 'react'
import type { Alliance } from '../../../api/queries/alliances.ts'
import type { Institution } from '../../../api/queries/institutions.ts'
import { type Membership, useAddMembership, useAddMembershipRole } from '../../../api/queries/memberships.ts'
import { DayField } from '../../../kit/dates.tsx'
import { Dialog } from '../../../kit/dialog.tsx'
import { DialogEnd } from '../../../kit/dialogEnd.tsx'
import { Select } from '../../../kit/select.tsx'
import { dayOf, now } from '../../../time.ts'
import { useStaffWords } from '../../../words/words.tsx'
import { InstitutionSearch } from './institutionSearch.tsx'
import { emptyRole, RoleFields, roleOf } from './roleFields.tsx'

interface AddMemberProps {
  readonly alliance: Alliance
  readonly taken: ReadonlySet<string>
  readonly onClose: () => void
}

/** An institution joins from a day on, in a role. */
export function AddMemberDialog({ alliance, taken, onClose }: AddMemberProps) {
  const { alliance: words, common } = useStaffWords()
  const [chosen, setChosen] = useState<Institution | null>(null)
  const [role, setRole] = useState(emptyRole)
  const [right, setRight] = useState<'full' | 'observer'>('full')
  const [startsOn, setStartsOn] = useState<string | null>(() => dayOf(now(), alliance.zone))
  const [endsOn, setEndsOn] = useState<string | null>(null)
  const add = useAddMembership()
  const isReady = chosen !== null && startsOn !== null
  const save = () => {
    if (!isReady) return
    const dates = { startsOn, endsOn }
    const roles = [{ ...roleOf(role), ...dates }]
    const draft = { allianceId: alliance.id, institutionId: chosen.id, right, ...dates, roles }
    add.mutate(draft, { onSuccess: onClose })
  }
  return (
    <Dialog title={words.addMember} isOpen onClose={onClose}>
      <InstitutionSearch chosen={chosen} onChoose={setChosen} taken={taken} />
      <RoleFields value={role} onChange={setRole} />
      <Select
        label={words.right}
        choices={(['full', 'observer'] as const).map(id => ({ id, name: words.rights[id] ?? id }))}
        value={right}
        onChange={setRight}
      />
      <div className="field-pair">
        <DayField label={words.startsOn} value={startsOn} onChange={setStartsOn} />
        <DayField label={`${words.endsOn}${common.optional}`} value={endsOn} onChange={setEndsOn} />
      </div>
      <DialogEnd deed={add} name={words.addMember} isReady={isReady} onDo={save} onClose={onClose} />
    </Dialog>
  )
}

interface AddRoleProps {
  readonly alliance: Alliance
  readonly membership: Membership
  readonly name: string
  readonly onClose: () => void
}

/** A member takes on a role, besides those it has. */
export function AddRoleDialog({ alliance, membership, name, onClose }: AddRoleProps) {
  const { alliance: words, common } = useStaffWords()
  const [role, setRole] = useState(emptyRole)
  const [startsOn, setStartsOn] = useState<string | null>(() => dayOf(now(), alliance.zone))
  const [endsOn, setEndsOn] = useState<string | null>(membership.endsOn)
  const add = useAddMembershipRole()
  const save = () => {
    if (startsOn === null) return
    const { id, version } = membership
    const draft = { id, version, role: { ...roleOf(role), startsOn, endsOn } }
    add.mutate(draft, { onSuccess: onClose })
  }
  return (
    <Dialog title={words.rolesOf(name)} isOpen onClose={onClose}>
      <RoleFields value={role} onChange={setRole} />
      <div className="field-pair">
        <DayField label={words.startsOn} value={startsOn} onChange={setStartsOn} />
        <DayField label={`${words.endsOn}${common.optional}`} value={endsOn} onChange={setEndsOn} />
      </div>
      <DialogEnd deed={add} name={words.addRole} isReady={startsOn !== null} onDo={save} onClose={onClose} />
    </Dialog>
  )
}
