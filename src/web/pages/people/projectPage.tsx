import { useState } from 'react'
import { usePerson } from '../../api/queries/people.ts'
import { useProject, useSetProjectMember } from '../../api/queries/projects.ts'
import { useSiteToday } from '../../api/queries/site.ts'
import { Button, LinkButton } from '../../kit/button.tsx'
import { DayField } from '../../kit/dates.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { DialogEnd } from '../../kit/dialogEnd.tsx'
import { Empty, Waiting } from '../../kit/note.tsx'
import { Page, Section } from '../../kit/page.tsx'
import type { Schema } from '../../api/schemas.ts'
import { useStaffWords } from '../../words/words.tsx'
import { datesText } from '../alliance/dates.ts'
import { type Chosen, PersonChoice } from './choices.tsx'
import { DatedList } from './datedList.tsx'
import { usePersonName } from './personName.ts'

interface ProjectPageProps {
  readonly id: string
  /** The address of the institution's pages. */
  readonly base: string
}

/** One project and who may book for it. */
export function ProjectPage({ id, base }: ProjectPageProps) {
  const { people } = useStaffWords()
  const [isAdding, setAdding] = useState(false)
  const asked = useProject(id)
  if (asked.data === undefined) {
    return (
      <Page title={people.projects}>
        <Waiting error={asked.error} onRetry={() => void asked.refetch()} />
      </Page>
    )
  }
  const project = asked.data
  return (
    <Page
      title={`${project.code} ${project.name}`}
      detail={<span className="figures">{datesText(project, people.openEnd)}</span>}
      actions={<LinkButton href={`${base}/groups/${project.groupId}`}>{people.projects}</LinkButton>}
    >
      <Section
        title={people.members}
        actions={
          <Button look="main" onPress={() => setAdding(true)}>
            {people.addMember}
          </Button>
        }
      >
        <Members project={project} />
      </Section>
      {isAdding && <AddMemberDialog project={project} onClose={() => setAdding(false)} />}
    </Page>
  )
}

type ProjectWithMembers = Schema<'ProjectWithMembers'>

function Members({ project }: { readonly project: ProjectWithMembers }) {
  const { people } = useStaffWords()
  const set = useSetProjectMember()
  const { id, version, members } = project
  if (members.length === 0) {
    return (
      <Empty title={people.noMembers}>
        <p>{people.noMembersHelp}</p>
      </Empty>
    )
  }
  const end = (personId: string, endsOn: string, onSuccess: () => void) => {
    const startsOn = members.find(each => each.personId === personId)?.startsOn ?? project.startsOn
    set.mutate({ id, version, personId, dates: { startsOn, endsOn } }, { onSuccess })
  }
  return (
    <div className="card">
      <DatedList
        rows={members.map(each => ({ ...each, id: each.personId }))}
        name={({ personId }) => <MemberName id={personId} />}
        ending={{
          title: people.endMember,
          help: people.endMemberHelp,
          deed: set,
          end,
        }}
      />
    </div>
  )
}

function MemberName({ id }: { readonly id: string }) {
  const personName = usePersonName()
  const person = usePerson(id).data
  return <strong>{person === undefined ? '' : personName(person)}</strong>
}

interface AddMemberProps {
  readonly project: ProjectWithMembers
  readonly onClose: () => void
}

function AddMemberDialog({ project, onClose }: AddMemberProps) {
  const { people } = useStaffWords()
  const [person, setPerson] = useState<Chosen | null>(null)
  const [startsOn, setStartsOn] = useState<string | null>(useSiteToday())
  const [endsOn, setEndsOn] = useState<string | null>(null)
  const set = useSetProjectMember()
  const save = () => {
    if (person === null || startsOn === null) return
    const { id, version } = project
    set.mutate({ id, version, personId: person.id, dates: { startsOn, endsOn } }, { onSuccess: onClose })
  }
  return (
    <Dialog title={people.addMember} isOpen onClose={onClose}>
      <PersonChoice institutionId={project.institutionId} chosen={person} onChoose={setPerson} />
      <div className="people-fields">
        <DayField label={people.since} value={startsOn} onChange={setStartsOn} />
        <DayField label={people.untilOptional} value={endsOn} onChange={setEndsOn} />
      </div>
      <DialogEnd
        deed={set}
        name={people.addMember}
        isReady={person !== null && startsOn !== null}
        onDo={save}
        onClose={onClose}
      />
    </Dialog>
  )
}
