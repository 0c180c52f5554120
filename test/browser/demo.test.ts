import type { Page } from 'playwright-core'
import t from 'tap'
import { aBrowser, aReader, axeFaults, overflow, withoutBrowser } from '../support/browser.ts'
import { serveDemonstration, type ServedDemonstration } from '../support/demonstration.ts'
import { WORDS } from '../support/pageWords.ts'
import { SCREENS } from '../support/screens.ts'

t.setTimeout(900_000)

const zhCn = WORDS['zh-CN']

t.test('the demonstration', { skip: withoutBrowser, timeout: 900_000 }, async t => {
  const demo = await serveDemonstration()
  t.teardown(() => demo.close())
  const browser = await aBrowser(t)
  const [alliance] = await demo.db.read.q.select().from(demo.db.read.t.alliances)

  for (const { name, language, ...screen } of SCREENS) {
    t.test(`${name}: roles change at one tap, and the page stays where the new one may see it`, async t => {
      const reader = await aReader(browser, demo.address, { language, ...screen })
      const { page } = reader
      const { common, frame, scenarios } = WORDS[language]
      await enter(page, demo, 'researcher')
      await page.goto('/demo/scenarios')
      await page.getByRole('heading', { level: 1, name: scenarios.title }).waitFor()
      t.strictSame(await axeFaults(page), [])
      t.equal(await overflow(page), 0)
      const roles = page.getByRole('group', { name: frame.demoRole })
      const change = async (role: string) => {
        await roles.getByRole('button', { name: common.roles[role] ?? role, exact: true }).click()
        await page
          .locator(`.banner-roles [aria-pressed="true"]`, { hasText: common.roles[role] ?? role })
          .waitFor()
      }
      const place = () => new URL(page.url()).pathname
      await change('alliance-admin')
      t.equal(place(), '/demo/scenarios', 'a page for everybody stays')
      const utilization = `/alliance/${alliance?.id}/utilization`
      await page.goto(utilization)
      await change('auditor')
      t.equal(place(), utilization, 'the auditor sees it too')
      await change('researcher')
      t.equal(place(), '/', 'a researcher does not, and begins at home')
      t.strictSame(reader.faults, [])
      await reader.browser.close()
    })
  }

  for (const { scenario, step, account, path, about } of demo.scenarios) {
    t.test(`${scenario}, ${step}: shows what the row says`, async t => {
      const reader = await aReader(browser, demo.address)
      const { page } = reader
      await enter(page, demo, 'site-admin')
      await page.goto('/demo/scenarios')
      const row = zhCn.scenarios.rows[scenario as keyof typeof zhCn.scenarios.rows]
      const words = (row.steps as Readonly<Record<string, { readonly do: string }>>)[step]
      await page.getByRole('button', { name: `${account.person}, ${words?.do}` }).click()
      await page.waitForURL(url => `${url.pathname}${url.search}` === path)
      await page.getByRole('banner').getByText(account.person).waitFor()
      await SHOWN[`${scenario} ${step}`]?.(page, about ?? '')
      t.ok(SHOWN[`${scenario} ${step}`], 'every step is looked at')
      t.strictSame(reader.faults, [])
      await reader.browser.close()
    })
  }
})

/** What each step promises; waiting for it in vain fails. */
const SHOWN: Readonly<Record<string, (page: Page, about: string) => Promise<void>>> = {
  'pool any': async page => {
    await wish(page)
    await page.getByRole('checkbox').check({ force: true })
    await page.getByText(zhCn.booking.can, { exact: true }).or(waitsForApproval(page)).first().waitFor()
  },
  'pool full': async page => {
    await page.getByText('示例质谱仪 01').first().waitFor()
    await page.getByText(zhCn.timeline.states.busy).first().waitFor()
  },
  'agreement parties': page => page.getByText('脑胶质瘤', { exact: false }).first().waitFor(),
  'agreement fourth': async (page, about) => {
    await wishUnder(page, about)
    await page.getByText('不是协议方').first().waitFor()
  },
  'agreement party': async (page, about) => {
    await wishUnder(page, about)
    await page.getByText(zhCn.booking.can, { exact: true }).or(waitsForApproval(page)).first().waitFor()
  },
  'confidential own': page => page.getByText('甲的新试剂批次').first().waitFor(),
  'confidential busy': async page => {
    await page.getByText(zhCn.timeline.states.busy).first().waitFor()
    if ((await page.getByText('甲的新试剂批次').count()) > 0) throw new Error('a rival sees the title')
  },
  'confidential exhausted': async page => {
    await wish(page)
    await page
      .getByText(/额度不足：.*可用 0 分钟/u)
      .first()
      .waitFor()
  },
  'confidential chair': page => page.getByRole('cell', { name: '1,080' }).first().waitFor(),
  'states invited': async page => {
    await wish(page)
    await waitsForApproval(page).waitFor()
  },
  'states other': async page => {
    await wish(page)
    await page.getByText('当前运行状态不可预约').first().waitFor()
  },
  'states research': async page => {
    await wish(page)
    await page.getByText('当前运行状态不可预约').first().waitFor()
  },
}

const waitsForApproval = (page: Page) => page.getByText(zhCn.booking.canRequest, { exact: true })

const wish = (page: Page) => page.getByRole('button', { name: zhCn.instrument.book }).click()

async function wishUnder(page: Page, about: string) {
  await wish(page)
  await page.getByRole('button', { name: zhCn.booking.agreement }).click()
  await page.getByRole('option', { name: about }).click()
}

async function enter(page: Page, { accounts }: ServedDemonstration, role: string) {
  const account = accounts.find(each => each.role === role)
  const data = { login: account?.login, password: account?.password }
  await page.request.post('/api/v1/sessions', { data })
}
