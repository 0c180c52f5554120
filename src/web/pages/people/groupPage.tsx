import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { type Group, useEditGroup, useGroup } from '../../api/queries/groups.ts'
import { usePerson } from '../../api/queries/people.ts'
import { type Project, useAddProject, useProjects } from '../../api/queries/projects.ts'
import { useSiteToday } from '../../api/queries/site.ts'
import { Button, LinkButton } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { DialogEnd } from '../../kit/dialogEnd.tsx'
import { TextField } from '../../kit/field.tsx'
import { DayField } from '../../kit/dates.tsx'
import { Empty, Waiting } from '../../kit/note.tsx'
import { Page, Section } from '../../kit/page.tsx'
import { faultOf, ProblemNote } from '../../kit/problemNote.tsx'
import { Chip } from '../../kit/status.tsx'
import { useStaffWords } from '../../words/words.tsx'
import { useNameOf } from '../../words/writing.ts'
import { datesText } from '../alliance/dates.ts'
import { usePersonName } from './personName.ts'

interface GroupPageProps {
  readonly id: string
  /** The address of the institution's pages. */
  readonly base: string
}

/** One group and its projects. */
export function GroupPage({ id, base }: GroupPageProps) {
  const { people } = useStaffWords()
  const nameOf = useNameOf()
  const [isAdding, setAdding] = useState(false)
  const asked = useGroup(id)
  if (asked.data === undefined) {
    return (
      <Page title={people.groups}>
        <Waiting error={asked.error} onRetry={() => void asked.refetch()} />
      </Page>
    )
  }
  return (
    <Page
      title={nameOf(asked.data)}
      detail={<Investigator id={asked.data.investigatorId} />}
      actions={<LinkButton href={base}>{people.groups}</LinkButton>}
    >
      <Section
        title={people.projects}
        actions={
          <Button look="main" onPress={() => setAdding(true)}>
            {people.addProject}
          </Button>
        }
      >
        <Projects group={asked.data} base={base} />
      </Section>
      {isAdding && <AddProjectDialog groupId={id} base={base} onClose={() => setAdding(false)} />}
    </Page>
  )
}

function Investigator({ id }: { readonly id: string | null }) {
  const { people } = useStaffWords()
  return id === null ? people.ledBy(people.noInvestigator) : <InvestigatorName id={id} />
}

function InvestigatorName({ id }: { readonly id: string }) {
  const { people } = useStaffWords()
  const personName = usePersonName()
  const person = usePerson(id).data
  return people.ledBy(person === undefined ? '' : personName(person))
}

function Projects({ group, base }: { readonly group: Group; readonly base: string }) {
  const { people } = useStaffWords()
  const asked = useProjects(group.id)
  const edit = useEditGroup()
  if (asked.data === undefined) return <Waiting error={asked.error} onRetry={() => void asked.refetch()} />
  if (asked.data.length === 0) {
    return (
      <Empty title={people.noProjects}>
        <p>{people.noProjectsHelp}</p>
      </Empty>
    )
  }
  const makeDefault = ({ id: defaultProjectId }: Project) =>
    edit.mutate({ id: group.id, version: group.version, changes: { defaultProjectId } })
  return (
    <>
      <p className="quiet">{people.defaultProjectHelp}</p>
      <ul className="plain-list people-list card">
        {asked.data.map(each => (
          <li key={each.id} className="row-apart">
            <div>
              <Link href={`${base}/projects/${each.id}`}>
                {each.code} {each.name}
              </Link>{' '}
              <span className="quiet figures">{datesText(each, people.openEnd)}</span>
            </div>
            {each.id === group.defaultProjectId ? (
              <Chip tone="accent">✓ {people.isDefault}</Chip>
            ) : (
              <Button look="plain" onPress={() => makeDefault(each)}>
                {people.makeDefault}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ProblemNote error={edit.error} />
    </>
  )
}

interface AddProjectProps {
  readonly groupId: string
  readonly base: string
  readonly onClose: () => void
}

function AddProjectDialog({ groupId, base, onClose }: AddProjectProps) {
  const { people } = useStaffWords()
  const [, navigate] = useLocation()
  const [code, setCode] = useState('')
  const [name, setName] = useState('')
  const [startsOn, setStartsOn] = useState<string | null>(useSiteToday())
  const [endsOn, setEndsOn] = useState<string | null>(null)
  const add = useAddProject()
  const isReady = code.trim() !== '' && name.trim() !== '' && startsOn !== null
  const save = () => {
    if (startsOn === null) return
    const lists = { fundingCodes: [], disciplines: [], showsTitles: false }
    add.mutate(
      { groupId, code: code.trim(), name: name.trim(), startsOn, endsOn, ...lists },
      { onSuccess: ({ id }) => navigate(`${base}/projects/${id}`) },
    )
  }
  return (
    <Dialog title={people.addProject} isOpen onClose={onClose}>
      <div className="people-fields">
        <TextField
          label={people.projectCode}
          value={code}
          onChange={setCode}
          isRequired
          autoComplete="off"
          error={faultOf(add.error, 'code')}
        />
        <TextField
          label={people.projectName}
          value={name}
          onChange={setName}
          isRequired
          autoComplete="off"
          error={faultOf(add.error, 'name')}
        />
        <DayField label={people.since} value={startsOn} onChange={setStartsOn} />
        <DayField label={people.untilOptional} value={endsOn} onChange={setEndsOn} />
      </div>
      <DialogEnd deed={add} name={people.addProject} isReady={isReady} onDo={save} onClose={onClose} />
    </Dialog>
  )
}
