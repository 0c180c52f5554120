import { readFileSync } from 'node:fs'
import t from 'tap'
import { aBrowser, aReader, axeFaults, LANGUAGES, withoutBrowser } from '../support/browser.ts'
import { WORDS } from '../support/pageWords.ts'
import { aStage } from '../support/stage.ts'

t.setTimeout(300_000)

t.test('an alliance admin reads and grants', { skip: withoutBrowser }, async t => {
  const stage = await aStage(t, { quota: 'enforced', members: 3, reserveHours: 300, projectHours: 20 })
  const { lab } = stage
  await stage.letIn(lab.allianceAdmin, 'secretary')
  const browser = await aBrowser(t)
  const home = `/alliance/${lab.allianceId}`

  for (const language of LANGUAGES) {
    t.test(`${language}: the same hours to all, tried out first, under one document number`, async t => {
      const words = WORDS[language].quota
      const before = await lab.balance('reserve', lab.allianceId)
      const reader = await aReader(browser, stage.address, { language, width: 820 })
      const { page } = reader
      await stage.enter(reader.browser, 'secretary')
      await page.goto(`${home}/quota/bulk`)
      await page.getByLabel(words.totalAmount(words.unitOf['second'] ?? '')).fill('40')
      await page.getByLabel(words.documentNumber).fill(`协创〔2026〕${language}`)
      await page.getByLabel(words.reason).fill('季度分配')
      await page.getByRole('button', { name: words.try, exact: true }).click()
      await page.getByText(words.trialGood('4', '').slice(0, 4)).first().waitFor()
      t.strictSame(await lab.balance('reserve', lab.allianceId), before, 'nothing was granted yet')
      t.strictSame(await axeFaults(page), [])
      await page.getByRole('button', { name: words.confirmAll('4') }).click()
      await page.getByText(words.done('4')).waitFor()
      const after = await lab.balance('reserve', lab.allianceId)
      t.equal(before.available - after.available, 40 * 3600)
      t.strictSame(reader.faults, [])
      await reader.browser.close()
    })
  }

  t.test('the utilization is exported as a workbook', async t => {
    const reader = await aReader(browser, stage.address)
    const { page } = reader
    await stage.enter(reader.browser, 'secretary')
    await page.goto(`${home}/utilization`)
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: /XLSX/u }).click()
    const path = await (await download).path()
    t.equal(readFileSync(path).subarray(0, 2).toString(), 'PK')
    t.strictSame(reader.faults, [])
    await reader.browser.close()
  })
})
