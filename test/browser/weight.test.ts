import { statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { aBrowser, aReader, withoutBrowser } from '../support/browser.ts'
import { aStage } from '../support/stage.ts'

const bytesMax = 250_000
const built = fileURLToPath(new URL('../../dist/web', import.meta.url))

t.test(
  'the first page is light: no chart and no admin page comes with it',
  { skip: withoutBrowser },
  async t => {
    const stage = await aStage(t)
    await stage.letIn(stage.lab.member.researcher, 'r-1001')
    const reader = await aReader(await aBrowser(t), stage.address)
    await stage.enter(reader.browser, 'r-1001')
    const scripts = new Set<string>()
    reader.page.on('request', request => {
      if (request.resourceType() === 'script') scripts.add(new URL(request.url()).pathname)
    })
    await reader.page.goto('/find')
    await reader.page.getByRole('heading', { level: 1 }).waitFor()
    const bytes = [...scripts].reduce((sum, path) => sum + statSync(`${built}${path}.gz`).size, 0)
    t.comment(`${Math.round(bytes / 1000)} kB of script, gzip, in ${scripts.size} files`)
    t.ok(bytes <= bytesMax, `${bytes} bytes`)
    t.notMatch([...scripts].join(), /echarts|manage|alliance/u)
    await reader.browser.close()
  },
)
