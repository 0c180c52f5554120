import t from 'tap'
import { withoutBrowser } from '../support/browser.ts'
import type { Stage } from '../support/stage.ts'
import { seeEveryPage } from './everyPage.ts'

t.setTimeout(600_000)

const pages = async ({ lab }: Stage) =>
  ['', '/quota', '/quota/bulk', '/utilization', '/members', '/agreements', '/sharing'].map(
    part => `/alliance/${lab.allianceId}${part}`,
  )

t.test(
  'every page of an alliance admin: nothing axe finds, nothing too wide, no fault',
  { skip: withoutBrowser },
  t => seeEveryPage(t, { login: 'secretary', paths: pages }),
)
