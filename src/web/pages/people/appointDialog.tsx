import { useState } from 'react'
import { useAlliances } from '../../api/queries/alliances.ts'
import { type NewAppointment, useAppoint } from '../../api/queries/appointments.ts'
import { useSiteToday } from '../../api/queries/site.ts'
import { DayField } from '../../kit/dates.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { DialogEnd } from '../../kit/dialogEnd.tsx'
import { Select } from '../../kit/select.tsx'
import { useStaffWords } from '../../words/words.tsx'
import { useNameOf } from '../../words/writing.ts'
import { type Chosen, InstitutionChoice } from './choices.tsx'

type Role = NewAppointment['role']
type ScopeKind = NewAppointment['scopeKind']

/** Where each role is held; that of a single instrument is given on the page of the instrument's people. */
const SCOPES: Readonly<Record<Role, ScopeKind>> = {
  'lab-manager': 'institution',
  'institution-admin': 'institution',
  'alliance-admin': 'alliance',
  auditor: 'site',
  'site-admin': 'site',
}
const ROLES = Object.keys(SCOPES) as Role[]

interface AppointDialogProps {
  readonly personId: string
  /** The only one in which the reader may appoint. */
  readonly institution: Chosen | null
  readonly isOfSite: boolean
  readonly onClose: () => void
}

/** A role in one place, from a day on. */
export function AppointDialog({ personId, institution: fixed, isOfSite, onClose }: AppointDialogProps) {
  const { common, people } = useStaffWords()
  const [role, setRole] = useState<Role>('lab-manager')
  const [institution, setInstitution] = useState(fixed)
  const [allianceId, setAllianceId] = useState<string | null>(null)
  const [startsOn, setStartsOn] = useState<string | null>(useSiteToday())
  const [endsOn, setEndsOn] = useState<string | null>(null)
  const appoint = useAppoint()
  const scopeKind = SCOPES[role]
  const scopeIds = {
    site: 'site',
    alliance: allianceId,
    institution: institution?.id ?? null,
    instrument: null,
  }
  const scopeId = scopeIds[scopeKind]
  const save = () => {
    if (scopeId === null || startsOn === null) return
    appoint.mutate({ personId, role, scopeKind, scopeId, startsOn, endsOn }, { onSuccess: onClose })
  }
  return (
    <Dialog title={people.appoint} isOpen onClose={onClose}>
      <Select
        label={people.role}
        choices={ROLES.filter(id => isOfSite || SCOPES[id] === 'institution').map(id => ({
          id,
          name: common.roles[id] ?? id,
        }))}
        value={role}
        onChange={setRole}
        help={people.roleHelps[role] ?? ''}
      />
      {scopeKind === 'institution' && fixed === null && (
        <InstitutionChoice chosen={institution} onChoose={setInstitution} />
      )}
      {scopeKind === 'institution' && fixed !== null && <p>{fixed.name}</p>}
      {scopeKind === 'alliance' && <AllianceField value={allianceId} onChange={setAllianceId} />}
      <div className="people-fields">
        <DayField label={people.since} value={startsOn} onChange={setStartsOn} />
        <DayField label={people.untilOptional} value={endsOn} onChange={setEndsOn} />
      </div>
      <DialogEnd
        deed={appoint}
        name={people.appoint}
        isReady={scopeId !== null && startsOn !== null}
        onDo={save}
        onClose={onClose}
      />
    </Dialog>
  )
}

interface AllianceFieldProps {
  readonly value: string | null
  readonly onChange: (id: string) => void
}

function AllianceField({ value, onChange }: AllianceFieldProps) {
  const { common } = useStaffWords()
  const nameOf = useNameOf()
  const alliances = useAlliances().data ?? []
  return (
    <Select
      label={common.alliance}
      choices={alliances.map(each => ({ id: each.id, name: nameOf(each) }))}
      value={value}
      onChange={onChange}
    />
  )
}
