import type { Browser, ElementHandle, Page } from 'playwright-core'
import { aReader } from '../support/browser.ts'
import { soakFactor, turn } from '../support/soak.ts'
import type { Furnished } from './furnished.ts'
import { type Sight, walkOpenings } from './openings.ts'
import { type PageRow, PAGES, type RoleName } from './pages.ts'
import { trafficOf, tryWrites } from './traffic.ts'

/** So many pages of a role have their turn in a normal run. */
const pagesInTurn = 1

/** Types what `nextTexts` gives into each field that a role reaches, and presses all that can be pressed. */
export async function fillEveryForm(
  browser: Browser,
  { stage, ids }: Furnished,
  of: { readonly role: RoleName; readonly nextTexts: () => readonly string[] },
) {
  const reader = await aReader(browser, stage.address, { width: 1440 })
  const { page } = reader
  if (of.role !== 'visitor') await stage.enter(reader.browser, of.role)
  const faults: string[] = []
  // A script that got in from somebody's text would most likely say so.
  page.on('dialog', dialog => {
    faults.push(`a script spoke: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('response', answer => {
    if (answer.status() >= 500) faults.push(`${answer.status()} from ${answer.url()}`)
  })
  await tryWrites(page)
  const walk = { settled: trafficOf(page), isTouched: false, frame: 'left', dialogs: new Map() } as const
  const fields = new Set<string>()
  for (const { path } of rowsOf(PAGES[of.role](ids))) {
    const see = async ({ trail, overlay }: Sight) => {
      for (const field of await fieldsWithin(page, overlay)) {
        const place = overlay === null ? [path] : [path, ...trail]
        const name = [...place, await nameOf(field)].join(' > ')
        // A dialog that is opened again is empty again; a page keeps what was typed.
        if (overlay === null && trail.length > 0 && fields.has(name)) continue
        fields.add(name)
        for (const text of of.nextTexts()) faults.push(...(await typeInto(field, text)))
      }
      await walk.settled()
      const broken = await brokenBy(page)
      faults.push(...broken.map(fault => `${path}: ${[...trail, fault].join(' > ')}`))
    }
    await page.goto(path)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await walk.settled()
    const walked = await walkOpenings(page, { ...walk, see, kinds: ['part', 'button', 'submit', 'view'] })
    // What was sent may have taken the button away; where the focus goes is seen where nothing is sent.
    const rest = walked.faults.filter(each => !each.includes('the focus went to'))
    faults.push(...rest.map(fault => `${path}: ${fault}`))
  }
  await reader.browser.close()
  return { fields: [...fields], faults: [...faults, ...reader.faults] }
}

/** In a soak all pages with forms; else a few in turn, and of the pages of several bookings one. */
function rowsOf(rows: readonly PageRow[]): readonly PageRow[] {
  const opening = rows.filter(({ opens }) => opens !== 'elsewhere')
  if (soakFactor === 1) return opening
  const shapes = [
    ...new Map(opening.map(row => [row.path.replace(/\/[a-z]{3}_\w+/gu, '/:id'), row])).values(),
  ]
  const turns = Math.ceil(shapes.length / pagesInTurn)
  return shapes.filter((_, index) => (index + turn) % turns === 0)
}

type Field = ElementHandle<HTMLInputElement | HTMLTextAreaElement>

/** Fields that take text, those of numbers too. */
async function fieldsWithin(page: Page, overlay: Sight['overlay']): Promise<Field[]> {
  const root = overlay ?? (await page.$('body'))
  const found = (await root?.$$('input, textarea')) ?? []
  const isReady = (each: Element) =>
    each.matches(':enabled:not([type=file], [type=checkbox], [type=radio], [type=hidden])') &&
    each.checkVisibility() &&
    each.closest('[aria-hidden=true]') === null
  const ready = await Promise.all(found.map(each => each.evaluate(isReady, null)))
  return found.filter((_, index) => ready[index]) as Field[]
}

const nameOf = (field: Field): Promise<string> =>
  field.evaluate(each => each.labels?.[0]?.textContent ?? each.ariaLabel ?? each.name)

/** Types a text; a field of words holds it as it is, as far as it may be long. */
async function typeInto(field: Field, text: string): Promise<string[]> {
  if (!(await field.evaluate(each => each.isConnected))) return []
  await field.fill(text)
  const isKept = await field.evaluate(
    (each, typed) =>
      each.inputMode !== '' || each.value === typed || (each.maxLength > 0 && typed.startsWith(each.value)),
    text,
  )
  return isKept ? [] : [`${await nameOf(field)} has changed ${JSON.stringify(text)}`]
}

/** What only a text that was taken for HTML leaves behind, and a page that is gone. */
const brokenBy = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const injected =
      'script:not([src]), iframe, object, embed, base, form[action], [onerror], [onload], [onclick], ' +
      '[onmouseover], [onfocus], [href^="javascript:" i], img:not([src^="/"], [src^="blob:"], [src^="data:"])'
    const found = [...document.querySelectorAll(injected)].map(each => `injected: ${each.outerHTML}`)
    return document.querySelector('h1') === null ? [...found, 'the page is gone'] : found
  })
