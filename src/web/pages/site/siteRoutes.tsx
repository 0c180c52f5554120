import { Route, Switch, useLocation } from 'wouter'
import { Tabs } from '../../kit/tabs.tsx'
import { useStaffWords } from '../../words/words.tsx'
import { InstitutionRoutes } from '../people/institutionRoutes.tsx'
import { PeoplePage } from '../people/peoplePage.tsx'
import { PersonPage } from '../people/personPage.tsx'
import { AlliancesPage } from './alliancesPage.tsx'
import { ImportPage } from './importPage.tsx'
import { InstitutionsPage } from './institutionsPage.tsx'
import { SitePage } from './sitePage.tsx'
import '../../styles/people.css'

/** The pages of the site's admin. */
export const SiteRoutes = () => (
  <>
    <SiteNav />
    <Switch>
      <Route path="/site" component={SitePage} />
      <Route path="/site/institutions" component={InstitutionsPage} />
      <Route path="/site/institutions/*">
        <InstitutionRoutes root="/site" />
      </Route>
      <Route path="/site/people">
        <PeoplePage base="/site" />
      </Route>
      <Route path="/site/people/:id">{({ id }) => <PersonPage base="/site" id={id} />}</Route>
      <Route path="/site/alliances" component={AlliancesPage} />
      <Route path="/site/import" component={ImportPage} />
    </Switch>
  </>
)

function SiteNav() {
  const { site } = useStaffWords()
  const [path] = useLocation()
  const places = [
    { href: '/site', name: site.overview },
    { href: '/site/institutions', name: site.institutions },
    { href: '/site/people', name: site.peopleOf },
    { href: '/site/alliances', name: site.alliances },
    { href: '/site/import', name: site.import },
  ]
  const isHere = (href: string) => (href === '/site' ? path === href : path.startsWith(href))
  const tabs = places.map(place => ({ ...place, isHere: isHere(place.href) }))
  return <Tabs label={site.nav} tabs={tabs} isAbovePage />
}
