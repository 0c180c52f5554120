import t from 'tap'
import { plusSeconds } from '../../src/domain/units.ts'
import { aBrowser, aReader, axeFaults, type Language, overflow, withoutBrowser } from '../support/browser.ts'
import { somePassword } from '../support/http.ts'
import { EVERY_SCREEN } from '../support/screens.ts'
import { aStage } from '../support/stage.ts'

const words: Readonly<Record<Language, { login: string; password: string; submit: string; wrong: RegExp }>> =
  {
    'zh-CN': { login: '账号', password: '密码', submit: '登录', wrong: /账号或密码不对/u },
    'zh-Hant': { login: '帳號', password: '密碼', submit: '登入', wrong: /帳號或密碼不對/u },
    en: { login: 'Login', password: 'Password', submit: 'Log in', wrong: /password is wrong/u },
  }

t.setTimeout(300_000)

t.test('people come in and see their day', { skip: withoutBrowser }, async t => {
  const stage = await aStage(t)
  await stage.letIn(stage.lab.member.researcher, 'r-1001')
  const browser = await aBrowser(t)

  for (const screen of EVERY_SCREEN) {
    t.test(screen.name, async t => {
      const said = words[screen.language]
      const reader = await aReader(browser, stage.address, screen)
      const { page } = reader
      await page.goto('/')
      await page.getByLabel(said.login, { exact: true }).fill('r-1001')
      await page.getByLabel(said.password, { exact: true }).fill('not the password')
      await page.getByRole('button', { name: said.submit }).click()
      await page.getByRole('alert').getByText(said.wrong).waitFor()
      t.strictSame(await axeFaults(page), [])
      t.equal(await overflow(page), 0)
      await page.getByLabel(said.password, { exact: true }).fill(somePassword)
      await page.getByRole('button', { name: said.submit }).click()
      await page.getByRole('heading', { level: 1 }).getByText('某人').waitFor()
      t.equal(await page.locator('html').getAttribute('lang'), screen.language)
      t.strictSame(await axeFaults(page), [])
      t.equal(await overflow(page), 0)
      t.strictSame(reader.faults, [])
      await reader.browser.close()
    })
  }

  t.test('nothing secret is kept where a script could read it', async t => {
    const reader = await aReader(browser, stage.address)
    await stage.enter(reader.browser, 'r-1001')
    await reader.page.goto('/')
    await reader.page.getByRole('heading', { level: 1 }).waitFor()
    const kept = await reader.page.evaluate<object>('({ ...localStorage, ...sessionStorage })')
    t.notMatch(JSON.stringify(kept), /eyJ|token/iu)
    t.equal(await reader.page.evaluate('document.cookie'), '')
    await reader.browser.close()
  })

  t.test('a session that ended asks once, and goes on where its reader was', async t => {
    const reader = await aReader(browser, stage.address)
    const { page } = reader
    await stage.enter(reader.browser, 'r-1001')
    await page.goto('/')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.getByRole('link', { name: '额度与流水' }).first().click()
    await page.getByRole('heading', { name: '额度与流水' }).waitFor()
    await reader.browser.clearCookies()
    stage.lab.clock.moveTo(plusSeconds(stage.lab.clock.now(), 20 * 60))
    await page.getByRole('link', { name: '找机时' }).first().click()
    const dialog = page.getByRole('dialog', { name: '请重新登录' })
    await dialog.waitFor()
    t.strictSame(await axeFaults(page), [])
    await dialog.getByLabel('账号', { exact: true }).fill('r-1001')
    await dialog.getByLabel('密码', { exact: true }).fill(somePassword)
    await dialog.getByRole('button', { name: '登录' }).click()
    await page.getByText(/找到 \d+ 台仪器/u).waitFor()
    await dialog.waitFor({ state: 'hidden' })
    t.strictSame(reader.faults, [])
    await reader.browser.close()
  })
})
