import { useState } from 'react'
import type { Alliance } from '../../api/queries/alliances.ts'
import { useAppoint } from '../../api/queries/appointments.ts'
import { useSiteToday } from '../../api/queries/site.ts'
import { DayField } from '../../kit/dates.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { DialogEnd } from '../../kit/dialogEnd.tsx'
import { useStaffWords } from '../../words/words.tsx'
import { useNameOf } from '../../words/writing.ts'
import { type Chosen, PersonChoice } from '../people/choices.tsx'

interface AppointAdminProps {
  readonly alliance: Alliance
  readonly onClose: () => void
}

/** Hands an alliance to somebody who runs it. */
export function AppointAdminDialog({ alliance, onClose }: AppointAdminProps) {
  const { people, site } = useStaffWords()
  const nameOf = useNameOf()
  const [person, setPerson] = useState<Chosen | null>(null)
  const [startsOn, setStartsOn] = useState<string | null>(useSiteToday())
  const appoint = useAppoint()
  const save = () => {
    if (person === null || startsOn === null) return
    const place = { scopeKind: 'alliance', scopeId: alliance.id } as const
    const draft = { personId: person.id, role: 'alliance-admin', ...place, startsOn, endsOn: null } as const
    appoint.mutate(draft, { onSuccess: onClose })
  }
  return (
    <Dialog title={site.appointAdmin} isOpen onClose={onClose}>
      <p>{nameOf(alliance)}</p>
      <PersonChoice chosen={person} onChoose={setPerson} />
      <DayField label={people.since} value={startsOn} onChange={setStartsOn} />
      <DialogEnd
        deed={appoint}
        name={people.appoint}
        isReady={person !== null && startsOn !== null}
        onDo={save}
        onClose={onClose}
      />
    </Dialog>
  )
}
