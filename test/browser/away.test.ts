import t from 'tap'
import { aBrowser, aReader, LANGUAGES, withoutBrowser } from '../support/browser.ts'
import { WORDS } from '../support/pageWords.ts'
import { aBookableStage, aResearcherAt } from './researcher.ts'

t.setTimeout(600_000)

t.test('the service goes away under a page, and comes back', { skip: withoutBrowser }, async t => {
  const stage = await aBookableStage(t)
  const browser = await aBrowser(t)
  const paths = [
    '/',
    '/find?view=list',
    '/bookings',
    `/instruments/${stage.lab.instrumentId()}`,
    '/statement',
  ]

  for (const language of LANGUAGES) {
    t.test(`${language}: every page that is gone to meanwhile says so, and mends itself`, async t => {
      const { frame } = WORDS[language]
      const away = (page: (typeof readers)[number]['page']) => page.getByText(frame.serverAway).first()
      const readers = await Promise.all(
        paths.map(path => aResearcherAt(browser, stage, { path, screen: { language, width: 390 } })),
      )
      for (const { page } of readers) await page.getByRole('heading', { level: 1 }).waitFor()
      await stage.stop()
      // Each goes to the next page, which cannot be told anything.
      for (const { page } of readers) {
        await page.getByRole('link', { name: frame.find }).last().click()
        await away(page).waitFor()
      }
      await stage.startAgain()
      for (const { page, faults, browser: theirs } of readers) {
        await away(page).waitFor({ state: 'detached' })
        await page.getByRole('button', { name: WORDS[language].timeline.book }).first().waitFor()
        t.strictSame(faults, [])
        await theirs.close()
      }
    })
  }

  t.test('the log-in says so too', async t => {
    const { frame, login } = WORDS.en
    const reader = await aReader(browser, stage.address, { language: 'en' })
    const { page } = reader
    await page.goto('/')
    await page.getByLabel(login.login, { exact: true }).fill('r-1001')
    await page.getByLabel(login.password, { exact: true }).fill('anything')
    await stage.stop()
    await page.getByRole('button', { name: login.submit }).click()
    await page.getByText(frame.serverAway).first().waitFor()
    await stage.startAgain()
    await page.locator('.connection').waitFor({ state: 'detached' })
    t.equal(await page.getByLabel(login.login, { exact: true }).inputValue(), 'r-1001')
    await reader.browser.close()
  })
})
