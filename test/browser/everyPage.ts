import type { Browser, ElementHandle, Page } from 'playwright-core'
import type { Test } from 'tap'
import { aBrowser, aReader, axeFaults, overflow, type Screen } from '../support/browser.ts'
import { soakFactor, turn } from '../support/soak.ts'
import { aFurnishedStage, type Furnished } from './furnished.ts'
import { type Sight, walkOpenings } from './openings.ts'
import { OPENS_WITHIN, type PageRow, PAGES, type RoleName } from './pages.ts'
import { refuseWrites, trafficOf } from './traffic.ts'

/** Each language, both lights, and each kind of screen. */
const covering: readonly Screen[] = [
  { language: 'zh-CN', width: 1440, theme: 'light' },
  { language: 'en', width: 390, theme: 'dark', touch: true },
  { language: 'zh-Hant', width: 820, theme: 'light' },
]

const all: readonly Screen[] = (['zh-CN', 'zh-Hant', 'en'] as const).flatMap(language =>
  ([390, 1440] as const).flatMap(width =>
    (['light', 'dark'] as const).map(theme => ({ language, width, theme, touch: width === 390 })),
  ),
)

const isSoak = soakFactor === 1
const screens = isSoak ? all : covering
/** In a soak every page is seen on every screen; else on one of them, on another one every day. */
const isSeen = (visit: number) => isSoak || (visit + turn) % covering.length === 0
/** What opens on a page is opened wherever the page is seen in a soak; else every other turn. */
const isOpened = (visit: number) => isSoak || (visit + turn) % (2 * covering.length) === 0

/** Sees every page of a role under every screen, with all that opens on it. */
export async function seeEveryPage(t: Test, role: RoleName) {
  const furnished = await aFurnishedStage(t)
  const browser = await aBrowser(t)
  const rows = PAGES[role](furnished.ids)
  let openedWithin = 0
  for (const [number, screen] of screens.entries()) {
    t.test(`${screen.language}, ${screen.width} px, ${screen.theme}`, async t => {
      const seen = await seePages(browser, furnished, { role, rows, screen, number })
      openedWithin += seen.openedWithin
      t.strictSame(seen.faults, [], `JISHI_SEED=${turn} opens the same again`)
    })
  }
  if (!isSoak) return
  t.test('dialogs have opened what they have to open', async t => {
    t.ok(openedWithin >= OPENS_WITHIN[role], `${openedWithin} of ${OPENS_WITHIN[role]}`)
  })
}

interface Visit {
  readonly role: RoleName
  readonly rows: readonly PageRow[]
  readonly screen: Screen
  readonly number: number
}

async function seePages(browser: Browser, { stage }: Furnished, visit: Visit) {
  const { role, rows, screen, number } = visit
  const reader = await aReader(browser, stage.address, screen)
  const { page } = reader
  if (role !== 'visitor') await stage.enter(reader.browser, role)
  await refuseWrites(page)
  const settled = trafficOf(page)
  const walk = { settled, isTouched: screen.touch ?? false, dialogs: new Map<string, string[]>() }
  const found: string[] = []
  let openedWithin = 0
  for (const [index, row] of rows.entries()) {
    if (!isSeen(number + index)) continue
    const answer = await page.goto(row.path)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await settled()
    const faults = policyFaults((await answer?.allHeaders())?.['content-security-policy'] ?? '')
    if (row.opens === 'elsewhere' || !isOpened(number + index)) {
      faults.push(...(await faultsAt(page, null)))
    } else {
      const opening = { ...walk, row, frame: index === 0 ? 'opened' : 'left' } as const
      openedWithin += await openAll(page, opening, faults)
    }
    faults.push(...(await secretsKept(page)))
    found.push(...faults.map(fault => `${row.path}: ${fault}`))
  }
  await reader.browser.close()
  return { faults: [...found, ...reader.faults], openedWithin }
}

type Opening = Omit<Parameters<typeof walkOpenings>[1], 'see'> & { readonly row: PageRow }

/** Adds what is wrong with a page and with all that opens on it; gives how much opened within dialogs. */
async function openAll(page: Page, { row, ...walk }: Opening, found: string[]): Promise<number> {
  const see = async ({ trail, overlay }: Sight) => {
    const faults = await faultsAt(page, isSoak ? null : overlay)
    found.push(...faults.map(fault => [...trail, fault].join(' > ')))
  }
  const { opened, faults } = await walkOpenings(page, { ...walk, see })
  found.push(...faults)
  const onPage = opened.filter(trail => trail.length === 1)
  if (onPage.length < Number(row.opens)) {
    found.push(`only ${onPage.length} of ${row.opens} things open: ${onPage.join(', ')}`)
  }
  return opened.length - onPage.length
}

async function faultsAt(page: Page, within: ElementHandle | null): Promise<string[]> {
  const wider = await overflow(page)
  const faults = await axeFaults(page, within)
  return wider > 0 ? [`${wider} px wider than the screen`, ...faults] : faults
}

/** Nothing runs on a page but what was served as a file. */
const policyFaults = (policy: string): string[] =>
  policy.split(';').includes("script-src 'self'") && !policy.includes('unsafe') ? [] : [`policy: ${policy}`]

/** A script that got in could read these. */
async function secretsKept(page: Page): Promise<string[]> {
  const kept = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage, document.cookie]))
  return /eyJ|token|password/iu.test(kept) ? [`keeps a secret: ${kept}`] : []
}
