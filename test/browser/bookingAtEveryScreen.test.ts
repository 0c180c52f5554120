import t, { type Test } from 'tap'
import { aBrowser, aReader, axeFaults, overflow, type Reader, withoutBrowser } from '../support/browser.ts'
import { somePassword } from '../support/http.ts'
import { WORDS } from '../support/pageWords.ts'
import { EVERY_SCREEN, SCREENS } from '../support/screens.ts'
import { aBookableStage, aResearcherAt, liveBookingsOf, press, researcher, span } from './researcher.ts'

t.setTimeout(900_000)

const noHelp = { skip: withoutBrowser }

/** Nothing is wrong with what is seen, and the reader goes. */
async function leave(t: Test, { page, faults, browser }: Reader) {
  t.strictSame(await axeFaults(page), [])
  t.equal(await overflow(page), 0)
  t.strictSame(faults, [])
  await browser.close()
}

t.test('from the log-in to a confirmed booking in six actions', noHelp, async t => {
  const stage = await aBookableStage(t)
  const browser = await aBrowser(t)
  for (const [walk, screen] of EVERY_SCREEN.entries()) {
    t.test(screen.name, async t => {
      const { booking, login, frame, timeline } = WORDS[screen.language]
      const before = await liveBookingsOf(stage)
      const reader = await aReader(browser, stage.address, screen)
      const { page } = reader
      /** On the timeline, some days ahead; each walk has a place of its own. */
      const tapFreeTime = async () => {
        const row = page.locator('[data-row]').nth(1 + (walk % 3))
        await row.waitFor()
        const box = (await row.boundingBox()) ?? { x: 0, y: 0 }
        const grid = (await page.getByRole('grid').boundingBox()) ?? { x: 0, width: 0 }
        await page.mouse.click(grid.x + grid.width - 40 - 60 * Math.floor(walk / 3), box.y + 20)
      }
      await page.goto('/')
      const actions = [
        () => page.getByLabel(login.login, { exact: true }).fill(researcher),
        () => page.getByLabel(login.password, { exact: true }).fill(somePassword),
        () => press(screen, page.getByRole('button', { name: login.submit })),
        () => press(screen, page.getByRole('link', { name: frame.find }).first()),
        () =>
          screen.touch ? page.getByRole('button', { name: timeline.book }).first().tap() : tapFreeTime(),
        () => press(screen, page.getByRole('button', { name: booking.confirm })),
      ]
      t.ok(actions.length <= 6)
      for (const act of actions) await act()
      await page.getByRole('alert').getByText(booking.done).waitFor()
      t.equal((await liveBookingsOf(stage)).length, before.length + 1)
      await leave(t, reader)
    })
  }
})

t.test('the last booking again in three actions', noHelp, async t => {
  const stage = await aBookableStage(t)
  const browser = await aBrowser(t)
  for (const [walk, screen] of SCREENS.entries()) {
    t.test(screen.name, async t => {
      const { home, booking } = WORDS[screen.language]
      const draft = { forPersonId: stage.lab.member.researcher.personId, overrideReason: '补记' }
      const past = span(stage, -1, 2 * walk, 2 * walk + 1)
      await stage.lab.book({ ...past, instrument: '核磁共振 400M', by: stage.lab.labManager, draft })
      const before = await liveBookingsOf(stage)
      const reader = await aResearcherAt(browser, stage, { path: '/', screen })
      const { page } = reader
      await press(screen, page.getByRole('button', { name: home.repeat }).first())
      await press(screen, page.getByRole('button', { name: booking.confirm }))
      await page.getByRole('alert').getByText(booking.done).waitFor()
      const [made] = (await liveBookingsOf(stage)).filter(each => !before.some(old => old.id === each.id))
      t.match(made, span(stage, 6, 2 * walk, 2 * walk + 1), 'a week later, at the same time')
      await leave(t, reader)
    })
  }
})

t.test('a refused booking says why, and is solved by an alternative', noHelp, async t => {
  const stage = await aBookableStage(t)
  const browser = await aBrowser(t)
  const [, second] = stage.lab.members
  for (const [walk, screen] of SCREENS.entries()) {
    t.test(screen.name, async t => {
      const { booking } = WORDS[screen.language]
      const before = await liveBookingsOf(stage)
      const path = `/find?view=list&day=${stage.day(2 + walk)}&q=${encodeURIComponent('二号')}`
      const reader = await aResearcherAt(browser, stage, { path, screen })
      const { page } = reader
      await press(screen, page.getByRole('button', { name: booking.book }).first())
      await page.getByText(booking.can).first().waitFor()
      // Somebody else is quicker, for the whole day.
      const wanted = { ...span(stage, 2 + walk, 0, 24), instrument: '质谱仪二号' }
      await stage.lab.book({ ...wanted, ...(second && { by: second.researcher }) })
      const instead = page.getByRole('button', { name: booking.bookThis }).first()
      await instead.waitFor()
      t.equal(await page.getByRole('alert').getByRole('listitem').count(), 1, 'one rule stands against it')
      t.strictSame(await axeFaults(page), [])
      await press(screen, instead)
      await page.getByRole('alert').getByText(booking.done).waitFor()
      t.equal((await liveBookingsOf(stage)).length, before.length + 2)
      await leave(t, reader)
    })
  }
})
