import type { ReactNode } from 'react'
import { Route, Switch } from 'wouter'
import { useInstitution } from '../../api/queries/institutions.ts'
import { Waiting } from '../../kit/note.tsx'
import { Page } from '../../kit/page.tsx'
import { useStaffWords } from '../../words/words.tsx'
import { useNameOf } from '../../words/writing.ts'
import type { Chosen } from './choices.tsx'
import { GroupPage } from './groupPage.tsx'
import { InstitutionPage } from './institutionPage.tsx'
import { PeoplePage } from './peoplePage.tsx'
import { PersonPage } from './personPage.tsx'
import { ProjectPage } from './projectPage.tsx'
import '../../styles/people.css'

interface InstitutionRoutesProps {
  /** `/site` or `/manage`, under which the pages of institutions stand. */
  readonly root: string
}

/** The pages about one institution: its facts and groups, its people, its projects. */
export const InstitutionRoutes = ({ root }: InstitutionRoutesProps) => (
  <Switch>
    <Route path={`${root}/institutions/:id/people`}>
      {({ id }) => (
        <Of id={id}>{institution => <PeoplePage base={baseOf(root, id)} institution={institution} />}</Of>
      )}
    </Route>
    <Route path={`${root}/institutions/:id/people/:personId`}>
      {({ id, personId }) => (
        <Of id={id}>
          {institution => <PersonPage base={baseOf(root, id)} id={personId} institution={institution} />}
        </Of>
      )}
    </Route>
    <Route path={`${root}/institutions/:id/groups/:groupId`}>
      {({ id, groupId }) => <GroupPage base={baseOf(root, id)} id={groupId} />}
    </Route>
    <Route path={`${root}/institutions/:id/projects/:projectId`}>
      {({ id, projectId }) => <ProjectPage base={baseOf(root, id)} id={projectId} />}
    </Route>
    <Route path={`${root}/institutions/:id`}>
      {({ id }) => <InstitutionPage base={baseOf(root, id)} id={id} />}
    </Route>
  </Switch>
)

const baseOf = (root: string, id: string) => `${root}/institutions/${id}`

interface OfProps {
  readonly id: string
  readonly children: (institution: Chosen) => ReactNode
}

function Of({ id, children }: OfProps) {
  const { people } = useStaffWords()
  const nameOf = useNameOf()
  const asked = useInstitution(id)
  if (asked.data === undefined) {
    return (
      <Page title={people.title}>
        <Waiting error={asked.error} onRetry={() => void asked.refetch()} />
      </Page>
    )
  }
  return children({ id, name: nameOf(asked.data) })
}
