import t from 'tap'
import { plusSeconds } from '../../src/domain/units.ts'
import { aBrowser, aReader, axeFaults, withoutBrowser } from '../support/browser.ts'
import { somePassword } from '../support/http.ts'
import { WORDS } from '../support/pageWords.ts'
import { dataAbsent, readData } from '../support/sharedData.ts'
import { soakFactor } from '../support/soak.ts'
import { aStage, openAlways, type Stage } from '../support/stage.ts'

t.setTimeout(600_000)

const { booking, find, login } = WORDS['zh-CN']
const strangeFile = 'blns/blns.json'
const absent = dataAbsent(strangeFile)
const strangeTexts = absent === false ? (JSON.parse(readData(strangeFile).toString()) as string[]) : []

async function aReaderOn(stage: Stage, t: Parameters<typeof aBrowser>[0]) {
  const reader = await aReader(await aBrowser(t), stage.address, { width: 820 })
  await stage.enter(reader.browser, 'r-1001')
  // A script that got in from somebody's text would most likely say so.
  reader.page.on('dialog', dialog => {
    ;(reader.faults as string[]).push(`a script spoke: ${dialog.message()}`)
    void dialog.dismiss()
  })
  return reader
}

const bookingsOf = async ({ lab }: Stage) => {
  const { q, t: tables } = lab.context.db.read
  return (await q.select().from(tables.bookings)).filter(row => row.live)
}

t.test(
  'the server restarts while somebody confirms: it is booked once',
  { skip: withoutBrowser },
  async t => {
    const stage = await aStage(t, { rules: openAlways })
    await stage.letIn(stage.lab.member.researcher, 'r-1001')
    const reader = await aReaderOn(stage, t)
    const { page } = reader
    await page.goto(`/find?view=list&day=${stage.day(2)}`)
    await page.getByRole('button', { name: booking.book }).first().click()
    await page.getByText(booking.can).first().waitFor()
    await stage.stop()
    await page.getByRole('button', { name: booking.confirm }).click()
    await page.waitForTimeout(1500)
    t.equal((await bookingsOf(stage)).length, 0)
    await stage.startAgain()
    await page.getByRole('alert').getByText(booking.done).waitFor()
    t.equal((await bookingsOf(stage)).length, 1)
    t.strictSame(reader.faults, [])
    await reader.browser.close()
  },
)

t.test('a session ends in the middle of a form: nothing of it is lost', { skip: withoutBrowser }, async t => {
  const stage = await aStage(t, { rules: openAlways })
  await stage.letIn(stage.lab.member.researcher, 'r-1001')
  const reader = await aReaderOn(stage, t)
  const { page } = reader
  await page.goto(`/find?view=list&day=${stage.day(2)}`)
  await page.getByRole('button', { name: booking.book }).first().click()
  await page.getByText(booking.can).first().waitFor()
  await page.getByLabel(booking.subject).fill('肽段定量 <第三批>')
  await reader.browser.clearCookies()
  stage.lab.clock.moveTo(plusSeconds(stage.lab.clock.now(), 20 * 60))
  await page.getByRole('button', { name: booking.confirm }).click()
  const again = page.getByRole('dialog', { name: login.again })
  await again.getByLabel(login.login, { exact: true }).fill('r-1001')
  await again.getByLabel(login.password, { exact: true }).fill(somePassword)
  await again.getByRole('button', { name: login.submit }).click()
  await page.getByRole('alert').getByText(booking.done).waitFor()
  t.match(await bookingsOf(stage), [{ title: '肽段定量 <第三批>' }])
  t.strictSame(reader.faults, [])
  await reader.browser.close()
})

t.test('a part of the page that a new release took away', { skip: withoutBrowser }, async t => {
  const { frame, hosted } = WORDS['zh-CN']
  const stage = await aStage(t)
  await stage.letIn(stage.lab.labManager, 'r-1001')
  const { page, browser } = await aReaderOn(stage, t)
  await page.route('**/assets/manageRoutes*', route => route.abort())
  await page.goto('/')
  await page.getByRole('link', { name: frame.manage }).click()
  await page.getByRole('heading', { name: frame.broken }).waitFor()
  t.strictSame(await axeFaults(page), [])
  await page.getByRole('link', { name: frame.find }).click()
  await page.getByRole('heading', { name: find.title }).waitFor()
  await page.goto('/manage/instruments')
  await page.getByRole('heading', { name: frame.broken }).waitFor()
  await page.unrouteAll()
  await page.getByRole('button', { name: frame.reload }).click()
  await page.getByRole('heading', { name: hosted.title }).waitFor()
  await browser.close()
})

t.test('what is typed stays text', { skip: withoutBrowser || absent }, async t => {
  const stage = await aStage(t, { rules: openAlways, quota: 'none' })
  await stage.letIn(stage.lab.member.researcher, 'r-1001')
  const reader = await aReaderOn(stage, t)
  const { page } = reader

  t.test('in a search', async t => {
    await page.goto('/find')
    const step = Math.round(10 * (1 - soakFactor)) + 1
    for (const text of strangeTexts.filter((_, index) => index % step === 0)) {
      await page.getByLabel(find.search).fill(text)
    }
    await page.getByLabel(find.search).fill('')
    await page.getByRole('heading', { name: find.title }).waitFor()
    t.strictSame(reader.faults, [])
  })

  t.test('in a booking, on every page that shows it', async t => {
    const marked = strangeTexts.filter(text => /[<>&"']/u.test(text) && text.length < 150)
    const step = Math.ceil(marked.length / (100 * soakFactor))
    for (const [hour, title] of marked.filter((_, index) => index % step === 0).entries()) {
      const start = stage.hour(2 + Math.floor(hour / 20), hour % 20)
      const end = stage.hour(2 + Math.floor(hour / 20), (hour % 20) + 1)
      const draft = { instrumentId: stage.lab.instrumentId(), start, end, title }
      const made = await page.evaluate(bookedBy, draft)
      await page.goto(`/bookings/${made}`)
      await page.getByText(title, { exact: true }).first().waitFor()
    }
    await page.goto('/bookings')
    await page.getByRole('heading', { name: booking.title }).waitFor()
    t.strictSame(reader.faults, [])
  })
})

/** Books as the page's own reader; runs in the browser. */
async function bookedBy(draft: object): Promise<string> {
  const session = await fetch('/api/v1/sessions/current/refresh', { method: 'POST' })
  const { accessToken } = (await session.json()) as { accessToken: string }
  const headers = { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' }
  const made = await fetch('/api/v1/bookings', { method: 'POST', headers, body: JSON.stringify(draft) })
  return ((await made.json()) as { id: string }).id
}
