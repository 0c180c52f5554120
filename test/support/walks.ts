import type { Locator, Page } from 'playwright-core'
import type { Test } from 'tap'
import type { StaffWords } from '../../src/web/words/shape.ts'
import { aBrowser, aReader, axeFaults, overflow } from './browser.ts'
import { WORDS } from './pageWords.ts'
import { SCREENS } from './screens.ts'
import type { Stage } from './stage.ts'

/** A journey as it is walked at one screen. */
export interface Walk {
  readonly t: Test
  readonly page: Page
  readonly words: StaffWords
  /** Of the screen: each walk takes what belongs to it, so that all can share a stage. */
  readonly number: number
  /** Phones are touched and hold no timeline. */
  readonly isPhone: boolean
  /** Taps or clicks, as the screen is used. */
  readonly press: (what: Locator) => Promise<void>
  /** Nothing that axe finds and nothing wider than the screen, as the page stands. */
  readonly isWell: () => Promise<void>
}

/** Walks a journey at every screen, logged in; at the end nothing may have gone wrong on the page. */
export async function walkEveryScreen(
  t: Test,
  { stage, login, walk }: { stage: Stage; login: string; walk: (at: Walk) => Promise<void> },
) {
  const browser = await aBrowser(t)
  for (const [number, screen] of SCREENS.entries()) {
    t.test(screen.name, async t => {
      const reader = await aReader(browser, stage.address, screen)
      const { page } = reader
      await stage.enter(reader.browser, login)
      await walk({
        t,
        page,
        words: WORDS[screen.language],
        number,
        isPhone: screen.touch === true,
        press: what => (screen.touch === true ? what.tap() : what.click()),
        isWell: async () => {
          // What the bar on top half covers is too small to touch, until it is scrolled from under it.
          await page.evaluate('scrollTo(0, 0)')
          t.strictSame(await axeFaults(page), [])
          t.equal(await overflow(page), 0)
        },
      })
      t.strictSame(reader.faults, [])
      await reader.browser.close()
    })
  }
}
