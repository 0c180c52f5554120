import type { Page } from 'playwright-core'
import t from 'tap'
import { instant } from '../../src/domain/units.ts'
import { aBrowser, aReader, withoutBrowser } from '../support/browser.ts'
import { aStage, openAlways, type Stage } from '../support/stage.ts'

const instruments = Array.from({ length: 200 }, (_, index) => `质谱仪 ${String(index + 1).padStart(3, '0')}`)
const bookingsEach = 25
const nodesMax = 800

t.setTimeout(600_000)

t.test(
  'two hundred instruments and five thousand bookings in one week',
  { skip: withoutBrowser },
  async t => {
    const stage = await aStage(t, { instruments, quota: 'none', rules: openAlways })
    await fillWeek(stage)
    await stage.letIn(stage.lab.member.researcher, 'r-1001')
    const browser = await aBrowser(t)
    const reader = await aReader(browser, stage.address)
    await stage.enter(reader.browser, 'r-1001')

    const bare = await mainThreadSeconds(reader.page, '/find?q=没有这样的仪器', page =>
      page.getByText('没有找到仪器').waitFor(),
    )
    const full = await mainThreadSeconds(reader.page, `/find?zoom=week&day=${stage.day(1)}`, page =>
      page.getByRole('grid').getByText('质谱仪 001').first().waitFor(),
    )
    await reader.page.locator('[data-item]').nth(10).waitFor()
    const nodes = await reader.page.evaluate<number>("document.querySelectorAll('#page *').length")
    t.comment(
      `${nodes} nodes; main thread ${full.toFixed(2)} s, ${(full / bare).toFixed(2)} × the bare page's`,
    )
    t.ok(nodes <= nodesMax, `${nodes} nodes`)
    t.strictSame(reader.faults, [])
  },
)

async function fillWeek({ lab, hour }: Stage) {
  const others = await Promise.all(Array.from({ length: 20 }, () => lab.anotherResearcher()))
  const start = Date.parse(hour(1, 0))
  const step = (7 * 24 * 3_600_000) / bookingsEach
  for (const [row, instrument] of instruments.entries()) {
    const wishes = Array.from({ length: bookingsEach }, (_, index) => {
      const from = start + Math.floor((index * step) / 3_600_000) * 3_600_000
      const span = { start: instant(from), end: instant(from + 4 * 3_600_000) }
      const by = others[(row + index) % others.length]
      return lab.book({ instrument, ...span, ...(by && { by }) })
    })
    await Promise.all(wishes)
  }
}

/** Work of the page's main thread from the address being entered until `shown`. */
async function mainThreadSeconds(page: Page, path: string, shown: (page: Page) => Promise<unknown>) {
  const devTools = await page.context().newCDPSession(page)
  await devTools.send('Performance.enable')
  await page.goto(path)
  await shown(page)
  const { metrics } = await devTools.send('Performance.getMetrics')
  return metrics.find(each => each.name === 'TaskDuration')?.value ?? Number.NaN
}
