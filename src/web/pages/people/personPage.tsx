import { useState } from 'react'
import { type Person, usePerson, useReinstatePerson, useRetirePerson } from '../../api/queries/people.ts'
import { Button, LinkButton } from '../../kit/button.tsx'
import { Note, Waiting } from '../../kit/note.tsx'
import { Page } from '../../kit/page.tsx'
import { ProblemNote } from '../../kit/problemNote.tsx'
import { SureDialog } from '../../kit/sureDialog.tsx'
import { useStaffWords } from '../../words/words.tsx'
import { AccessSection } from './accessSection.tsx'
import { FactsSection } from './factsSection.tsx'
import { usePersonName } from './personName.ts'
import { PlacesSection } from './placesSection.tsx'
import type { KeptRecord, Realm } from './realm.ts'
import { RolesSection } from './rolesSection.tsx'
import '../../styles/people.css'

interface PersonPageProps extends Realm {
  readonly id: string
}

/** One person: who they are, where they belong, what they may do, how they log in. */
export function PersonPage({ id, base, institution }: PersonPageProps) {
  const { people } = useStaffWords()
  const personName = usePersonName()
  const asked = usePerson(id)
  const [isNew] = useState(() => new URLSearchParams(location.search).has('new'))
  if (asked.data === undefined) {
    return (
      <Page title={people.title}>
        <Waiting error={asked.error} onRetry={() => void asked.refetch()} />
      </Page>
    )
  }
  const person = asked.data
  const { record } = person
  const isHere = record !== null && record.retiredAt === null
  return (
    <Page
      title={personName(person)}
      detail={institution?.name}
      actions={<LinkButton href={`${base}/people`}>{people.title}</LinkButton>}
    >
      {isNew && <Note tone="good" title={people.added} role="status" />}
      {record === null && <Note title={people.keptElsewhere} />}
      {record !== null && record.retiredAt !== null && <Retired person={person} record={record} />}
      {isHere && <FactsSection person={person} record={record} />}
      <PlacesSection person={person} {...(institution && { institution })} />
      {isHere && <RolesSection person={person} {...(institution && { institution })} />}
      {isHere && <AccessSection person={person} record={record} />}
      {isHere && <Retire person={person} record={record} />}
    </Page>
  )
}

interface KeptProps {
  readonly person: Person
  readonly record: KeptRecord
}

function Retire({ person, record }: KeptProps) {
  const { people } = useStaffWords()
  const name = usePersonName()(person)
  const [isAsking, setAsking] = useState(false)
  const retire = useRetirePerson()
  return (
    <div>
      <Button look="danger" onPress={() => setAsking(true)}>
        {people.retire}
      </Button>
      {isAsking && (
        <SureDialog
          title={people.retireTitle(name)}
          help={people.retireHelp}
          deed={retire}
          name={people.retire}
          onDo={() => retire.mutate({ id: person.id, version: record.version })}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  )
}

function Retired({ person, record }: KeptProps) {
  const { people } = useStaffWords()
  const reinstate = useReinstatePerson()
  return (
    <Note tone="warn" title={people.retired}>
      <p>{people.reinstateHelp}</p>
      <div>
        <Button
          isPending={reinstate.isPending}
          onPress={() => reinstate.mutate({ id: person.id, version: record.version })}
        >
          {people.reinstate}
        </Button>
      </div>
      <ProblemNote error={reinstate.error} />
    </Note>
  )
}
