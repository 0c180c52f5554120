import t from 'tap'
import { withoutBrowser } from '../support/browser.ts'
import type { Stage } from '../support/stage.ts'
import { seeEveryPage } from './everyPage.ts'

t.setTimeout(600_000)

const pages = async ({ lab }: Stage) => [
  '/',
  '/manage',
  '/manage/approvals',
  '/manage/instruments',
  '/manage/instruments/new',
  '/manage/instruments/import',
  '/manage/instruments/pools',
  `/manage/instruments/${lab.instrumentId()}`,
  `/manage/instruments/${lab.instrumentId()}/policy`,
  '/manage/outages',
  '/manage/runs',
  '/manage/runs/log-book',
]

t.test(
  'every page of a lab manager: nothing axe finds, nothing too wide, no fault',
  { skip: withoutBrowser },
  t => seeEveryPage(t, { login: 'manager', paths: pages }),
)
