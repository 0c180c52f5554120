import { Link, Redirect } from 'wouter'
import { useAlliances, useAlliancesOf } from '../../api/queries/alliances.ts'
import { useMe } from '../../api/queries/me.ts'
import { useMyDuties } from '../../frame/duties.ts'
import { LinkButton } from '../../kit/button.tsx'
import { Empty, Waiting } from '../../kit/note.tsx'
import { Page } from '../../kit/page.tsx'
import { useStaffWords } from '../../words/words.tsx'
import { useNameOf } from '../../words/writing.ts'

/** Which alliance the reader wants to see: of their own, and of those that their institution is in. */
export function ChooserPage() {
  const { alliance, site } = useStaffWords()
  const nameOf = useNameOf()
  const { allianceIds, adminOf, isSiteAdmin, seesEveryAlliance } = useMyDuties()
  const me = useMe()
  const asked = useAlliances()
  const joined = useAlliancesOf(adminOf)
  if (asked.data === undefined || joined.data === undefined || me.data === undefined) {
    return (
      <Page title={alliance.choose}>
        <Waiting error={asked.error ?? joined.error ?? me.error} onRetry={() => void asked.refetch()} />
      </Page>
    )
  }
  const myIds = new Set([...allianceIds, ...joined.data])
  const mine = asked.data.filter(({ id }) => seesEveryAlliance || myIds.has(id))
  const [only] = mine
  if (only !== undefined && mine.length === 1) return <Redirect to={`/alliance/${only.id}`} replace />
  return (
    <Page title={alliance.choose}>
      {mine.length === 0 && (
        <Empty title={isSiteAdmin ? site.noAlliances : alliance.none}>
          <p>{isSiteAdmin ? site.noAlliancesHelp : alliance.noneHelp}</p>
          {isSiteAdmin && <LinkButton href="/site/alliances">{site.addAlliance}</LinkButton>}
        </Empty>
      )}
      <ul className="grid-cards card-list">
        {mine.map(each => (
          <li key={each.id} className="card stack-tight">
            <h2>
              <Link href={`/alliance/${each.id}`}>{nameOf(each)}</Link>
            </h2>
            {each.foundedOn !== null && <p className="quiet">{alliance.foundedOn(each.foundedOn)}</p>}
          </li>
        ))}
      </ul>
    </Page>
  )
}
