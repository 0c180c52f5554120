import t from 'tap'
import { aBrowser, aReader, axeFaults, LANGUAGES, overflow, withoutBrowser } from '../support/browser.ts'
import { WORDS } from '../support/pageWords.ts'
import { aStage } from '../support/stage.ts'

t.setTimeout(300_000)

t.test('a site admin gives the site a name of its own', { skip: withoutBrowser }, async t => {
  const stage = await aStage(t)
  await stage.letIn(await stage.lab.holding('site-admin'), 'admin')
  const browser = await aBrowser(t)
  for (const language of LANGUAGES) {
    t.test(language, async t => {
      const { common, site } = WORDS[language]
      const reader = await aReader(browser, stage.address, { language, width: 390 })
      const { page } = reader
      await stage.enter(reader.browser, 'admin')
      await page.goto('/site')
      const [name, nameEn] = [`某地共享平台 ${language}`, `Some platform ${language}`]
      await page.getByLabel(site.name, { exact: true }).fill(name)
      await page.getByLabel(site.nameEn, { exact: true }).fill(nameEn)
      await page.getByRole('button', { name: common.save }).click()
      await page.getByText(site.saved).waitFor()
      await page
        .getByRole('banner')
        .getByText(language === 'en' ? nameEn : name)
        .waitFor()
      t.strictSame(await axeFaults(page), [])
      t.equal(await overflow(page), 0)
      t.strictSame(reader.faults, [])
      await reader.browser.close()
    })
  }
})
