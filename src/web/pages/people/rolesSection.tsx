import { useState } from 'react'
import { useAlliances } from '../../api/queries/alliances.ts'
import { type Appointment, useAppointments, useEndAppointment } from '../../api/queries/appointments.ts'
import { useInstitutions } from '../../api/queries/institutions.ts'
import { useInstrumentsById } from '../../api/queries/instruments.ts'
import type { Person } from '../../api/queries/people.ts'
import { Button } from '../../kit/button.tsx'
import { Waiting } from '../../kit/note.tsx'
import { Section } from '../../kit/page.tsx'
import { useStaffWords } from '../../words/words.tsx'
import { useNameOf } from '../../words/writing.ts'
import { AppointDialog } from './appointDialog.tsx'
import type { Chosen } from './choices.tsx'
import { DatedList } from './datedList.tsx'

interface RolesProps {
  readonly person: Person
  /** The one that the reader runs; absent: all. */
  readonly institution?: Chosen
}

/** What a person is appointed to, as far as the reader may know. */
export function RolesSection({ person, institution }: RolesProps) {
  const { common, people } = useStaffWords()
  const [isAppointing, setAppointing] = useState(false)
  const asked = useAppointments(
    institution === undefined
      ? { personId: person.id }
      : { scopeKind: 'institution', scopeId: institution.id },
  )
  const held = asked.data?.filter(each => each.personId === person.id)
  const endAppointment = useEndAppointment()
  const placeOf = usePlaceOf(held ?? [])
  return (
    <Section
      title={people.roles}
      actions={<Button onPress={() => setAppointing(true)}>{people.appoint}</Button>}
    >
      {held === undefined ? (
        <Waiting error={asked.error} onRetry={() => void asked.refetch()} />
      ) : (
        <div className="card">
          {held.length === 0 && <p className="quiet">{people.noRoles}</p>}
          <DatedList
            rows={held}
            name={row => (
              <>
                <strong>{common.roles[row.role]}</strong> · {placeOf(row)}
              </>
            )}
            ending={{
              title: people.endRole,
              help: people.endRoleHelp,
              deed: endAppointment,
              end: (id, endsOn, onSuccess) => endAppointment.mutate({ id, endsOn }, { onSuccess }),
            }}
          />
        </div>
      )}
      {isAppointing && (
        <AppointDialog
          personId={person.id}
          institution={institution ?? null}
          isOfSite={institution === undefined}
          onClose={() => setAppointing(false)}
        />
      )}
    </Section>
  )
}

function usePlaceOf(appointments: readonly Appointment[]): (appointment: Appointment) => string {
  const { people } = useStaffWords()
  const nameOf = useNameOf()
  const institutions = useInstitutions().data
  const alliances = useAlliances().data
  const instruments = useInstrumentsById(
    appointments.filter(each => each.scopeKind === 'instrument').map(each => each.scopeId),
  )
  return ({ scopeKind, scopeId }) => {
    if (scopeKind === 'site') return people.wholeSite
    if (scopeKind === 'instrument') return nameOf(instruments.get(scopeId))
    const places = scopeKind === 'alliance' ? alliances : institutions
    return nameOf(places?.find(each => each.id === scopeId))
  }
}
