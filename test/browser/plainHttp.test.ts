import { chromium } from 'playwright-core'
import t from 'tap'
import { aReader, chromiumOptions, withoutBrowser } from '../support/browser.ts'
import { somePassword } from '../support/http.ts'
import { WORDS } from '../support/pageWords.ts'
import { aStage, openAlways } from '../support/stage.ts'

t.setTimeout(120_000)

const name = 'jishi.example'

t.test(
  'a house without TLS: what browsers keep for safe places is not needed',
  { skip: withoutBrowser },
  async t => {
    const { booking, login, find } = WORDS['zh-CN']
    const stage = await aStage(t, { rules: openAlways })
    await stage.letIn(stage.lab.member.researcher, 'r-1001')
    // Addresses of this machine count as safe whatever they speak; a name of the network does not.
    const args = [...chromiumOptions.args, `--host-resolver-rules=MAP ${name} 127.0.0.1`]
    const browser = await chromium.launch({ ...chromiumOptions, args })
    t.teardown(() => browser.close())
    const address = stage.address.replace('127.0.0.1', name)
    const reader = await aReader(browser, address)
    const { page } = reader
    await page.goto(`/find?view=list&day=${stage.day(2)}`)
    t.equal(await page.evaluate('isSecureContext'), false)
    await page.getByLabel(login.login, { exact: true }).fill('r-1001')
    await page.getByLabel(login.password, { exact: true }).fill(somePassword)
    await page.getByRole('button', { name: login.submit }).click()
    await page.getByRole('heading', { name: find.title }).waitFor()
    await page.reload()
    await page.getByRole('button', { name: booking.book }).first().click()
    await page.getByText(booking.can).first().waitFor()
    await page.getByRole('button', { name: booking.confirm }).click()
    await page.getByRole('alert').getByText(booking.done).waitFor()
    t.strictSame(reader.faults, [])
    await reader.browser.close()
  },
)
