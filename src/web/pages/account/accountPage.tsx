import { type Me, useMe } from '../../api/queries/me.ts'
import { usePerson } from '../../api/queries/people.ts'
import { Waiting } from '../../kit/note.tsx'
import { Page, Section } from '../../kit/page.tsx'
import { useStaffWords } from '../../words/words.tsx'
import { useNameOf } from '../../words/writing.ts'
import { DatedList } from '../people/datedList.tsx'
import { FactsSection } from '../people/factsSection.tsx'
import { GroupName } from '../people/placesSection.tsx'
import { PasswordSection } from './passwordSection.tsx'
import '../../styles/people.css'

/** The reader's own account: what is said of them, where they belong, how they log in. */
export function AccountPage() {
  const { account, frame } = useStaffWords()
  const asked = useMe()
  return (
    <Page title={frame.me} detail={account.detail}>
      {asked.data === undefined ? (
        <Waiting error={asked.error} onRetry={() => void asked.refetch()} />
      ) : (
        <>
          <Facts id={asked.data.person.id} />
          <Places me={asked.data} />
          <Access me={asked.data} />
          <PasswordSection hasPassword={asked.data.access.hasPassword} />
        </>
      )}
    </Page>
  )
}

function Facts({ id }: { readonly id: string }) {
  const asked = usePerson(id)
  if (asked.data === undefined || asked.data.record === null) {
    return <Waiting error={asked.error} onRetry={() => void asked.refetch()} />
  }
  return <FactsSection person={asked.data} record={asked.data.record} />
}

interface MeProps {
  readonly me: Me
}

function Places({ me }: MeProps) {
  const { people } = useStaffWords()
  const nameOf = useNameOf()
  const rows = me.affiliations.map(each => ({ ...each, id: `${each.institutionId} ${each.groupId}` }))
  return (
    <Section title={people.places}>
      <div className="card">
        {rows.length === 0 && <p className="quiet">{people.noPlace}</p>}
        <DatedList
          rows={rows}
          name={each => (
            <>
              <strong>{nameOf({ name: each.institutionName, nameEn: each.institutionNameEn })}</strong>
              {each.groupId !== null && <GroupName id={each.groupId} />}
            </>
          )}
          ending={undefined}
        />
      </div>
    </Section>
  )
}

function Access({ me }: MeProps) {
  const { account, setup } = useStaffWords()
  const { logins, identities, hasPassword } = me.access
  const facts = [
    ...logins.map(({ kind, value }) => [setup.loginKinds[kind as keyof typeof setup.loginKinds], value]),
    ...identities.map(({ issuer }) => [account.federation, issuer]),
    [account.password, hasPassword ? `✓ ${account.passwordSet}` : account.passwordNone],
  ] as const
  return (
    <Section title={account.logins}>
      <dl className="facts card">
        {facts.map(([name, value]) => (
          <div key={`${name} ${value}`} className="fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet">{account.loginsHelp}</p>
    </Section>
  )
}
