import t from 'tap'
import { aBrowser, aReader, withoutBrowser } from '../support/browser.ts'
import { WORDS } from '../support/pageWords.ts'
import { aManagedStage, manager } from './managedStage.ts'
import { aBookableStage, aResearcherAt } from './researcher.ts'

t.setTimeout(300_000)

/** Enough to go past the foot of a phone's screen. */
const stops = 60

/** Whether what has the focus lies wholly or partly beneath one of the two bars. */
const isCovered = `(() => {
  const at = document.activeElement
  if (at === document.body || at.closest('.bar, .skip') !== null) return false
  const { top, bottom } = at.getBoundingClientRect()
  const above = document.querySelector('.bar').getBoundingClientRect().bottom
  const below = document.querySelector('.main-nav').getBoundingClientRect().top
  return bottom - top < below - above && (top < above - 1 || bottom > below + 1)
})()`

t.test('the bars of a phone cover nothing that has the focus', { skip: withoutBrowser }, async t => {
  const stage = await aBookableStage(t)
  const browser = await aBrowser(t)
  const screen = { language: 'en', width: 390, height: 700, touch: true } as const
  const { page } = await aResearcherAt(browser, stage, { path: '/find?view=cards', screen })
  await page.getByRole('link', { name: '核磁共振 400M' }).first().waitFor()
  let furthest = 0
  for (const key of ['Tab', 'Shift+Tab']) {
    for (let stop = 0; stop < stops; stop += 1) {
      await page.keyboard.press(key)
      const covered = await page.evaluate<boolean>(isCovered)
      if (covered) t.fail(await page.evaluate<string>('document.activeElement.outerHTML.slice(0, 120)'))
      furthest = Math.max(furthest, await page.evaluate<number>('scrollY'))
    }
  }
  t.ok(furthest > 0, 'the page is longer than the screen')
})

t.test('the tab of the page is in sight, however many stand before it', { skip: withoutBrowser }, async t => {
  const stage = await aManagedStage(t)
  const browser = await aBrowser(t)
  const screen = { language: 'en', width: 390, height: 700, touch: true } as const
  const reader = await aReader(browser, stage.address, screen)
  await stage.enter(reader.browser, manager)
  await reader.page.goto('/manage/runs/log-book')
  const tab = reader.page.getByRole('link', { name: WORDS.en.manage.logBook, exact: true })
  await tab.waitFor()
  const { x = -1, width = 0 } = (await tab.boundingBox()) ?? {}
  t.ok(x >= 0 && x + width <= 390, `from ${x} to ${x + width} of 390 px`)
})
