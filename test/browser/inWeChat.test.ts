import t from 'tap'
import { aBrowser, aReader, axeFaults, LANGUAGES, withoutBrowser } from '../support/browser.ts'
import { WORDS } from '../support/pageWords.ts'
import { aStage } from '../support/stage.ts'

t.setTimeout(120_000)

const weChat =
  'Mozilla/5.0 (Linux; Android 15; V2364A Build/AP3A.240905.015; wv) AppleWebKit/537.36 ' +
  '(KHTML, like Gecko) Version/4.0 Chrome/130.0.6723.103 Mobile Safari/537.36 XWEB/1300473 ' +
  'MicroMessenger/8.0.58.2841(0x28003A3F) WeChat/arm64 NetType/WIFI Language/zh_CN ABI/arm64'

t.test(
  'inside WeChat: where a file is offered, how to get out to where it can be kept',
  { skip: withoutBrowser },
  async t => {
    const stage = await aStage(t)
    await stage.letIn(stage.lab.allianceAdmin, 'secretary')
    const browser = await aBrowser(t)
    const path = `/alliance/${stage.lab.allianceId}/utilization`
    for (const language of LANGUAGES) {
      const inside = await aReader(browser, stage.address, {
        language,
        width: 390,
        touch: true,
        userAgent: weChat,
      })
      await stage.enter(inside.browser, 'secretary')
      await inside.page.goto(path)
      await inside.page.getByText(WORDS[language].common.openOutside).waitFor()
      t.strictSame(await axeFaults(inside.page), [])
      t.strictSame(inside.faults, [])
      await inside.browser.close()
    }
    const outside = await aReader(browser, stage.address)
    await stage.enter(outside.browser, 'secretary')
    await outside.page.goto(path)
    await outside.page.getByRole('button', { name: /XLSX/u }).waitFor()
    t.equal(await outside.page.getByText(WORDS['zh-CN'].common.openOutside).count(), 0)
    await outside.browser.close()
  },
)
