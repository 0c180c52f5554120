import { Link, Redirect } from 'wouter'
import { useInstitutions } from '../../api/queries/institutions.ts'
import { useMyDuties } from '../../frame/duties.ts'
import { Waiting } from '../../kit/note.tsx'
import { Page } from '../../kit/page.tsx'
import { useStaffWords } from '../../words/words.tsx'
import { useNameOf } from '../../words/writing.ts'

/** Which of their institutions an admin wants to see; of one alone, that one. */
export function OwnInstitutionsPage() {
  const { people } = useStaffWords()
  const nameOf = useNameOf()
  const { adminOf } = useMyDuties()
  const asked = useInstitutions()
  const [first] = adminOf
  if (first !== undefined && adminOf.length === 1) {
    return <Redirect to={`/manage/institutions/${first}/people`} replace />
  }
  return (
    <Page title={people.title} detail={people.detail}>
      {asked.data === undefined ? (
        <Waiting error={asked.error} onRetry={() => void asked.refetch()} />
      ) : (
        <ul className="plain-list people-list card">
          {asked.data
            .filter(({ id }) => adminOf.includes(id))
            .map(each => (
              <li key={each.id}>
                <Link href={`/manage/institutions/${each.id}/people`}>{nameOf(each)}</Link>
              </li>
            ))}
        </ul>
      )}
    </Page>
  )
}
