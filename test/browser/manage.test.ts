import type { Browser } from 'playwright-core'
import t from 'tap'
import { instant } from '../../src/domain/units.ts'
import { aBrowser, aReader, axeFaults, LANGUAGES, type Screen, withoutBrowser } from '../support/browser.ts'
import { WORDS } from '../support/pageWords.ts'
import type { Scope } from '../support/scope.ts'
import { aStage, openAlways, type Stage } from '../support/stage.ts'

t.setTimeout(600_000)

const instruments = ['质谱仪一号', '质谱仪二号', '核磁共振 400M']

/** A stage on which every booking waits for the lab manager, and one does. */
async function aManagedStage(t: Scope) {
  const stage = await aStage(t, { instruments, rules: { ...openAlways, approval: 'staff' } })
  await stage.letIn(stage.lab.labManager, 'm-1')
  await stage.lab.book({ ...span(stage, 1, 10, 12) })
  return stage
}

const span = ({ hour }: Stage, days: number, from: number, to: number) => ({
  start: instant(Date.parse(hour(days, from))),
  end: instant(Date.parse(hour(days, to))),
})

async function at(browser: Browser, stage: Stage, path: string, screen: Screen = {}) {
  const reader = await aReader(browser, stage.address, screen)
  await stage.enter(reader.browser, 'm-1')
  await reader.page.goto(path)
  return reader
}

t.test('a lab manager decides about a request', { skip: withoutBrowser }, async t => {
  const browser = await aBrowser(t)
  for (const language of LANGUAGES) {
    t.test(language, async t => {
      const { board } = WORDS[language]
      const stage = await aManagedStage(t)
      const { page } = await at(browser, stage, '/manage/approvals', { language, width: 390, touch: true })
      await page.getByRole('button', { name: board.approve, exact: true }).tap()
      t.strictSame(await axeFaults(page), [])
      await page.getByRole('button', { name: board.approve, exact: true }).tap()
      await page.getByText(board.noApprovals).waitFor()
      const { q, t: tables } = stage.lab.context.db.read
      const [booking] = await q.select().from(tables.bookings)
      t.equal(booking?.state, 'confirmed')
    })
  }
})

t.test('rules are tried on the calendar before they are set', { skip: withoutBrowser }, async t => {
  const { policyEditor } = WORDS['zh-CN']
  const stage = await aManagedStage(t)
  const path = `/manage/instruments/${stage.lab.instrumentId('质谱仪一号')}/policy`
  const { page } = await at(await aBrowser(t), stage, path)
  await page.getByLabel(policyEditor.shortest, { exact: true }).fill('240')
  await page.getByRole('button', { name: policyEditor.preview }).click()
  await page.getByText(policyEditor.futureBroken(1, 1)).waitFor()
  t.strictSame(await axeFaults(page), [])
  await page.getByRole('button', { name: policyEditor.save }).click()
  await page.getByText(policyEditor.saved(2)).waitFor()
})

t.test('an outage shows whom it hits before it is said', { skip: withoutBrowser }, async t => {
  const { manage, outages, timeline } = WORDS['zh-CN']
  const stage = await aManagedStage(t)
  const { page } = await at(await aBrowser(t), stage, '/manage')
  await page.getByRole('button', { name: manage.nextDay }).click()
  await page.getByLabel(manage.narrow).fill('一号')
  await page.getByRole('grid').focus()
  // The whole day, by keys alone.
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+End')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: outages.tryFirst }).click()
  await page.getByText(outages.affectedCount(1)).waitFor()
  t.strictSame(await axeFaults(page), [])
  await page.getByRole('button', { name: outages.save }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByText(timeline.plannedOutage).first().waitFor()
  const { q, t: tables } = stage.lab.context.db.read
  t.equal((await q.select().from(tables.outages)).length, 1)
})
