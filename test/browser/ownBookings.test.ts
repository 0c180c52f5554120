import t from 'tap'
import { secondsPerDay } from '../../src/domain/units.ts'
import { aBrowser, axeFaults, overflow, withoutBrowser } from '../support/browser.ts'
import { WORDS } from '../support/pageWords.ts'
import { SCREENS } from '../support/screens.ts'
import type { Stage } from '../support/stage.ts'
import { aBookableStage, aResearcherAt, bookingsOf, INSTRUMENTS, press, span } from './researcher.ts'

t.setTimeout(900_000)

const noHelp = { skip: withoutBrowser }

const bookingAsItIs = async (stage: Stage, id: string) =>
  (await bookingsOf(stage)).find(each => each.id === id)

t.test('a booking is moved by form, and cancelled once its consequence is said', noHelp, async t => {
  const stage = await aBookableStage(t, { quota: 'enforced' })
  const browser = await aBrowser(t)
  for (const [walk, screen] of SCREENS.entries()) {
    t.test(screen.name, async t => {
      const { booking: words, statement } = WORDS[screen.language]
      const made = await stage.lab.book(span(stage, 3 + walk, 9, 11))
      const reader = await aResearcherAt(browser, stage, { path: `/bookings/${made.id}`, screen })
      const { page } = reader
      const button = (name: string) => page.getByRole('button', { name, exact: true })

      await press(screen, button(words.move))
      const hour = page.getByRole('group', { name: words.start }).getByRole('spinbutton').nth(3)
      await hour.press('ArrowUp')
      await page.getByText(words.canMove).waitFor()
      t.strictSame(await axeFaults(page), [])
      await press(screen, button(words.confirmMove))
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      t.match(
        await bookingAsItIs(stage, made.id),
        span(stage, 3 + walk, 10, 12),
        'moved as it is, an hour on',
      )

      await press(screen, button(words.cancel))
      await page.getByText(words.cancelFree).waitFor()
      t.strictSame(await axeFaults(page), [])
      t.match(await bookingAsItIs(stage, made.id), { state: 'confirmed' }, 'said before it is done')
      await press(screen, button(words.confirmCancel))
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      t.match(await bookingAsItIs(stage, made.id), { state: 'cancelled', cancelledLate: false })

      await page.goto('/statement')
      const row = page.locator('tr', { has: page.locator(`a[href="/bookings/${made.id}"]`) })
      await row
        .filter({ hasText: statement.deeds['release'] ?? '' })
        .first()
        .waitFor()
      t.strictSame(await axeFaults(page), [])
      t.equal(await overflow(page), 0)
      t.strictSame(reader.faults, [])
      await reader.browser.close()
    })
  }
})

t.test('who cancels late is told first what is lost', noHelp, async t => {
  const stage = await aBookableStage(t, {
    quota: 'enforced',
    rules: { cancelWindowSeconds: (30 * secondsPerDay) as never },
  })
  const browser = await aBrowser(t)
  for (const [walk, screen] of SCREENS.entries()) {
    t.test(screen.name, async t => {
      const { booking: words, common } = WORDS[screen.language]
      const before = await stage.lab.balance()
      const made = await stage.lab.book(span(stage, 3 + walk, 9, 11))
      const reader = await aResearcherAt(browser, stage, { path: `/bookings/${made.id}`, screen })
      const { page } = reader
      await press(screen, page.getByRole('button', { name: words.cancel, exact: true }))
      await page.getByText(words.cancelForfeit('50%', common.hours('1'))).waitFor()
      t.strictSame(await axeFaults(page), [])
      await press(screen, page.getByRole('button', { name: words.confirmCancel, exact: true }))
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      t.match(await bookingAsItIs(stage, made.id), { state: 'cancelled', cancelledLate: true })
      t.equal((await stage.lab.balance()).forfeited, before.forfeited + 3600)
      t.equal(await overflow(page), 0)
      t.strictSame(reader.faults, [])
      await reader.browser.close()
    })
  }
})

t.test('checked in and out, and the statement shows what was settled', noHelp, async t => {
  const instruments = SCREENS.map((_, index) => `${INSTRUMENTS[0]}甲${index}`)
  const rules = { attendance: 'check-in', chargeFor: 'booked', noShowAfterSeconds: 7200 } as never
  const stage = await aBookableStage(t, { quota: 'enforced', instruments, pool: 'none', rules })
  const browser = await aBrowser(t)
  for (const [walk, screen] of SCREENS.entries()) {
    t.test(screen.name, async t => {
      const { home, statement } = WORDS[screen.language]
      const forPersonId = stage.lab.member.researcher.personId
      const quarter = 900_000
      const start = (Math.floor(stage.lab.clock.now() / quarter) * quarter) as never
      const made = await stage.lab.book({
        start,
        end: (start + 4 * quarter) as never,
        instrument: instruments[walk] ?? '',
        by: stage.lab.labManager,
        draft: { forPersonId, projectId: stage.lab.member.projectId, overrideReason: '补记' },
      })
      const reader = await aResearcherAt(browser, stage, { path: '/', screen })
      const { page } = reader
      await press(screen, page.getByRole('button', { name: home.checkIn, exact: true }))
      const checkOut = page.getByRole('button', { name: home.checkOut, exact: true })
      await checkOut.waitFor()
      t.match(await bookingAsItIs(stage, made.id), { state: 'in_use' })
      t.strictSame(await axeFaults(page), [])
      t.equal(await overflow(page), 0)
      stage.lab.clock.advance(60)
      await press(screen, checkOut)
      await checkOut.waitFor({ state: 'detached' })
      t.match(await bookingAsItIs(stage, made.id), { state: 'completed' })

      await page.goto('/statement')
      const row = page.locator('tr', { has: page.locator(`a[href="/bookings/${made.id}"]`) })
      await row
        .filter({ hasText: statement.deeds['settle'] ?? '' })
        .first()
        .waitFor()
      t.equal(await overflow(page), 0)
      t.strictSame(reader.faults, [])
      await reader.browser.close()
    })
  }
})
