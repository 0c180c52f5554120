import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, type BrowserContext, chromium, type ElementHandle, type Page } from 'playwright-core'
import type { Scope } from './scope.ts'

/** The same engine without windows comes first: it takes a third less of the processor. */
const places = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]
const executablePath = places.find(existsSync)
const quietly = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
/** The system's Chromium, which asks nobody for anything. */
export const chromiumOptions = { ...(executablePath && { executablePath }), args: quietly }

/** Small machines under load are slow; nothing here is a measurement. */
const patienceMilliseconds = 30_000

/** Why the tests of the page are skipped here, or false. */
export const withoutBrowser: string | false =
  executablePath === undefined ? 'no browser: Chromium is not installed' : false

export const LANGUAGES = ['zh-CN', 'zh-Hant', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** A reader's screen. */
export interface Screen {
  readonly language?: Language
  readonly width?: number
  readonly height?: number
  readonly zone?: string
  readonly theme?: 'light' | 'dark'
  readonly touch?: boolean
  readonly userAgent?: string
}

/** A page with what went wrong on it: scripts that failed, requests that left the house, policies broken. */
export interface Reader {
  readonly page: Page
  readonly browser: BrowserContext
  readonly faults: readonly string[]
}

/** The browser's locale for each language. */
export const LOCALE_OF: Readonly<Record<Language, string>> = {
  'zh-CN': 'zh-CN',
  'zh-Hant': 'zh-TW',
  en: 'en-US',
}

/** One Chromium for a test file. */
export async function aBrowser(t: Scope): Promise<Browser> {
  const browser = await chromium.launch(chromiumOptions)
  t.teardown(() => browser.close())
  return browser
}

/** Opens an empty page of a reader at `address`, logged in nowhere. */
export async function aReader(browser: Browser, address: string, screen: Screen = {}): Promise<Reader> {
  const { language = 'zh-CN', width = 1440, height = 900, zone = 'Asia/Shanghai' } = screen
  const context = await browser.newContext({
    baseURL: address,
    locale: LOCALE_OF[language],
    timezoneId: zone,
    viewport: { width, height },
    colorScheme: screen.theme ?? 'light',
    hasTouch: screen.touch ?? false,
    isMobile: screen.touch ?? false,
    reducedMotion: 'reduce',
    ...(screen.userAgent && { userAgent: screen.userAgent }),
  })
  context.setDefaultTimeout(patienceMilliseconds)
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', error => faults.push(error.message))
  page.on('console', message => {
    if (/content security policy|violates the following/iu.test(message.text())) faults.push(message.text())
  })
  page.on('request', request => {
    const isOurs = request.url().startsWith(address) || /^(?:data|blob):/u.test(request.url())
    if (!isOurs) faults.push(`left the house: ${request.url()}`)
  })
  return { page, browser: context, faults }
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface AxeViolation {
  readonly id: string
  readonly nodes: readonly { readonly html: string; readonly target: readonly string[] }[]
}

/**
 * What axe-core finds wrong on the page as it stands, as lines; none where all is well.
 *
 * @param within - the only part to look at.
 */
export async function axeFaults(page: Page, within: ElementHandle | null = null): Promise<string[]> {
  // A strict policy takes no script tag; evaluated code is the tester's own.
  if (!(await page.evaluate<boolean>("'axe' in globalThis"))) await page.evaluate(axeSource)
  const found = await page.evaluate(async place => {
    const { axe } = globalThis as unknown as {
      axe: { run: (...given: unknown[]) => Promise<{ violations: AxeViolation[] }> }
    }
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
    const options = { runOnly: tags, resultTypes: ['violations'] }
    return (await (place === null ? axe.run(options) : axe.run(place, options))).violations
  }, within)
  return found.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html.slice(0, 160)}`))
}

/** By how many pixels the page is wider than the screen. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')
