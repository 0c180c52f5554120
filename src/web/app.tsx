import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { lazy, Suspense, useSyncExternalStore } from 'react'
import { RouterProvider } from 'react-aria-components'
import { Redirect, Route, Switch, useLocation } from 'wouter'
import { connection } from './api/connection.ts'
import { ServerAway } from './api/problem.ts'
import { session } from './api/session.ts'
import { Connection, Frame } from './frame/frame.tsx'
import { Mishap } from './frame/mishap.tsx'
import { Dialog } from './kit/dialog.tsx'
import { LinkButton } from './kit/button.tsx'
import { Page } from './kit/page.tsx'
import { BookingPage } from './pages/bookings/bookingPage.tsx'
import { BookingsPage } from './pages/bookings/bookingsPage.tsx'
import { ScenariosPage } from './pages/demo/scenariosPage.tsx'
import { FindPage } from './pages/find/findPage.tsx'
import { HomePage } from './pages/home/homePage.tsx'
import { InstrumentPage } from './pages/instruments/instrumentPage.tsx'
import { LoginForm, LoginPage } from './pages/login/loginPage.tsx'
import { StatementPage } from './pages/statement/statementPage.tsx'
import { StaffWordsProvider, useWords, WordsProvider } from './words/words.tsx'

const freshMilliseconds = 15_000
const retryMilliseconds = 2000

/** What the service refuses is refused; only a service that is away is asked again. */
const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: freshMilliseconds,
      retry: (_, error) => error instanceof ServerAway,
      retryDelay: retryMilliseconds,
    },
  },
})

// What was missed while the service was away is asked for once it is back.
connection.subscribe(() => {
  if (!connection.isAway()) void queries.invalidateQueries()
})

/** The whole page. */
export const App = () => (
  <QueryClientProvider client={queries}>
    <WordsProvider>
      <Guarded />
    </WordsProvider>
  </QueryClientProvider>
)

function Guarded() {
  const standing = useSyncExternalStore(session.subscribe, session.read)
  const { frame } = useWords()
  const [path, navigate] = useLocation()
  switch (standing) {
    case 'starting':
      return (
        <>
          <Connection />
          <p className="page" role="status">
            {frame.loading}
          </p>
        </>
      )
    case 'out':
      return path === '/setup' ? (
        <Suspense fallback={<p role="status">{frame.loading}</p>}>
          <SetupPage />
        </Suspense>
      ) : (
        <LoginPage />
      )
    default:
      return (
        <RouterProvider navigate={to => navigate(to)}>
          <Frame>
            <Pages />
          </Frame>
          <LoginAgain isOpen={standing === 'ended'} />
        </RouterProvider>
      )
  }
}

// Pages of a few are fetched by those few.
const ManageRoutes = lazy(async () => ({
  default: (await import('./pages/manage/manageRoutes.tsx')).ManageRoutes,
}))
const AllianceRoutes = lazy(async () => ({
  default: (await import('./pages/alliance/allianceRoutes.tsx')).AllianceRoutes,
}))

const AccountPage = lazy(async () => ({
  default: (await import('./pages/account/accountPage.tsx')).AccountPage,
}))

const SetupPage = lazy(async () => ({
  default: (await import('./pages/setup/setupPage.tsx')).SetupPage,
}))

const SiteRoutes = lazy(async () => ({
  default: (await import('./pages/site/siteRoutes.tsx')).SiteRoutes,
}))

function Pages() {
  const { frame } = useWords()
  const [place] = useLocation()
  return (
    <Mishap place={place}>
      <Suspense fallback={<p role="status">{frame.loading}</p>}>
        <Switch>
          <Route path="/" component={HomePage} />
          <Route path="/find" component={FindPage} />
          <Route path="/instruments/:id" component={InstrumentPage} />
          <Route path="/bookings" component={BookingsPage} />
          <Route path="/bookings/:id" component={BookingPage} />
          <Route path="/statement" component={StatementPage} />
          <Route path="/me">
            {() => (
              <StaffWordsProvider>
                <AccountPage />
              </StaffWordsProvider>
            )}
          </Route>
          <Route path="/site/*?">
            {() => (
              <StaffWordsProvider>
                <SiteRoutes />
              </StaffWordsProvider>
            )}
          </Route>
          <Route path="/demo/scenarios" component={ScenariosPage} />
          <Route path="/setup">{() => <Redirect to="/" replace />}</Route>
          <Route path="/manage/*?">
            {() => (
              <StaffWordsProvider>
                <ManageRoutes />
              </StaffWordsProvider>
            )}
          </Route>
          <Route path="/alliance/*?">
            {() => (
              <StaffWordsProvider>
                <AllianceRoutes />
              </StaffWordsProvider>
            )}
          </Route>
          <Route component={NotFound} />
        </Switch>
      </Suspense>
    </Mishap>
  )
}

/** A session that ended in mid-work: the page stays as it is until its reader is back. */
function LoginAgain({ isOpen }: { readonly isOpen: boolean }) {
  const { frame, login } = useWords()
  return (
    <Dialog title={login.again} isOpen={isOpen} onClose={() => undefined} isDismissable={false}>
      <p>{frame.sessionEnded}</p>
      <LoginForm />
    </Dialog>
  )
}

function NotFound() {
  const { frame } = useWords()
  return (
    <Page title={frame.notFound} detail={frame.notFoundHelp}>
      <div>
        <LinkButton href="/">{frame.toHome}</LinkButton>
      </div>
    </Page>
  )
}
