import type { ElementHandle, Page } from 'playwright-core'

/** What is pressed, by what it promises: a `view` takes the place of another, a `button` promises nothing. */
export type Kind = 'popup' | 'part' | 'button' | 'submit' | 'view'

export interface Trigger {
  readonly kind: Kind
  /** Its words without figures: of a hundred bookings that open alike one is opened. */
  readonly name: string
  readonly element: ElementHandle<HTMLElement>
}

interface Within<Overlay> {
  /** Null is the page. */
  readonly overlay: Overlay | null
  readonly frame: 'opened' | 'left'
  readonly pressed: readonly string[]
  /** The only one that is meant, where it is known already. */
  readonly named?: string
  /** What is pressed, in this order. */
  readonly kinds: readonly Kind[]
}

/** The next thing to press; null where all was pressed. */
export async function nextTrigger(
  page: Page,
  within: Within<ElementHandle<Element>>,
): Promise<Trigger | null> {
  const found = await page.evaluateHandle(firstTrigger, within)
  const about = await found.evaluate(each => each && { kind: each.kind, name: each.name })
  if (about === null) return null
  const element = (await found.getProperty('element')).asElement() as ElementHandle<HTMLElement>
  return { ...about, element }
}

/** Runs in the browser. */
function firstTrigger(of: Within<Element>) {
  const main = of.frame === 'left' ? document.querySelector('main') : null
  const root = of.overlay ?? main ?? document.body
  const kindOf = (element: Element): Kind => {
    if (element.hasAttribute('aria-haspopup')) return 'popup'
    if (element.tagName === 'SUMMARY' || element.hasAttribute('aria-expanded')) return 'part'
    if (element.getAttribute('type') === 'submit') return 'submit'
    return ['radio', 'tab'].includes(element.getAttribute('role') ?? '') ? 'view' : 'button'
  }
  const textOf = (element: Element | null) => element?.textContent?.trim() ?? ''
  const labelsOf = (element: Element) =>
    (element.getAttribute('aria-labelledby') ?? '')
      .split(' ')
      .map(id => document.getElementById(id))
      .map(each => each?.getAttribute('aria-label') ?? textOf(each))
      .join(' ')
      .trim()
  const nameOf = (element: Element, kind: Kind) => {
    const spoken = labelsOf(element) || (element.getAttribute('aria-label') ?? '')
    const name = kind === 'popup' ? spoken || textOf(element) : textOf(element) || spoken
    // Days differ in their weekday too.
    const figureless = name.replace(/\d{4}-\d\d-\d\d( \p{L}+)?/gu, '#').replace(/\d+/gu, '#')
    return `${kind} ${figureless.slice(0, 60)}`
  }
  const isReady = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true }) &&
    element.closest('[inert], [aria-hidden=true], :disabled, [aria-disabled=true]') === null &&
    element.getAttribute('aria-checked') !== 'true' &&
    element.getAttribute('aria-selected') !== 'true'
  const pressable =
    'button, summary, [role=button], [role=radio], [role=tab], [aria-haspopup], [aria-expanded], [data-item]'
  const ready = [...root.querySelectorAll(pressable)].filter(isReady).map(element => {
    const kind = kindOf(element)
    return { element, kind, name: nameOf(element, kind) }
  })
  const isMeant = ({ name }: { name: string }) => name === (of.named ?? name) && !of.pressed.includes(name)
  for (const kind of of.kinds) {
    const next = ready.find(each => each.kind === kind && isMeant(each))
    if (next !== undefined) return next
  }
  return null
}

/** What lies on top of the page: a dialog, a menu, a list; null where nothing does. */
export async function topOverlay(page: Page): Promise<ElementHandle<Element> | null> {
  const found = await page.evaluateHandle(() => {
    const overlays = '[role=dialog], [role=alertdialog], [role=menu], [role=listbox]'
    return [...document.querySelectorAll(overlays)].filter(each => each.checkVisibility()).at(-1) ?? null
  })
  return found.asElement()
}

/** Waits until an overlay is in sight: on a phone a dialog with a field waits for the keyboard. */
export const waitForSight = (page: Page, overlay: ElementHandle<Element>) =>
  page.waitForFunction(each => each.checkVisibility({ opacityProperty: true }), overlay)

/** The title of a dialog without figures, by which it is known again. */
export const titleOf = (overlay: ElementHandle<Element>): Promise<string> =>
  overlay.evaluate(each => (each.querySelector('h2')?.textContent ?? '').replace(/\d+/gu, '#'))

/** The fields and buttons in sight, without figures: a button that reveals something adds to them. */
export const controlsIn = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('button, input, textarea, summary, [role=alert]')]
      .filter(each => each.checkVisibility())
      .map(each => `${each.tagName} ${each.textContent} ${each.ariaLabel}`.replace(/\d+/gu, '#')),
  )

/** Whether a part that a trigger opens stands open. */
export const isOpen = (element: ElementHandle<HTMLElement>): Promise<boolean> =>
  element.evaluate(
    each =>
      each.getAttribute('aria-expanded') === 'true' || each.closest('details')?.hasAttribute('open') === true,
  )

/** Where the focus is instead of on what was pressed; null where it came back. */
export async function strayFocus(page: Page, trigger: Trigger): Promise<string | null> {
  const stray = (element: HTMLElement) => {
    const at = document.activeElement
    const same = (one: Element, other: Element | null) =>
      other !== null && one.tagName === other.tagName && one.textContent === other.textContent
    // A button may have been made anew while the dialog was open; in a grid the focus is the grid's.
    const grid = element.closest('[role=grid]')
    return at === element || same(element, at) || (grid !== null && at === grid)
      ? null
      : (at?.outerHTML.slice(0, 120) ?? 'nothing')
  }
  for (let tries = 0; tries < 10; tries++) {
    if ((await trigger.element.evaluate(stray)) === null) return null
    await page.waitForTimeout(50)
  }
  return trigger.element.evaluate(stray)
}
