import type { Page } from 'playwright-core'
import t from 'tap'
import { aBrowser, axeFaults, withoutBrowser } from '../support/browser.ts'
import { WORDS } from '../support/pageWords.ts'
import { aBookableStage, aResearcherAt, liveBookingsOf, span } from './researcher.ts'

t.setTimeout(600_000)

t.test('researchers among others', { skip: withoutBrowser }, async t => {
  const stage = await aBookableStage(t)
  const browser = await aBrowser(t)

  t.test('two race for one slot: one wins, the other sees why and takes an alternative', async t => {
    const { booking } = WORDS['zh-CN']
    const rival = await stage.letIn(await stage.lab.anotherResearcher(), 'r-1002')
    const path = `/find?view=list&day=${stage.day(4)}&q=${encodeURIComponent('一号')}`
    const readers = [
      await aResearcherAt(browser, stage, { path }),
      await aResearcherAt(browser, stage, { path, login: rival }),
    ]
    const before = await liveBookingsOf(stage)
    for (const { page } of readers) {
      await page.getByRole('button', { name: booking.book }).first().click()
      await page.getByText(booking.can).first().waitFor()
    }
    await meetAtTheDoor(readers.map(({ page }) => page))
    await Promise.all(readers.map(({ page }) => page.getByRole('button', { name: booking.confirm }).click()))
    const won = readers.map(({ page }) => page.getByRole('alert').getByText(booking.done))
    const lost = readers.map(({ page }) => page.getByRole('button', { name: booking.bookThis }).first())
    await Promise.race(won.map(each => each.waitFor()))
    await Promise.race(lost.map(each => each.waitFor()))
    t.equal((await liveBookingsOf(stage)).length, before.length + 1)
    for (const [index, each] of lost.entries()) {
      if (!(await each.isVisible())) continue
      t.strictSame(await axeFaults(readers[index]?.page as never), [])
      await each.click()
      await won[index]?.waitFor()
    }
    t.equal((await liveBookingsOf(stage)).length, before.length + 2)
    for (const reader of readers) await reader.browser.close()
  })

  t.test('what another books shows at once, without a word about who', async t => {
    const reader = await aResearcherAt(browser, stage, {
      path: `/find?view=timeline&zoom=day&day=${stage.day(9)}`,
    })
    const { page } = reader
    await page.getByRole('grid').waitFor()
    t.equal(await page.locator('[data-item]').count(), 0)
    // The stream opens a moment after the page.
    await page.waitForTimeout(1500)
    const [, second] = stage.lab.members
    await stage.lab.book({ ...span(stage, 9, 9, 11), ...(second && { by: second.researcher }) })
    await page.locator('[data-item][data-state=busy]').first().waitFor({ timeout: 15_000 })
    t.notMatch(await page.content(), second?.researcher.personId ?? '-')
    await reader.browser.close()
  })

  t.test('a browser in New York books on the clock of Shanghai', async t => {
    const { booking } = WORDS.en
    const path = `/find?view=list&day=${stage.day(6)}&q=400M`
    const screen = { language: 'en', zone: 'America/New_York' } as const
    const reader = await aResearcherAt(browser, stage, { path, screen })
    const { page } = reader
    await page.getByRole('button', { name: booking.book }).first().click()
    await page.getByText(booking.can).first().waitFor()
    await page.getByText('America/New_York').first().waitFor()
    t.strictSame(await axeFaults(page), [])
    await page.getByRole('button', { name: booking.confirm }).click()
    await page.getByRole('alert').getByText(booking.done).waitFor()
    await reader.browser.close()
  })
})

/** Holds each booking until all have sent theirs: the stream would tell a later one before its click. */
async function meetAtTheDoor(pages: readonly Page[]): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  let sent = 0
  for (const page of pages) {
    await page.route('**/api/v1/bookings', async route => {
      if (route.request().method() !== 'POST') return route.fallback()
      if (++sent === pages.length) resolve()
      await promise
      return route.continue()
    })
  }
}
