import t from 'tap'
import { aBrowser, withoutBrowser } from '../support/browser.ts'
import { dataAbsent, readData } from '../support/sharedData.ts'
import { manyPagesMilliseconds, soakFactor, turn } from '../support/soak.ts'
import { fillEveryForm } from './everyForm.ts'
import { aFurnishedStage } from './furnished.ts'
import type { RoleName } from './pages.ts'

const isSoak = soakFactor === 1
t.setTimeout(manyPagesMilliseconds)

const strangeFile = 'blns/blns.json'
const absent = dataAbsent(strangeFile)
const perField = isSoak ? 40 : 4

/** So many fields at the least take text on all pages of a role and in the dialogs that open there. */
const FIELDS: Readonly<Record<RoleName, number>> = {
  visitor: 2,
  researcher: 12,
  manager: 140,
  secretary: 18,
  office: 34,
  admin: 64,
}
/** So many on the pages that have their turn, whichever these are. */
const fieldsInTurnMin = 8

t.test('what is typed into any form stays text', { skip: withoutBrowser || absent }, async t => {
  const texts = JSON.parse(readData(strangeFile).toString()) as string[]
  let at = 0
  /** The first field takes the whole list, which all the others take on from each other. */
  const nextTexts = () => {
    const length = at === 0 ? texts.length : perField
    return Array.from({ length }, () => texts[at++ % texts.length] ?? '')
  }
  const furnished = await aFurnishedStage(t)
  const browser = await aBrowser(t)
  let count = 0
  for (const [role, fieldsMin] of Object.entries(FIELDS) as [RoleName, number][]) {
    t.test(role, async t => {
      const { fields, faults } = await fillEveryForm(browser, furnished, { role, nextTexts })
      t.strictSame(faults, [], `JISHI_SEED=${turn} chooses the same pages`)
      if (isSoak) t.ok(fields.length >= fieldsMin, `${fields.length} of ${fieldsMin}: ${fields.join('\n')}`)
      count += fields.length
    })
  }
  t.test('the pages have their fields', async t => {
    t.ok(count >= fieldsInTurnMin, `${count} of ${fieldsInTurnMin} in turn ${turn}`)
  })
})
