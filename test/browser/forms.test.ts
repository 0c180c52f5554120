import t from 'tap'
import { aBrowser, withoutBrowser } from '../support/browser.ts'
import { dataAbsent, readData } from '../support/sharedData.ts'
import { soakFactor } from '../support/soak.ts'
import { fillEveryForm } from './everyForm.ts'
import { aFurnishedStage } from './furnished.ts'
import type { RoleName } from './pages.ts'

t.setTimeout(600_000)

const strangeFile = 'blns/blns.json'
const absent = dataAbsent(strangeFile)
/** A normal run sees fewer fields, and types the whole list all the same. */
const perField = soakFactor === 1 ? 40 : 6

/** So many fields at the least take text on the pages of a role and in the dialogs that open there. */
const FIELDS: Readonly<Partial<Record<RoleName, number>>> = {
  visitor: 2,
  researcher: 1,
  manager: 60,
  secretary: 3,
}

t.test('what is typed into any form stays text', { skip: withoutBrowser || absent }, async t => {
  const texts = JSON.parse(readData(strangeFile).toString()) as string[]
  const typed = new Set<string>()
  let at = 0
  const nextTexts = () =>
    Array.from({ length: perField }, () => {
      const text = texts[at++ % texts.length] ?? ''
      typed.add(text)
      return text
    })
  const furnished = await aFurnishedStage(t)
  const browser = await aBrowser(t)
  for (const [role, fieldsMin] of Object.entries(FIELDS) as [RoleName, number][]) {
    t.test(role, async t => {
      const { fields, faults } = await fillEveryForm(browser, furnished, { role, nextTexts })
      t.strictSame(faults, [])
      t.ok(fields.length >= fieldsMin, `${fields.length} of ${fieldsMin} fields: ${fields.join('\n')}`)
    })
  }
  t.test('every text of the list was typed', async t => {
    t.equal(typed.size, new Set(texts).size)
  })
})
