import type { Locator, Page } from 'playwright-core'

/** More stops than any page has before what its reader came for. */
const stopsMax = 60

/**
 * Goes to `target` as a reader without a mouse does: by Tab, from wherever the focus is. Fails with what was
 * met on the way where it is never reached.
 */
export async function tabTo(target: Locator): Promise<void> {
  const page = target.page()
  await target.waitFor()
  const met: string[] = []
  for (let stop = 0; stop < stopsMax; stop += 1) {
    if (await target.and(page.locator(':focus')).isVisible()) return
    await page.keyboard.press('Tab')
    met.push(await page.evaluate<string>('document.activeElement.outerHTML.slice(0, 80)'))
  }
  throw new Error(`not to be reached by Tab: ${String(target)}; met\n${met.join('\n')}`)
}

/** Presses one key after the other; `[key, times]` presses it again. */
export async function pressKeys(page: Page, keys: readonly (string | readonly [string, number])[]) {
  for (const each of keys) {
    const [key, times] = typeof each === 'string' ? [each, 1] : each
    for (let pressed = 0; pressed < times; pressed += 1) await page.keyboard.press(key)
  }
}
