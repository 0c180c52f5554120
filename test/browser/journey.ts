import type { Locator, Page } from 'playwright-core'
import type { Test } from 'tap'
import type { StaffWords } from '../../src/web/words/shape.ts'
import { aBrowser, aReader, axeFaults, overflow, type Reader } from '../support/browser.ts'
import { WORDS } from '../support/pageWords.ts'
import { SCREENS } from '../support/screens.ts'
import type { Stage } from '../support/stage.ts'

/** Somebody on their way through the page, on one kind of screen. */
export interface Walk {
  readonly t: Test
  readonly page: Page
  readonly reader: Reader
  readonly words: StaffWords
  /** Of the screen, unlike that of any other. */
  readonly name: string
  readonly index: number
  /** Phones are touched and hold no timeline. */
  readonly isPhone: boolean
  /** Taps or clicks, as the screen is used. */
  readonly press: (what: Locator) => Promise<void>
  /** Nothing for axe to find where the walk stands, and nothing wider than the screen. */
  readonly isSound: () => Promise<void>
}

interface Journey {
  readonly stage: Stage
  readonly login: string
}

/** Walks one way at every screen, by turns, on one stage; the reader is already logged in. */
export async function atEveryScreen(
  t: Test,
  { stage, login }: Journey,
  walk: (of: Walk) => Promise<void>,
): Promise<void> {
  const browser = await aBrowser(t)
  for (const [index, screen] of SCREENS.entries()) {
    await t.test(screen.name, async t => {
      const reader = await aReader(browser, stage.address, screen)
      const { page } = reader
      await stage.enter(reader.browser, login)
      const isSound = async () => {
        // What the bar on top half covers is too small to touch, until it is scrolled from under it.
        await page.evaluate('scrollTo(0, 0)')
        t.strictSame(await axeFaults(page), [])
        t.equal(await overflow(page), 0)
      }
      const words = WORDS[screen.language]
      const isPhone = screen.touch === true
      const press = (what: Locator) => (isPhone ? what.tap() : what.click())
      await walk({ t, page, reader, words, name: screen.name, index, isPhone, press, isSound })
      t.strictSame(reader.faults, [])
      await reader.browser.close()
    })
  }
}

/** Chooses in a box that opens a list. */
export async function choose(page: Page, label: string, option: string | RegExp) {
  const field = page.locator('.field').filter({ has: page.getByText(label, { exact: true }) })
  await field.getByRole('button').first().click()
  await page.getByRole('option', { name: option }).first().click()
}

/** Types a date, part by part, as the language writes it. */
export async function typeDay(page: Page, label: string, day: string) {
  const [year = '', month = '', date = ''] = day.split('-')
  const segments = page.getByRole('group', { name: label }).getByRole('spinbutton')
  const parts = { year, month, day: date }
  for (const segment of await segments.all()) {
    const type = (await segment.getAttribute('data-type')) as keyof typeof parts
    await segment.click()
    await page.keyboard.type(parts[type])
  }
}
