import { type ReactNode, useSyncExternalStore } from 'react'
import { Link, useLocation } from 'wouter'
import type { Language } from '../../contract/messages/languages.ts'
import { useMe } from '../api/queries/me.ts'
import { connection } from '../api/connection.ts'
import { session } from '../api/session.ts'
import { Menu } from '../kit/menu.tsx'
import { LANGUAGE_NAMES } from '../words/language.ts'
import { useSpeech, useWords } from '../words/words.tsx'
import { Brand } from './brand.tsx'
import { DemoBanner } from './demoBanner.tsx'
import { type Theme, useTheme } from './theme.ts'
import { useMyDuties } from './duties.ts'

/** The frame of every page: what the reader may go to, in their language, and whether they are connected. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const { frame } = useWords()
  return (
    <>
      <a className="skip" href="#content">
        {frame.skip}
      </a>
      <DemoBanner />
      <header className="bar">
        <Link href="/" className="brand">
          <Brand />
        </Link>
        <MainNav />
        <div className="bar-end">
          <LanguageMenu />
          <ThemeMenu />
          <MyMenu />
        </div>
      </header>
      <Connection />
      <main id="content" tabIndex={-1}>
        {children}
      </main>
    </>
  )
}

function MainNav() {
  const { frame } = useWords()
  const [path] = useLocation()
  const { isSiteAdmin, isStaff, seesAlliances } = useMyDuties()
  const places = [
    { href: '/', name: frame.home, icon: '◎', isShown: true },
    { href: '/find', name: frame.find, icon: '⌕', isShown: true },
    { href: '/bookings', name: frame.bookings, icon: '▤', isShown: true },
    { href: '/statement', name: frame.statement, icon: '◔', isShown: true },
    { href: '/manage', name: frame.manage, icon: '⚙', isShown: isStaff },
    { href: '/alliance', name: frame.alliance, icon: '◇', isShown: seesAlliances },
    { href: '/site', name: frame.site, icon: '⌂', isShown: isSiteAdmin },
  ]
  const isHere = (href: string) => (href === '/' ? path === '/' : path.startsWith(href))
  return (
    <nav className="main-nav" aria-label={frame.mainNav}>
      {places
        .filter(place => place.isShown)
        .map(({ href, name, icon }) => (
          <Link key={href} href={href} aria-current={isHere(href) ? 'page' : undefined}>
            <span className="nav-icon" aria-hidden="true">
              {icon}
            </span>
            {name}
          </Link>
        ))}
    </nav>
  )
}

export function LanguageMenu() {
  const { frame } = useWords()
  const { language, speak } = useSpeech()
  const choices = Object.entries(LANGUAGE_NAMES).map(([id, name]) => ({
    id,
    name,
    isChosen: id === language,
  }))
  return (
    <Menu
      label={`${frame.language}: ${LANGUAGE_NAMES[language]}`}
      icon="文"
      choices={choices}
      onChoose={id => speak(id as Language)}
    />
  )
}

export function ThemeMenu() {
  const { frame } = useWords()
  const [theme, setTheme] = useTheme()
  const choices = Object.entries(frame.themes).map(([id, name]) => ({ id, name, isChosen: id === theme }))
  return <Menu label={frame.theme} icon="◐" choices={choices} onChoose={id => setTheme(id as Theme)} />
}

function MyMenu() {
  const { frame } = useWords()
  const me = useMe().data
  const [, navigate] = useLocation()
  const choices = [
    { id: 'me', name: frame.me },
    { id: 'log-out', name: frame.logOut },
  ]
  const choose = (id: string) => (id === 'me' ? navigate('/me') : void session.logOut())
  return <Menu label={me?.person.name ?? frame.me} choices={choices} onChoose={choose} />
}

const watchConnection = (listener: () => void) => {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}

/** Says when what is shown cannot be brought up to date, and that it will be. */
export function Connection() {
  const { frame } = useWords()
  const isOnline = useSyncExternalStore(watchConnection, () => navigator.onLine)
  const isAway = useSyncExternalStore(connection.subscribe, connection.isAway)
  return (
    <div role="status" aria-live="polite">
      {!isOnline && <p className="connection">{frame.offline}</p>}
      {isOnline && isAway && <p className="connection">{frame.serverAway}</p>}
    </div>
  )
}
