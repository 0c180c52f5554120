import t from 'tap'
import { instant } from '../../src/domain/units.ts'
import { aBrowser, aReader, withoutBrowser } from '../support/browser.ts'
import { WORDS } from '../support/pageWords.ts'
import { aStage, openAlways } from '../support/stage.ts'

t.setTimeout(180_000)

/** As many connections as a browser opens to one host, among all its tabs, and one more. */
const tabs = 7

const hide = (isHidden: boolean) => `
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => ${isHidden} })
  document.dispatchEvent(new Event('visibilitychange'))`

t.test(
  'with many tabs open each still works, and is up to date when it is looked at',
  { skip: withoutBrowser },
  async t => {
    const { find } = WORDS['zh-CN']
    const stage = await aStage(t, { rules: openAlways })
    await stage.letIn(stage.lab.member.researcher, 'r-1001')
    const { page: first, browser, faults } = await aReader(await aBrowser(t), stage.address)
    await stage.enter(browser, 'r-1001')
    const path = `/find?view=timeline&zoom=day&day=${stage.day(9)}`
    const open = async (page = first) => {
      const live = page.waitForResponse(/\/events/u)
      await page.goto(path)
      await page.getByRole('heading', { name: find.title }).waitFor()
      await live
      await page.evaluate(hide(true))
    }
    await open()
    for (let tab = 1; tab < tabs; tab++) await open(await browser.newPage())
    t.equal(await first.locator('[data-item]').count(), 0)
    const at = (hour: number) => instant(Date.parse(stage.hour(9, hour)))
    await stage.lab.book({ start: at(9), end: at(11) })
    await first.evaluate(hide(false))
    await first.locator('[data-item]').first().waitFor({ timeout: 15_000 })
    t.strictSame(faults, [])
  },
)
