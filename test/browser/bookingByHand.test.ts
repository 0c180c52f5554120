import t from 'tap'
import { aBrowser, axeFaults, type Reader, withoutBrowser } from '../support/browser.ts'
import { pressKeys, tabTo } from '../support/keyboard.ts'
import { WORDS } from '../support/pageWords.ts'
import { SCREENS } from '../support/screens.ts'
import type { Stage } from '../support/stage.ts'
import { aBookableStage, aResearcherAt, INSTRUMENTS, liveBookingsOf, span } from './researcher.ts'

t.setTimeout(900_000)

const noHelp = { skip: withoutBrowser }
const minute = 60_000
const atADesk = SCREENS.filter(({ touch }) => touch !== true)
const inTheHand = SCREENS.filter(({ touch }) => touch === true)

/** What was booked since, alone. */
async function madeSince(stage: Stage, before: Awaited<ReturnType<typeof liveBookingsOf>>) {
  return (await liveBookingsOf(stage)).filter(each => !before.some(other => other.id === each.id))
}

t.test('by keyboard alone, on the timeline', noHelp, async t => {
  const stage = await aBookableStage(t)
  const browser = await aBrowser(t)
  for (const [walk, screen] of atADesk.entries()) {
    t.test(screen.name, async t => {
      const { booking, common } = WORDS[screen.language]
      const before = await liveBookingsOf(stage)
      const path = `/find?view=timeline&day=${stage.day(2 + walk)}`
      const reader = await aResearcherAt(browser, stage, { path, screen })
      const { page } = reader
      const grid = page.getByRole('grid')
      await tabTo(grid)
      await pressKeys(page, ['ArrowRight', ['Shift+ArrowRight', 2], 'Enter'])
      await page.getByText(booking.can).first().waitFor()
      t.strictSame(await axeFaults(page), [])
      await tabTo(page.getByRole('button', { name: booking.confirm }))
      await page.keyboard.press('Enter')
      await page.getByRole('alert').getByText(booking.done).waitFor()
      t.equal((await madeSince(stage, before)).length, 1)
      await tabTo(page.getByRole('dialog').getByText(common.close, { exact: true }))
      await page.keyboard.press('Enter')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      // The focus is back where it was, so that one can go on.
      await page.locator('[role=grid]:focus').waitFor()
      t.strictSame(reader.faults, [])
      await reader.browser.close()
    })
  }
})

t.test('moved by keyboard alone, on the timeline of one’s own', noHelp, async t => {
  const stage = await aBookableStage(t, {
    rules: { changeWindowSeconds: 0, cancelWindowSeconds: 0 } as never,
  })
  const browser = await aBrowser(t)
  for (const [walk, screen] of atADesk.entries()) {
    t.test(screen.name, async t => {
      const { booking } = WORDS[screen.language]
      const made = await stage.lab.book({ ...span(stage, 1 + walk, 10, 12), instrument: INSTRUMENTS[0] })
      const path = '/bookings?view=timeline'
      const reader = await aResearcherAt(browser, stage, { path, screen })
      const { page } = reader
      await tabTo(page.getByRole('grid'))
      await page.locator('[data-row]').waitFor()
      const toIt = [['PageDown', 1 + walk], 'Home', ['ArrowRight', 20]] as const
      await pressKeys(page, [...toIt, ['Alt+ArrowRight', 2], 'Enter'])
      await page.getByText(booking.canMove).waitFor()
      await tabTo(page.getByRole('button', { name: booking.confirmMove }))
      await page.keyboard.press('Enter')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      const moved = (await liveBookingsOf(stage)).find(each => each.id === made.id)
      t.match(moved, span(stage, 1 + walk, 11, 13))
      await page.locator('[role=grid]:focus').waitFor()
      t.strictSame(reader.faults, [])
      await reader.browser.close()
    })
  }
})

t.test('by dragging over free time with the mouse', noHelp, async t => {
  const stage = await aBookableStage(t)
  const browser = await aBrowser(t)
  for (const [walk, screen] of atADesk.entries()) {
    t.test(screen.name, async t => {
      const { booking } = WORDS[screen.language]
      const before = await liveBookingsOf(stage)
      const path = `/find?view=timeline&zoom=day&day=${stage.day(2 + walk)}`
      const reader = await aResearcherAt(browser, stage, { path, screen })
      const { page } = reader
      const row = page.locator('[data-row]').nth(1)
      await row.waitFor()
      const y = ((await row.boundingBox())?.y ?? 0) + 18
      const x = screen.width / 2
      await page.mouse.move(x, y)
      await page.mouse.down()
      await page.mouse.move(x + 60, y, { steps: 4 })
      await page.mouse.move(x + 160, y, { steps: 4 })
      await page.mouse.up()
      await page.getByText(booking.can).first().waitFor()
      await page.getByRole('button', { name: booking.confirm }).click()
      await page.getByRole('alert').getByText(booking.done).waitFor()
      const [made] = await madeSince(stage, before)
      t.ok(made !== undefined && made.end - made.start > 90 * minute, 'as long as it was drawn')
      t.strictSame(reader.faults, [])
      await reader.browser.close()
    })
  }
})

t.test('with a finger on the timeline, which scrolls when it is only swiped', noHelp, async t => {
  const stage = await aBookableStage(t)
  const browser = await aBrowser(t)
  for (const [walk, screen] of inTheHand.entries()) {
    t.test(screen.name, async t => {
      const { booking } = WORDS[screen.language]
      const before = await liveBookingsOf(stage)
      const path = `/find?view=timeline&zoom=day&day=${stage.day(2 + walk)}`
      const tall = { ...screen, height: 844 }
      const reader = await aResearcherAt(browser, stage, { path, screen: tall })
      const { page } = reader
      const row = page.locator('[data-row]').nth(2)
      await row.waitFor()
      await row.scrollIntoViewIfNeeded()
      const touch = await aFinger(page, ((await row.boundingBox())?.y ?? 0) + 18)
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
      t.equal((await madeSince(stage, before)).length, 1)
      t.strictSame(reader.faults, [])
      await reader.browser.close()
    })
  }
})

/** A finger at one height of the screen. */
async function aFinger(page: Reader['page'], y: number) {
  const finger = await page.context().newCDPSession(page)
  return (type: 'touchStart' | 'touchMove' | 'touchEnd', x: number) =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] })
}
