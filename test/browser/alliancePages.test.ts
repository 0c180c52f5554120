import t from 'tap'
import { withoutBrowser } from '../support/browser.ts'
import { manyPagesMilliseconds } from '../support/soak.ts'
import { seeEveryPage } from './everyPage.ts'

t.setTimeout(manyPagesMilliseconds)

t.test(
  'every page of an alliance admin, and all that opens on it: nothing axe finds, nothing too wide, no fault',
  { skip: withoutBrowser },
  t => seeEveryPage(t, 'secretary'),
)
