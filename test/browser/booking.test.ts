import type { Browser } from 'playwright-core'
import t from 'tap'
import { instant } from '../../src/domain/units.ts'
import {
  aBrowser,
  aReader,
  axeFaults,
  LANGUAGES,
  overflow,
  type Screen,
  withoutBrowser,
} from '../support/browser.ts'
import { somePassword } from '../support/http.ts'
import { WORDS } from '../support/pageWords.ts'
import type { Scope } from '../support/scope.ts'
import { aStage, openAlways, type Stage } from '../support/stage.ts'

t.setTimeout(600_000)

const instruments = ['质谱仪一号', '质谱仪二号', '质谱仪三号', '核磁共振 400M']

/** A stage with a researcher who may book tomorrow at any hour. */
async function aBookableStage(t: Scope) {
  const stage = await aStage(t, { instruments, pool: 'one', rules: openAlways })
  await stage.letIn(stage.lab.member.researcher, 'r-1001')
  return stage
}

const bookingsOf = async ({ lab }: Stage) => {
  const { q, t: tables } = lab.context.db.read
  return (await q.select().from(tables.bookings)).filter(row => row.live)
}

/** From hour to hour on a day so many days from today. */
const span = ({ hour }: Stage, days: number, from: number, to: number) => ({
  start: instant(Date.parse(hour(days, from))),
  end: instant(Date.parse(hour(days, to))),
})

/** A browser in which the researcher has logged in, on a page. */
async function at(browser: Browser, stage: Stage, path: string, screen: Screen = {}, login = 'r-1001') {
  const reader = await aReader(browser, stage.address, screen)
  await stage.enter(reader.browser, login)
  await reader.page.goto(path)
  return reader
}

t.test('a researcher books on a phone', { skip: withoutBrowser }, async t => {
  const stage = await aBookableStage(t)
  const browser = await aBrowser(t)
  for (const language of LANGUAGES) {
    t.test(`${language}: from the log-in to a confirmed booking in six actions`, async t => {
      const { booking, login, frame, timeline } = WORDS[language]
      const before = await bookingsOf(stage)
      const reader = await aReader(browser, stage.address, { language, width: 390, touch: true })
      const { page } = reader
      await page.goto('/')
      const actions = [
        () => page.getByLabel(login.login, { exact: true }).fill('r-1001'),
        () => page.getByLabel(login.password, { exact: true }).fill(somePassword),
        () => page.getByRole('button', { name: login.submit }).tap(),
        () => page.getByRole('link', { name: frame.find }).first().tap(),
        () => page.getByRole('button', { name: timeline.book }).first().tap(),
        () => page.getByRole('button', { name: booking.confirm }).tap(),
      ]
      for (const act of actions) await act()
      await page.getByRole('alert').getByText(booking.done).waitFor()
      t.strictSame(await axeFaults(page), [])
      t.equal(await overflow(page), 0)
      t.equal((await bookingsOf(stage)).length, before.length + 1)
      t.strictSame(reader.faults, [])
      await reader.browser.close()
    })
  }

  t.test('the last booking again in three actions', async t => {
    const { home, booking } = WORDS['zh-CN']
    const draft = { forPersonId: stage.lab.member.researcher.personId, overrideReason: '补记' }
    const past = { ...span(stage, -1, 9, 11), instrument: '核磁共振 400M', by: stage.lab.labManager, draft }
    await stage.lab.book(past)
    const before = await bookingsOf(stage)
    const reader = await at(browser, stage, '/', { width: 390, touch: true })
    await reader.page.getByRole('button', { name: home.repeat }).first().tap()
    await reader.page.getByRole('button', { name: booking.confirm }).tap()
    await reader.page.getByRole('alert').getByText(booking.done).waitFor()
    t.equal((await bookingsOf(stage)).length, before.length + 1)
    await reader.browser.close()
  })

  t.test('by keyboard alone, on the timeline', async t => {
    const { booking } = WORDS['zh-CN']
    const before = await bookingsOf(stage)
    const reader = await at(browser, stage, `/find?view=timeline&day=${stage.day(2)}`)
    const { page } = reader
    const grid = page.getByRole('grid')
    await grid.waitFor()
    await grid.focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Enter')
    const confirm = page.getByRole('button', { name: booking.confirm })
    await confirm.waitFor()
    t.strictSame(await axeFaults(page), [])
    await confirm.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('alert').getByText(booking.done).waitFor()
    t.equal((await bookingsOf(stage)).length, before.length + 1)
    t.strictSame(reader.faults, [])
    await reader.browser.close()
  })

  t.test('by dragging over free time with the mouse', async t => {
    const { booking } = WORDS['zh-CN']
    const before = await bookingsOf(stage)
    const reader = await at(browser, stage, `/find?view=timeline&zoom=day&day=${stage.day(3)}`)
    const { page } = reader
    const row = await page.locator('[data-row]').nth(1).boundingBox()
    t.ok(row)
    const y = (row?.y ?? 0) + 18
    await page.mouse.move(700, y)
    await page.mouse.down()
    await page.mouse.move(760, y, { steps: 4 })
    await page.mouse.move(860, y, { steps: 4 })
    await page.mouse.up()
    await page.getByText(booking.can).first().waitFor()
    await page.getByRole('button', { name: booking.confirm }).click()
    await page.getByRole('alert').getByText(booking.done).waitFor()
    const [made] = (await bookingsOf(stage)).filter(each => !before.some(other => other.id === each.id))
    t.ok(made !== undefined && made.end - made.start > 90 * 60_000, 'as long as it was drawn')
    t.strictSame(reader.faults, [])
    await reader.browser.close()
  })

  t.test('with a finger on the timeline, which scrolls when it is only swiped', async t => {
    const { booking } = WORDS['zh-CN']
    const before = await bookingsOf(stage)
    const screen = { width: 390, height: 844, touch: true }
    const reader = await at(browser, stage, `/find?view=timeline&zoom=day&day=${stage.day(3)}`, screen)
    const { page } = reader
    const row = page.locator('[data-row]').nth(2)
    await row.waitFor()
    await row.evaluate('element => element.scrollIntoView({ block: "center" })')
    const box = await row.boundingBox()
    const finger = await page.context().newCDPSession(page)
    const y = (box?.y ?? 0) + 18
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x: number) =>
      finger.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] })
    await touch('touchStart', 300)
    for (let x = 290; x >= 200; x -= 10) await touch('touchMove', x)
    await touch('touchEnd', 200)
    // A swipe runs on; a finger set down while it does only stops it.
    await page.waitForTimeout(1500)
    t.equal(await page.getByRole('dialog').count(), 0)
    await touch('touchStart', 200)
    await page.waitForTimeout(600)
    for (let x = 210; x <= 280; x += 10) {
      await touch('touchMove', x)
      await page.waitForTimeout(40)
    }
    await touch('touchEnd', 280)
    await page.getByText(booking.can).first().waitFor()
    await page.getByRole('button', { name: booking.confirm }).tap()
    await page.getByRole('alert').getByText(booking.done).waitFor()
    t.equal((await bookingsOf(stage)).length, before.length + 1)
    t.strictSame(reader.faults, [])
    await reader.browser.close()
  })

  t.test('two race for one slot: one wins, the other sees why and takes an alternative', async t => {
    const { booking } = WORDS['zh-CN']
    const rival = await stage.letIn(await stage.lab.anotherResearcher(), 'r-1002')
    const path = `/find?view=list&day=${stage.day(4)}&q=${encodeURIComponent('一号')}`
    const readers = [await at(browser, stage, path), await at(browser, stage, path, {}, rival)]
    const before = await bookingsOf(stage)
    for (const { page } of readers) {
      await page.getByRole('button', { name: booking.book }).first().click()
      await page.getByText(booking.can).first().waitFor()
    }
    await Promise.all(readers.map(({ page }) => page.getByRole('button', { name: booking.confirm }).click()))
    const won = readers.map(({ page }) => page.getByRole('alert').getByText(booking.done))
    const lost = readers.map(({ page }) => page.getByRole('button', { name: booking.bookThis }).first())
    await Promise.race(won.map(each => each.waitFor()))
    await Promise.race(lost.map(each => each.waitFor()))
    t.equal((await bookingsOf(stage)).length, before.length + 1)
    for (const [index, each] of lost.entries()) {
      if (!(await each.isVisible())) continue
      t.strictSame(await axeFaults(readers[index]?.page as never), [])
      await each.click()
      await won[index]?.waitFor()
    }
    t.equal((await bookingsOf(stage)).length, before.length + 2)
    for (const reader of readers) await reader.browser.close()
  })

  t.test('what another books shows at once, without a word about who', async t => {
    const reader = await at(browser, stage, `/find?view=timeline&zoom=day&day=${stage.day(9)}`)
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
    const reader = await at(browser, stage, path, { language: 'en', zone: 'America/New_York' })
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
