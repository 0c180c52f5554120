/**
 * Takes the pictures of the README from a demonstration made for them: `npm run screenshots`. With a folder
 * as argument, pictures of every page go there, to be looked at.
 */
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { isWeekend, today } from '@internationalized/date'
import { eq } from 'drizzle-orm'
import { chromium } from 'playwright-core'
import { chromiumOptions, LANGUAGES, type Language, LOCALE_OF } from './browser.ts'
import { serveDemonstration } from './demonstration.ts'
import { WORDS } from './pageWords.ts'

const pictures = fileURLToPath(new URL('../../docs/pictures/', import.meta.url))
const settleMilliseconds = 2500

interface Picture {
  readonly name: string
  readonly role: string
  readonly path: string
  readonly width: number
  readonly height?: number
  readonly theme?: 'light' | 'dark'
}

/** What the README shows. */
const chosen: readonly Picture[] = [
  {
    name: 'find',
    role: 'researcher',
    path: '/find?view=timeline&zoom=day&q=质谱&day={workday}',
    width: 1280,
  },
  { name: 'phone', role: 'researcher', path: '/', width: 390 },
  { name: 'board', role: 'lab-manager', path: '/manage?day={workday}', width: 1280 },
  {
    name: 'utilization',
    role: 'alliance-admin',
    path: '/alliance/{alliance}/utilization',
    width: 1280,
    height: 1200,
  },
]

const everywhere: readonly (readonly [role: string, paths: readonly string[]])[] = [
  [
    'researcher',
    [
      '/',
      '/find',
      '/find?view=list',
      '/find?view=cards',
      '/bookings',
      '/bookings/{booking}',
      '/instruments/{instrument}',
      '/statement',
      '/me',
      '/demo/scenarios',
    ],
  ],
  [
    'lab-manager',
    [
      '/manage',
      '/manage/approvals',
      '/manage/instruments',
      '/manage/instruments/new',
      '/manage/instruments/import',
      '/manage/instruments/pools',
      '/manage/instruments/{instrument}',
      '/manage/instruments/{instrument}/policy',
      '/manage/outages',
      '/manage/runs',
      '/manage/runs/log-book',
    ],
  ],
  [
    'alliance-admin',
    [
      '',
      '/quota',
      '/quota/bulk',
      '/quota/ledgers',
      '/quota/documents',
      '/quota/accounts/{account}',
      '/utilization',
      '/members',
      '/agreements',
      '/sharing',
    ].map(part => `/alliance/{alliance}${part}`),
  ],
  [
    'institution-admin',
    [
      '/manage/people',
      '/manage/institutions/{institution}',
      '/manage/institutions/{institution}/people',
      '/manage/institutions/{institution}/people/{person}',
      '/manage/institutions/{institution}/groups/{group}',
      '/manage/institutions/{institution}/projects/{project}',
    ],
  ],
  ['auditor', ['/', '/alliance', '/alliance/{alliance}/quota']],
  [
    'site-admin',
    [
      '/site',
      '/site/institutions',
      '/site/people',
      '/site/people/{person}',
      '/site/alliances',
      '/site/import',
    ],
  ],
]

const folder = process.argv[2]
const wanted = folder === undefined ? chosen : pagesAt([1440, 390])
const target = folder === undefined ? pictures : `${folder}/`
mkdirSync(target, { recursive: true })
const languages =
  folder === undefined ? (['zh-CN', 'en'] as const) : LANGUAGES.filter(each => each !== 'zh-Hant')

const demo = await serveDemonstration()
const { accounts, address, db } = demo
const browser = await chromium.launch(chromiumOptions)
const ids = await idsOf('researcher')
for (const language of languages) for (const picture of wanted) await take(picture, language)
await browser.close()
await demo.close()

function pagesAt(widths: readonly number[]): Picture[] {
  return everywhere.flatMap(([role, paths]) =>
    paths.flatMap((path, index) =>
      widths.map(width => ({ name: `${role}-${index + 1}-${width}`, role, path, width })),
    ),
  )
}

async function take(picture: Picture, language: Language) {
  const { name, role, path, width, theme = 'light' } = picture
  const isPhone = width < 600
  const height = picture.height ?? (isPhone ? 844 : 800)
  const screen = await browser.newContext({
    baseURL: address,
    locale: LOCALE_OF[language],
    timezoneId: 'Asia/Shanghai',
    viewport: { width, height },
    colorScheme: theme,
    reducedMotion: 'reduce',
    isMobile: isPhone,
    hasTouch: isPhone,
  })
  const account = accounts.find(each => each.role === role)
  const data = { login: account?.login, password: account?.password }
  await screen.request.post('/api/v1/sessions', { data })
  const page = await screen.newPage()
  await page.goto(path.replaceAll(/\{(\w+)\}/gu, (_, noun: string) => ids[noun] ?? ''))
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForTimeout(settleMilliseconds)
  // A busy machine is still counting when the rest has settled.
  const { loading } = WORDS[language].frame
  await page.getByText(loading).first().waitFor({ state: 'hidden' })
  await page.screenshot({ path: `${target}${name}.${language}.png` })
  await screen.close()
}

/** One of each thing that an address names, where it can be what that account has to do with. */
async function idsOf(role: string): Promise<Readonly<Record<string, string | undefined>>> {
  const { q, t } = db.read
  const account = accounts.find(each => each.role === role)
  const [person] = await q
    .select()
    .from(t.people)
    .where(eq(t.people.name, account?.person ?? ''))
  const [booking] = await q
    .select()
    .from(t.bookings)
    .where(eq(t.bookings.personId, person?.id ?? ''))
  const [alliance] = await q.select().from(t.alliances)
  const [instrument] = await q.select().from(t.instruments)
  const [reserve] = await q.select().from(t.accounts)
  return {
    alliance: alliance?.id,
    instrument: instrument?.id,
    account: reserve?.id,
    person: person?.id,
    booking: booking?.id,
    institution: booking?.institutionId,
    group: booking?.groupId ?? undefined,
    project: booking?.projectId ?? undefined,
    workday: nextWorkday(),
  }
}

/** A day that a lab is busy on, and that begins at eight and not at whatever hour it is now. */
function nextWorkday(): string {
  let day = today('Asia/Shanghai').add({ days: 1 })
  while (isWeekend(day, 'zh-CN')) day = day.add({ days: 1 })
  return day.toString()
}
