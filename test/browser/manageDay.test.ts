import t from 'tap'
import { eq } from 'drizzle-orm'
import { withoutBrowser } from '../support/browser.ts'
import { pressKeys, tabTo } from '../support/keyboard.ts'
import type { Stage } from '../support/stage.ts'
import { atEveryScreen, type Walk } from './journey.ts'
import { aManagedStage, byStaff, instrumentOf, manager, span } from './managedStage.ts'

t.setTimeout(900_000)

const bookingOf = async ({ lab }: Stage, id: string) => {
  const { q, t: tables } = lab.context.db.read
  const [found] = await q.select().from(tables.bookings).where(eq(tables.bookings.id, id))
  return found
}

t.test('a lab manager decides about a request', { skip: withoutBrowser }, async t => {
  const stage = await aManagedStage(t, { approval: 'staff' })
  const walk = async ({ t, page, words, index, press, isSound }: Walk) => {
    const asked = await stage.lab.book({ ...span(stage, 1, 10, 12), instrument: instrumentOf(index) })
    await page.goto('/manage/approvals')
    const { board, common } = words
    // Every other one is turned down, which takes a reason.
    const isApproved = index % 2 === 0
    const verdict = page.getByRole('button', { name: isApproved ? board.approve : board.reject, exact: true })
    await press(verdict)
    if (!isApproved) await page.getByLabel(common.reason, { exact: true }).fill('样品未备案')
    await isSound()
    await press(verdict)
    await page.getByText(board.noApprovals).waitFor()
    t.match(await bookingOf(stage, asked.id), {
      state: isApproved ? 'confirmed' : 'rejected',
      decisionReason: isApproved ? null : '样品未备案',
    })
  }
  await atEveryScreen(t, { stage, login: manager }, walk)
})

t.test('a user is checked in and out on the board', { skip: withoutBrowser }, async t => {
  const stage = await aManagedStage(t, { attendance: 'check-in' })
  const walk = async ({ t, page, words, index, isPhone, press, isSound }: Walk) => {
    const today = { ...span(stage, 0, 0, 24), ...byStaff(stage), instrument: instrumentOf(index) }
    const booking = await stage.lab.book(today)
    const { board, manage, timeline } = words
    await page.goto('/manage')
    await page.getByLabel(manage.narrow).fill(instrumentOf(index))
    // A list has a button for it, a timeline the bar itself.
    const open = page.getByRole('button', { name: timeline.open })
    await press(isPhone ? open : page.locator('[data-item]'))
    const dialog = page.getByRole('dialog')
    await press(dialog.getByRole('button', { name: board.checkIn, exact: true }))
    await press(dialog.getByRole('button', { name: board.checkOut, exact: true }))
    await dialog.getByLabel(board.samples).fill('3')
    await isSound()
    await press(dialog.getByRole('button', { name: board.checkOut, exact: true }))
    await dialog.getByText(board.done(board.checkOut)).waitFor()
    const { q, t: tables } = stage.lab.context.db.read
    const [run] = await q.select().from(tables.runs).where(eq(tables.runs.bookingId, booking.id))
    t.match(run, { samples: 3, evidence: 'check-in' })
    t.match(await bookingOf(stage, booking.id), { state: 'completed' })
  }
  await atEveryScreen(t, { stage, login: manager }, walk)
})

t.test('an outage shows whom it hits before it is said', { skip: withoutBrowser }, async t => {
  const stage = await aManagedStage(t)
  const walk = async ({ t, page, words, index, isPhone, press, isSound }: Walk) => {
    const instrument = instrumentOf(index)
    await stage.lab.book({ ...span(stage, 1, 10, 12), instrument })
    const { outages } = words
    if (isPhone) await askByForm(page, words, { instrument, day: stage.day(1) })
    else await askByKeys(page, words, { instrument, day: stage.day(1) })
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(outages.reason).fill('更换离子源')
    await press(dialog.getByRole('button', { name: outages.tryFirst }))
    await dialog.getByText(outages.affectedCount(1)).waitFor()
    await isSound()
    await press(dialog.getByRole('button', { name: outages.save }))
    await dialog.waitFor({ state: 'detached' })
    await page
      .getByText(isPhone ? '更换离子源' : words.timeline.plannedOutage)
      .first()
      .waitFor()
    const { q, t: tables } = stage.lab.context.db.read
    const { instrumentId } = tables.outages
    const found = await q
      .select()
      .from(tables.outages)
      .where(eq(instrumentId, stage.lab.instrumentId(instrument)))
    t.match(found, [{ kind: 'planned', reason: '更换离子源' }])
    t.equal(found.length, 1)
  }
  await atEveryScreen(t, { stage, login: manager }, walk)
})

type Asked = { readonly instrument: string; readonly day: string }

/** The whole day of an instrument on the board, by keys alone. */
async function askByKeys(page: Walk['page'], { manage }: Walk['words'], { instrument, day }: Asked) {
  await page.goto(`/manage?day=${day}`)
  await page.getByLabel(manage.narrow).fill(instrument)
  await tabTo(page.getByRole('grid'))
  await pressKeys(page, ['Home', 'Shift+End', 'Enter'])
}

/** The same on a phone: the first free time in the list of the day, made to last the day. */
async function askByForm(page: Walk['page'], { outages }: Walk['words'], { instrument, day }: Asked) {
  await page.goto(`/manage?day=${day}`)
  const row = page.locator('.tl-list-row', { hasText: instrument })
  await row.getByRole('button', { name: outages.add }).first().tap()
  const hours = page.getByRole('dialog').getByRole('group', { name: outages.end }).getByRole('spinbutton')
  await hours.nth(3).focus()
  await page.keyboard.type('2300')
}
