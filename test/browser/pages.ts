import type { Ids } from './furnished.ts'

/** A page under its role's eyes. A new page is one line here: every sweep takes it in. */
export interface PageRow {
  readonly path: string
  /** So many menus, lists, calendars, dialogs, parts and views open on it at the least, on any screen. */
  readonly opens: number | 'elsewhere'
}

export type RoleName = 'visitor' | 'researcher' | 'manager' | 'secretary' | 'office' | 'admin'

const page = (path: string, opens: number): PageRow => ({ path, opens })

/** A page in a state that others of its rows come to as well: it is looked at, and nothing is opened. */
const state = (path: string): PageRow => ({ path, opens: 'elsewhere' })

/** So many things at the least open within the dialogs of a role, summed over the screens. */
export const OPENS_WITHIN: Readonly<Record<RoleName, number>> = {
  visitor: 0,
  researcher: 10,
  manager: 20,
  secretary: 8,
  office: 15,
  admin: 20,
}

/** Every page, by who goes there. Who is nobody sees the log-in. */
export const PAGES: Readonly<Record<RoleName, (ids: Ids) => readonly PageRow[]>> = {
  visitor: () => [page('/', 2)],
  researcher: ({ instrument, bookings }) => [
    page('/', 4),
    page('/find?view=timeline', 12),
    state('/find?view=list'),
    state('/find?view=cards'),
    state('/find?q=没有'),
    page(`/instruments/${instrument}`, 8),
    page('/bookings', 4),
    state('/bookings?view=timeline'),
    page(`/bookings/${bookings.past}`, 1),
    page(`/bookings/${bookings.running}`, 3),
    page(`/bookings/${bookings.requested}`, 3),
    page(`/bookings/${bookings.confirmed}`, 4),
    page('/me', 1),
    page('/statement', 0),
    page('/demo/scenarios', 0),
    state('/no/such/page'),
  ],
  manager: ({ instrument, bookings }) => [
    page('/', 4),
    page('/manage', 3),
    page('/manage/approvals', 2),
    page('/manage/instruments', 0),
    page('/manage/instruments/new', 3),
    page('/manage/instruments/import', 0),
    page('/manage/instruments/pools', 0),
    page(`/manage/instruments/${instrument}`, 6),
    page(`/manage/instruments/${instrument}/policy`, 30),
    page('/manage/outages', 4),
    page('/manage/runs', 2),
    page('/manage/runs/log-book', 1),
    page(`/bookings/${bookings.confirmed}`, 4),
  ],
  secretary: ({ alliance, account }) => [
    page('/alliance', 3),
    page(`/alliance/${alliance}`, 0),
    page(`/alliance/${alliance}/quota`, 4),
    page(`/alliance/${alliance}/quota/bulk`, 3),
    page(`/alliance/${alliance}/quota/ledgers`, 0),
    page(`/alliance/${alliance}/quota/documents`, 0),
    page(`/alliance/${alliance}/quota/accounts/${account}`, 1),
    page(`/alliance/${alliance}/utilization`, 11),
    page(`/alliance/${alliance}/members`, 3),
    page(`/alliance/${alliance}/agreements`, 1),
    page(`/alliance/${alliance}/sharing`, 0),
  ],
  office: ({ institution, person, group, project }) => [
    page('/manage/people', 3),
    page(`/manage/institutions/${institution}`, 2),
    page(`/manage/institutions/${institution}/people`, 1),
    page(`/manage/institutions/${institution}/people/${person}`, 6),
    page(`/manage/institutions/${institution}/groups/${group}`, 2),
    page(`/manage/institutions/${institution}/projects/${project}`, 2),
  ],
  admin: ({ institution, person }) => [
    page('/site', 3),
    page('/site/institutions', 1),
    page(`/site/institutions/${institution}`, 2),
    page('/site/people', 1),
    page(`/site/people/${person}`, 6),
    page('/site/alliances', 4),
    page('/site/import', 1),
  ],
}
