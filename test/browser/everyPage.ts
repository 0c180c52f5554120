import type { Browser } from 'playwright-core'
import type { Test } from 'tap'
import { instant } from '../../src/domain/units.ts'
import { addOutage } from '../../src/operations/outages.ts'
import { aBrowser, aReader, axeFaults, overflow, type Screen } from '../support/browser.ts'
import { WORDS } from '../support/pageWords.ts'
import { aStage, openAlways, type Stage } from '../support/stage.ts'

/** What comes in after the last word that it loads: pictures, charts, a calendar that finds its place. */
const settleMilliseconds = 300

/** Each language, both lights and each kind of screen; every page is seen under all of them. */
const screens: readonly Screen[] = [
  { language: 'zh-CN', width: 1440, theme: 'light' },
  { language: 'en', width: 820, theme: 'dark' },
  { language: 'zh-Hant', width: 390, theme: 'light', touch: true },
  { language: 'en', width: 390, theme: 'light', touch: true },
  { language: 'zh-CN', width: 390, theme: 'dark', touch: true },
]

/** Sees every page of a role under every screen. */
export async function seeEveryPage(
  t: Test,
  of: { readonly login: string; readonly paths: (stage: Stage) => Promise<readonly string[]> },
) {
  const stage = await aFurnishedStage(t)
  const browser = await aBrowser(t)
  const paths = await of.paths(stage)
  for (const screen of screens) {
    t.test(`${screen.language}, ${screen.width} px, ${screen.theme}`, async t => {
      t.strictSame(await faultsOn(browser, stage, { login: of.login, paths, screen }), [])
    })
  }
}

async function faultsOn(
  browser: Browser,
  stage: Stage,
  of: { readonly login: string; readonly paths: readonly string[]; readonly screen: Screen },
): Promise<string[]> {
  const reader = await aReader(browser, stage.address, of.screen)
  const { page } = reader
  await stage.enter(reader.browser, of.login)
  const found: string[] = []
  for (const path of of.paths) {
    await page.goto(path)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    const loading = page.getByText(WORDS[of.screen.language ?? 'zh-CN'].frame.loading)
    while ((await loading.count()) > 0) await page.waitForTimeout(100)
    await page.waitForTimeout(settleMilliseconds)
    const wider = await overflow(page)
    if (wider > 0) found.push(`${path}: ${wider} px wider than the screen`)
    for (const fault of await axeFaults(page)) found.push(`${path}: ${fault}`)
  }
  found.push(...reader.faults)
  await reader.browser.close()
  return found
}

/** Bookings in every state that a day has, an outage, and quota that was used. */
async function aFurnishedStage(t: Parameters<typeof aStage>[0]): Promise<Stage> {
  const instruments = [
    '示例质谱仪 01',
    '示例质谱仪 02 Orbitrap Exploris 480 with a long English name',
    '共聚焦显微镜',
  ]
  const stage = await aStage(t, {
    instruments,
    pool: 'one',
    quota: 'enforced',
    rules: { ...openAlways, approval: 'staff' },
    reserveHours: 100,
  })
  const { lab, hour } = stage
  const span = (days: number, from: number, to: number) => ({
    start: instant(Date.parse(hour(days, from))),
    end: instant(Date.parse(hour(days, to))),
  })
  const { personId: forPersonId } = lab.member.researcher
  const byStaff = { by: lab.labManager, draft: { forPersonId, overrideReason: '补记', title: '肽段定量' } }
  await lab.book({ ...span(-2, 9, 12), ...byStaff })
  await lab.book({ ...span(0, 0, 24), ...byStaff, instrument: '共聚焦显微镜' })
  await lab.book(span(1, 9, 11))
  await lab.book({ ...span(2, 14, 18), ...byStaff })
  const outage = { ...span(3, 8, 20), kind: 'planned', reason: '例行维护' } as const
  await addOutage(lab.context, lab.labManager, { instrumentId: lab.instrumentId(), ...outage })
  await stage.letIn(lab.member.researcher, 'researcher')
  await stage.letIn(lab.labManager, 'manager')
  await stage.letIn(lab.allianceAdmin, 'secretary')
  return stage
}
