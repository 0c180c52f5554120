/**
 * Takes the pictures of the README from a demonstration made for them: `npm run screenshots`. With a folder
 * as argument, pictures of every page go there, to be looked at.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { furnishDemonstration } from '../../src/cli/demo/furnish.ts'
import { instant } from '../../src/domain/units.ts'
import { buildApp } from '../../src/http/app.ts'
import { idsFrom } from '../../src/identifiers.ts'
import { keepSigningKeyFresh } from '../../src/operations/signingKeys.ts'
import { openForServer } from '../../src/store/open.ts'
import { chromiumOptions, LANGUAGES, type Language, LOCALE_OF } from './browser.ts'

const pictures = fileURLToPath(new URL('../../docs/pictures/', import.meta.url))
const seed = 20_260_101
const settleMilliseconds = 2500

interface Picture {
  readonly name: string
  readonly role: string
  readonly path: string
  readonly width: number
  readonly theme?: 'light' | 'dark'
}

/** What the README shows. */
const chosen: readonly Picture[] = [
  { name: 'find', role: 'researcher', path: '/find?view=timeline&zoom=day&q=质谱', width: 1280 },
  { name: 'phone', role: 'researcher', path: '/', width: 390 },
  { name: 'board', role: 'lab-manager', path: '/manage', width: 1280 },
  { name: 'utilization', role: 'alliance-admin', path: '/alliance/{alliance}/utilization', width: 1280 },
]

const everywhere: readonly (readonly [role: string, paths: readonly string[]])[] = [
  ['researcher', ['/', '/find', '/bookings', '/instruments/{instrument}', '/statement', '/demo/scenarios']],
  [
    'lab-manager',
    [
      '/manage',
      '/manage/approvals',
      '/manage/instruments',
      '/manage/instruments/new',
      '/manage/instruments/{instrument}',
      '/manage/instruments/{instrument}/policy',
      '/manage/outages',
      '/manage/runs',
      '/manage/runs/log-book',
    ],
  ],
  [
    'alliance-admin',
    ['', '/quota', '/quota/bulk', '/utilization', '/members', '/agreements', '/sharing'].map(
      part => `/alliance/{alliance}${part}`,
    ),
  ],
]

const folder = process.argv[2]
const wanted = folder === undefined ? chosen : pagesAt([1440, 390])
const target = folder === undefined ? pictures : `${folder}/`
mkdirSync(target, { recursive: true })
const languages =
  folder === undefined ? (['zh-CN', 'en'] as const) : LANGUAGES.filter(each => each !== 'zh-Hant')

const home = mkdtempSync(`${tmpdir()}/jishi-pictures-`)
const db = await openForServer(`file:${home}/demo.db`, 'unsynced')
const started = instant(Math.floor(performance.timeOrigin))
let now = started
const clock = { now: () => now, moveTo: (at: number) => void (now = instant(at)) }
const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
const context = { db, clock, newId: idsFrom(clock), log, url: `file:${home}/demo.db` }
const { accounts, scenarios } = await furnishDemonstration(context, { seed, until: started })
await keepSigningKeyFresh(context)
const app = await buildApp(context, {
  loginAttemptsMax: 1_000_000,
  trustProxy: false,
  processMetrics: false,
  demo: { accounts: [...accounts], scenarios: [...scenarios] },
})
const address = await app.listen({ host: '127.0.0.1', port: 0 })
const browser = await chromium.launch(chromiumOptions)
const [alliance] = await db.read.q.select().from(db.read.t.alliances)
const [instrument] = await db.read.q.select().from(db.read.t.instruments)
for (const language of languages) for (const picture of wanted) await take(picture, language)
await browser.close()
await app.close()
await db.close()
rmSync(home, { recursive: true })

function pagesAt(widths: readonly number[]): Picture[] {
  return everywhere.flatMap(([role, paths]) =>
    paths.flatMap((path, index) =>
      widths.map(width => ({ name: `${role}-${index + 1}-${width}`, role, path, width })),
    ),
  )
}

async function take({ name, role, path, width, theme = 'light' }: Picture, language: Language) {
  const isPhone = width < 600
  const screen = await browser.newContext({
    baseURL: address,
    locale: LOCALE_OF[language],
    timezoneId: 'Asia/Shanghai',
    viewport: { width, height: isPhone ? 844 : 800 },
    colorScheme: theme,
    reducedMotion: 'reduce',
    isMobile: isPhone,
    hasTouch: isPhone,
  })
  const account = accounts.find(each => each.role === role)
  const data = { login: account?.login, password: account?.password }
  await screen.request.post('/api/v1/sessions', { data })
  const page = await screen.newPage()
  const to = path.replace('{alliance}', alliance?.id ?? '').replace('{instrument}', instrument?.id ?? '')
  await page.goto(to)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForTimeout(settleMilliseconds)
  await page.screenshot({ path: `${target}${name}.${language}.png` })
  await screen.close()
}
