import type { ElementHandle, Page } from 'playwright-core'
import {
  controlsIn,
  isOpen,
  nextTrigger,
  type Kind,
  strayFocus,
  titleOf,
  topOverlay,
  type Trigger,
  waitForSight,
} from './triggers.ts'

/** What is looked at: the page, or what lies open upon it. */
export interface Sight {
  /** What was pressed to come here, from the page on; empty for the page as it came. */
  readonly trail: readonly string[]
  /** What lies on top; null is the page itself. */
  readonly overlay: ElementHandle<Element> | null
}

interface WalkOptions {
  /** Waits until what was asked of the server has come. */
  readonly settled: () => Promise<void>
  /** What a test does with each sight; it leaves open what it finds open. */
  readonly see: (sight: Sight) => Promise<void>
  readonly isTouched: boolean
  /** Whether the menus of the frame, which are the same on every page, are opened too. */
  readonly frame: 'opened' | 'left'
  /** What is pressed; what sends a form only where it is named here. */
  readonly kinds?: readonly Kind[]
  /** By its title, what was pressed in a dialog: one that many pages open is gone through once. */
  readonly dialogs: Map<string, string[]>
}

/** What opens for sure first: a view takes away what stands in another. */
const allKinds: readonly Kind[] = ['popup', 'part', 'button', 'view']

/** A page that makes new buttons for ever must not keep a test for ever. */
const pressedMax = 120
const patienceMilliseconds = 5000

/**
 * Presses everything on the page that may open something, and again within the dialogs that it opened; shows
 * each sight to `see`, closes with Escape and looks where the focus is. A button does not tell what it does:
 * where the page is to stay as it is, the caller keeps writes from the server.
 *
 * @returns what opened, by the way there, and what went wrong.
 */
export async function walkOpenings(page: Page, options: WalkOptions) {
  const walk = new Walk(page, options)
  await options.see({ trail: [], overlay: null })
  await walk.pressAll({ trail: [], overlay: null })
  // A form that a button reveals may have taken the place of other buttons.
  if (walk.opened.length > 0) {
    await walk.goHome()
    await walk.pressAll({ trail: [], overlay: null })
  }
  return { opened: walk.opened, faults: walk.faults }
}

class Walk {
  readonly opened: (readonly string[])[] = []
  readonly faults: string[] = []
  readonly #page: Page
  readonly #options: WalkOptions
  readonly #home: string
  readonly #pressed: string[] = []
  #count = 0
  /** How often the page was loaded anew: what was found on it before is gone. */
  #visits = 0

  constructor(page: Page, options: WalkOptions) {
    this.#page = page
    this.#options = options
    this.#home = page.url()
  }

  /** Presses what stands in a sight and was not pressed before, for as long as the sight lies on top. */
  async pressAll(sight: Sight): Promise<void> {
    const { overlay, trail } = sight
    const { frame, kinds = allKinds } = this.#options
    const pressed = overlay === null ? this.#pressed : await this.#pressedIn(overlay)
    while (await this.#isOnTop(overlay)) {
      const next = await nextTrigger(this.#page, { overlay, pressed, frame, kinds })
      if (next === null) return
      pressed.push(next.name)
      if (++this.#count > pressedMax) throw new Error(`more than ${pressedMax} things to press`)
      try {
        await this.#press(next, { overlay, trail: [...trail, next.name] })
      } catch (error) {
        // What came in meanwhile took the place of what was to be pressed.
        if (String(error).includes('not attached to the DOM')) continue
        this.faults.push(`${[...trail, next.name].join(' > ')}: ${String(error).split('\n')[0]}`)
        await this.goHome()
      }
    }
  }

  async #pressedIn(dialog: ElementHandle<Element>): Promise<string[]> {
    const title = await titleOf(dialog)
    const pressed = this.#options.dialogs.get(title) ?? []
    this.#options.dialogs.set(title, pressed)
    return pressed
  }

  async #press(trigger: Trigger, sight: Sight): Promise<void> {
    if (trigger.kind === 'part' && (await isOpen(trigger.element))) await this.#hit(trigger)
    const before = await controlsIn(this.#page)
    await this.#hit(trigger)
    if (pathOf(this.#page.url()) !== pathOf(this.#home)) return this.goHome()
    const top = await topOverlay(this.#page)
    if (top !== null && !(await isSame(top, sight.overlay))) {
      this.opened.push(sight.trail)
      return this.#within(trigger, { trail: sight.trail, overlay: top })
    }
    // A button that closes the dialog that it stands in.
    if (top === null && sight.overlay !== null) return
    const hasOpened = trigger.kind === 'part' ? await isOpen(trigger.element) : trigger.kind === 'view'
    if (['popup', 'part'].includes(trigger.kind) && !hasOpened) throw new Error('opens nothing')
    const known = new Set(before)
    const hasRevealed = hasOpened || (await controlsIn(this.#page)).some(each => !known.has(each))
    if (!hasRevealed) return
    this.opened.push(sight.trail)
    await this.#options.see(sight)
  }

  /** Looks at what has opened, goes through it where it is a dialog, closes it and looks for the focus. */
  async #within(
    trigger: Trigger,
    sight: Sight & { readonly overlay: ElementHandle<Element> },
  ): Promise<void> {
    const visit = this.#visits
    await waitForSight(this.#page, sight.overlay)
    await this.#options.see(sight)
    if (trigger.kind === 'button') {
      await this.pressAll(sight)
      if (visit !== this.#visits) return this.#openAgain(trigger, sight.trail)
      if (!(await this.#isOnTop(sight.overlay))) {
        if (!(await this.#isThere(trigger))) return
        await this.#checkFocus(trigger, sight.trail)
        return this.#openRest(trigger, sight.trail)
      }
    }
    await this.#page.keyboard.press('Escape')
    await sight.overlay.waitForElementState('hidden', { timeout: patienceMilliseconds })
    await this.#checkFocus(trigger, sight.trail)
  }

  /** A button of a dialog led to another page; back on this one, the dialog's others stand in it still. */
  async #openAgain({ kind, name }: Trigger, trail: readonly string[]): Promise<void> {
    // What opened within another dialog is gone with that one.
    if (trail.length > 1) return
    const where = { overlay: null, frame: this.#options.frame }
    const again = await nextTrigger(this.#page, { ...where, pressed: [], named: name, kinds: [kind] })
    if (again !== null) await this.#openRest(again, trail)
  }

  /** What closed a dialog was one of its own buttons: the others stand in it still. */
  async #openRest(trigger: Trigger, trail: readonly string[]): Promise<void> {
    await this.#hit(trigger)
    const overlay = await topOverlay(this.#page)
    if (overlay !== null) await this.#within(trigger, { trail, overlay })
  }

  async #hit({ element }: Trigger): Promise<void> {
    const how = { timeout: patienceMilliseconds }
    await (this.#options.isTouched ? element.tap(how) : element.click(how))
    await this.#options.settled()
  }

  async #checkFocus(trigger: Trigger, trail: readonly string[]): Promise<void> {
    const stray = await strayFocus(this.#page, trigger)
    if (stray !== null) this.faults.push(`${trail.join(' > ')}: the focus went to ${stray}`)
  }

  async #isThere({ element }: Trigger): Promise<boolean> {
    return element.evaluate(each => each.isConnected && each.checkVisibility())
  }

  async #isOnTop(overlay: ElementHandle<Element> | null): Promise<boolean> {
    return isSame(await topOverlay(this.#page), overlay)
  }

  /** The page as it came. */
  async goHome(): Promise<void> {
    this.#visits++
    await this.#page.goto(this.#home)
    await this.#page.getByRole('heading', { level: 1 }).first().waitFor()
    await this.#options.settled()
  }
}

const pathOf = (url: string) => new URL(url).pathname

async function isSame(one: ElementHandle<Element> | null, other: ElementHandle<Element> | null) {
  if (one === null || other === null) return one === other
  return one.evaluate((element, each) => element === each, other)
}
