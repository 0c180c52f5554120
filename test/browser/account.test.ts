import type { Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { passwordCharactersMin } from '../../src/domain/person.ts'
import { givePassword } from '../../src/operations/people.ts'
import { SYSTEM } from '../../src/operations/perform.ts'
import { findPerson } from '../../src/store/people.ts'
import { aReader, type Reader, withoutBrowser } from '../support/browser.ts'
import { somePassword } from '../support/http.ts'
import { WORDS } from '../support/pageWords.ts'
import { aStage, type Stage } from '../support/stage.ts'
import { atEveryScreen, type Walk } from './journey.ts'

t.setTimeout(600_000)

const login = 'r-1001'
const fresh = 'another battery staple'

/** The same person on another device. */
async function elsewhere(stage: Stage, page: Page): Promise<Reader> {
  const browser = page.context().browser()
  if (browser === null) throw new Error('the page has no browser')
  const reader = await aReader(browser, stage.address)
  await stage.enter(reader.browser, login)
  await reader.page.goto('/')
  await reader.page.getByRole('heading', { level: 1 }).waitFor()
  return reader
}

/** Their session there has ended; the old password opens no other, the new one does. */
async function comesInAgain(t: Test, { page, faults, browser }: Reader) {
  const { login: words } = WORDS['zh-CN']
  const password = page.getByLabel(words.password, { exact: true })
  await page.reload()
  await page.getByLabel(words.login, { exact: true }).fill(login)
  await password.fill(somePassword)
  await page.getByRole('button', { name: words.submit }).click()
  await page.getByRole('alert').getByText(words.wrong).waitFor()
  await password.fill(fresh)
  await page.getByRole('button', { name: words.submit }).click()
  await page.getByRole('heading', { level: 1 }).waitFor()
  t.strictSame(faults, [])
  await browser.close()
}

t.test('people change their own password', { skip: withoutBrowser }, async t => {
  const stage = await aStage(t)
  const { context, member } = stage.lab
  const id = member.researcher.personId
  await stage.letIn(member.researcher, login)
  const { q, t: tables } = context.db.read
  const sessionsEnded = async () =>
    (await q.select().from(tables.sessions)).filter(each => each.endedBy === 'password-changed').length
  const walk = async ({ t, page, words, press, isSound }: Walk) => {
    const { account, frame, setup } = words
    const other = await elsewhere(stage, page)
    const submit = page.getByRole('button', { name: account.submit })
    const [current, next] = [account.current, account.next].map(each =>
      page.getByLabel(each, { exact: true }),
    )
    await page.goto('/')
    await press(page.getByRole('button', { name: '某人' }))
    await press(page.getByRole('menuitem', { name: frame.me }))
    await page.getByRole('heading', { level: 1 }).getByText(frame.me).waitFor()
    await page.getByText(login).waitFor()
    await page.getByText(account.changeHelp).waitFor()
    await current?.fill('not my password')
    await next?.fill('too short')
    await press(submit)
    await page.getByText(setup.passwordTooShort(passwordCharactersMin, 1)).waitFor()
    await isSound()
    await next?.fill(fresh)
    await press(submit)
    await page.getByText(account.currentWrong).waitFor()
    t.equal(await current?.getAttribute('aria-invalid'), 'true', 'said at the field')
    await isSound()
    const before = await sessionsEnded()
    await current?.fill(somePassword)
    await press(submit)
    await page.getByText(account.changedHelp).waitFor()
    t.equal(await next?.inputValue(), '', 'no password stays on the page')
    await isSound()
    t.equal((await sessionsEnded()) - before, 1, 'the one elsewhere')
    await comesInAgain(t, other)
    await page.reload()
    await page.getByRole('heading', { level: 1 }).getByText(frame.me).waitFor()
    // The next walk finds the account as this one did.
    const { version = 0 } = (await findPerson(context.db.read, id)) ?? {}
    await givePassword(context, SYSTEM, { id, version, password: somePassword })
  }
  await atEveryScreen(t, { stage, login }, walk)
})
