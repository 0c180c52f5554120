import t from 'tap'
import { withoutBrowser } from '../support/browser.ts'
import type { Stage } from '../support/stage.ts'
import { seeEveryPage } from './everyPage.ts'

t.setTimeout(600_000)

const pages = async ({ lab }: Stage) => {
  const { q, t: tables } = lab.context.db.read
  const bookings = await q.select().from(tables.bookings)
  return [
    '/',
    '/find?view=timeline',
    '/find?view=list',
    '/find?view=cards',
    '/find?q=没有',
    `/instruments/${lab.instrumentId()}`,
    '/bookings',
    '/bookings?view=timeline',
    ...bookings.map(({ id }) => `/bookings/${id}`),
    '/statement',
    '/demo/scenarios',
    '/no/such/page',
  ]
}

t.test(
  'every page of a researcher: nothing axe finds, nothing too wide, no fault',
  { skip: withoutBrowser },
  t => seeEveryPage(t, { login: 'researcher', paths: pages }),
)
