import { useState } from 'react'
import { type Alliance, useAddAlliance, useAlliances, useEditAlliance } from '../../api/queries/alliances.ts'
import { useAppointments, useEndAppointment } from '../../api/queries/appointments.ts'
import { usePerson } from '../../api/queries/people.ts'
import { useSiteToday } from '../../api/queries/site.ts'
import { Button, LinkButton } from '../../kit/button.tsx'
import { Empty, Waiting } from '../../kit/note.tsx'
import { Page } from '../../kit/page.tsx'
import { wholeDates } from '../../kit/wholeDates.tsx'
import { useStaffWords } from '../../words/words.tsx'
import { useNameOf } from '../../words/writing.ts'
import { isOver } from '../alliance/dates.ts'
import { DatedList } from '../people/datedList.tsx'
import { usePersonName } from '../people/personName.ts'
import { AllianceDialog } from './allianceDialog.tsx'
import { AppointAdminDialog } from './appointAdminDialog.tsx'

/** Every alliance of the site and who runs it. */
export function AlliancesPage() {
  const { site } = useStaffWords()
  const [isAdding, setAdding] = useState(false)
  const asked = useAlliances()
  const add = useAddAlliance()
  const close = () => setAdding(false)
  return (
    <Page
      title={site.alliances}
      detail={site.alliancesDetail}
      actions={
        <Button look="main" onPress={() => setAdding(true)}>
          {site.addAlliance}
        </Button>
      }
    >
      {asked.data === undefined && <Waiting error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.data?.length === 0 && (
        <Empty title={site.noAlliances}>
          <p>{site.noAlliancesHelp}</p>
        </Empty>
      )}
      {asked.data !== undefined && asked.data.length > 0 && (
        <div className="grid-cards">
          {asked.data.map(each => (
            <AllianceCard key={each.id} alliance={each} />
          ))}
        </div>
      )}
      {isAdding && (
        <AllianceDialog
          error={add.error}
          isPending={add.isPending}
          onSave={said => add.mutate(said, { onSuccess: close })}
          onClose={close}
        />
      )}
    </Page>
  )
}

function AllianceCard({ alliance }: { readonly alliance: Alliance }) {
  const { common, site } = useStaffWords()
  const nameOf = useNameOf()
  const [open, setOpen] = useState<'edit' | 'appoint' | null>(null)
  const edit = useEditAlliance()
  const close = () => setOpen(null)
  const { id, version, type, foundedOn } = alliance
  return (
    <section className="card stack" aria-label={nameOf(alliance)}>
      <div>
        <h2>{nameOf(alliance)}</h2>
        <p className="quiet">
          {wholeDates([site.types[type] ?? type, foundedOn].filter(Boolean).join(' · '))}
        </p>
      </div>
      <Admins alliance={alliance} />
      <div className="row">
        <LinkButton href={`/alliance/${id}`}>{site.openAlliance}</LinkButton>
        <Button onPress={() => setOpen('appoint')}>{site.appointAdmin}</Button>
        <Button look="plain" onPress={() => setOpen('edit')}>
          {common.edit}
        </Button>
      </div>
      {open === 'appoint' && <AppointAdminDialog alliance={alliance} onClose={close} />}
      {open === 'edit' && (
        <AllianceDialog
          alliance={alliance}
          error={edit.error}
          isPending={edit.isPending}
          onSave={changes => edit.mutate({ id, version, changes }, { onSuccess: close })}
          onClose={close}
        />
      )}
    </section>
  )
}

function Admins({ alliance }: { readonly alliance: Alliance }) {
  const { people, site } = useStaffWords()
  const asked = useAppointments({ scopeKind: 'alliance', scopeId: alliance.id })
  const end = useEndAppointment()
  const today = useSiteToday()
  if (asked.data === undefined) return <Waiting error={asked.error} onRetry={() => void asked.refetch()} />
  const admins = asked.data.filter(each => each.role === 'alliance-admin' && !isOver(each, today))
  return (
    <div className="stack-tight">
      <h3>{site.admins}</h3>
      {admins.length === 0 ? (
        <p className="quiet">{site.noAdmins}</p>
      ) : (
        <DatedList
          rows={admins}
          name={({ personId }) => <AdminName id={personId} />}
          ending={{
            title: people.endRole,
            help: people.endRoleHelp,
            deed: end,
            end: (id, endsOn, onSuccess) => end.mutate({ id, endsOn }, { onSuccess }),
          }}
        />
      )}
    </div>
  )
}

function AdminName({ id }: { readonly id: string }) {
  const personName = usePersonName()
  const person = usePerson(id).data
  return <strong>{person === undefined ? '' : personName(person)}</strong>
}
