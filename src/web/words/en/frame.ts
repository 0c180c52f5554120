import type { Texts } from '../shape.ts'
import type { frame as original } from '../zhCn/frame.ts'

export const frame: Texts<typeof original> = {
  product: 'Jishi',
  skip: 'Skip to content',
  mainNav: 'Main',
  home: 'Today',
  find: 'Find time',
  bookings: 'My bookings',
  statement: 'Quota',
  manage: 'Instruments',
  alliance: 'Alliance',
  site: 'Site',
  scenarios: 'Scenarios',
  language: 'Language',
  theme: 'Appearance',
  themes: { system: 'Like the system', light: 'Light', dark: 'Dark' },
  me: 'My account',
  logOut: 'Log out',
  more: 'More',
  demoBanner: 'Demonstration: people, instruments, bookings and quota are fictional.',
  demo: 'Demonstration',
  demoRole: 'Switch role',
  offline: 'You are offline; this is what was known before. It updates by itself once you are back.',
  serverAway: 'The server cannot be reached for the moment; trying again. Nothing you typed is lost.',
  live: 'Live',
  broken: 'This page could not be opened',
  brokenHelp:
    'The network may have gone, or the service was just updated. Loading it again usually helps; ' +
    'if not, pass the line below on to your administrator.',
  reload: 'Load again',
  notFound: 'There is no such page',
  notFoundHelp: 'The address may be mistyped, or what it named has moved.',
  toHome: 'Back to today',
  sessionEnded: 'Your session has ended. Log in again to go on; what you typed is still here.',
  loading: 'Loading…',
}
