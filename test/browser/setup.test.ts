import type { Page } from 'playwright-core'
import t from 'tap'
import { passwordCharactersMin } from '../../src/domain/person.ts'
import { aBrowser, aReader, axeFaults, overflow, withoutBrowser } from '../support/browser.ts'
import { somePassword } from '../support/http.ts'
import { aNewSite, type NewSite } from '../support/newSite.ts'
import { WORDS } from '../support/pageWords.ts'
import { SCREENS } from '../support/screens.ts'
import type { StaffWords } from '../../src/web/words/shape.ts'

t.setTimeout(600_000)

const name = '站长 Ada'
const login = 'ada@example.cn'

const peopleOf = ({ context: { db } }: NewSite) => db.read.q.select().from(db.read.t.people)
const rolesOf = async ({ context: { db } }: NewSite) =>
  (await db.read.q.select().from(db.read.t.appointments)).map(each => `${each.role} ${each.scopeKind}`)

async function fillSetup(page: Page, { setup }: StaffWords, password: string) {
  await page.getByLabel(setup.name, { exact: true }).fill(name)
  await page.getByLabel(setup.logins.email, { exact: true }).fill(login)
  await page.getByLabel(setup.password, { exact: true }).fill(password)
  await page.getByRole('button', { name: setup.submit }).click()
}

t.test('the one-time link makes the first person, and no second one', { skip: withoutBrowser }, async t => {
  const browser = await aBrowser(t)
  for (const screen of SCREENS) {
    t.test(screen.name, async t => {
      const words = WORDS[screen.language]
      const { setup, site: siteWords } = words
      const site = await aNewSite(t)
      const reader = await aReader(browser, site.address, screen)
      const { page } = reader
      const isFine = async () => {
        t.strictSame(await axeFaults(page), [])
        t.equal(await overflow(page), 0)
      }
      await page.goto('/setup?token=guessed')
      await fillSetup(page, words, 'too short')
      await page.getByText(setup.passwordTooShort(passwordCharactersMin, 1)).waitFor()
      await isFine()
      await page.getByLabel(setup.password, { exact: true }).fill(somePassword)
      await page.getByRole('button', { name: setup.submit }).click()
      await page.getByRole('alert').getByText(setup.tokenWrong).waitFor()
      await isFine()
      t.strictSame(await peopleOf(site), [], 'a guess enters nobody')

      await page.goto(site.link)
      await page.waitForURL(`${site.address}/setup`)
      await fillSetup(page, words, somePassword)
      await page.getByRole('heading', { level: 1 }).getByText(name).waitFor()
      await page.getByRole('heading', { name: siteWords.steps }).waitFor()
      t.equal(page.url(), `${site.address}/`)
      await isFine()
      t.match(await peopleOf(site), [{ name, email: login, locale: screen.language }])
      t.strictSame(await rolesOf(site), ['site-admin site'])

      await page.goBack()
      await page.getByRole('heading', { level: 1 }).getByText(name).waitFor()
      t.equal(page.url(), `${site.address}/`, 'the way back knows no token')
      await reader.browser.clearCookies()
      await page.goto(site.link)
      await page.getByText(setup.isDone).waitFor()
      await isFine()
      await page.getByRole('link', { name: words.login.submit }).click()
      await page.getByLabel(words.login.login, { exact: true }).waitFor()
      t.strictSame(reader.faults, [])
      await reader.browser.close()
    })
  }
})

const institution = '某某研究所'
const person = { name: '李研究员', login: 'li@example.cn' }
const instrument = '示例质谱仪 01'

/** Chooses in the kit's list of a few. */
async function choose(page: Page, label: string, option: string) {
  await page.getByRole('button', { name: label }).click()
  await page.getByRole('option', { name: option }).click()
}

async function addInstitution(page: Page) {
  const { site } = WORDS['zh-CN']
  await page.getByRole('link', { name: site.stepNames.institutions, exact: true }).click()
  await page.getByText(site.noInstitutions).waitFor()
  await page.getByRole('button', { name: site.addInstitution }).click()
  await page.getByLabel(site.institutionName).fill(institution)
  await page.getByRole('dialog').getByRole('button', { name: site.addInstitution }).click()
  await page.getByRole('heading', { name: institution }).waitFor()
}

async function addPerson(page: Page) {
  const { people, setup } = WORDS['zh-CN']
  await page.getByRole('link', { name: people.title, exact: true }).last().click()
  await page.getByRole('button', { name: people.add }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(people.name, { exact: true }).fill(person.name)
  await dialog.getByLabel(setup.logins.email).fill(person.login)
  await dialog.getByLabel(people.initialPassword).fill(somePassword)
  await dialog.getByRole('button', { name: people.add }).click()
  await page.getByRole('heading', { name: person.name }).waitFor()
  await page.getByText(people.hasPassword).waitFor()
}

/** From nothing to on offer: facts, rules as they are proposed, to the institution's own people. */
async function publishInstrument(page: Page) {
  const { common, frame, hosted, policyEditor, site } = WORDS['zh-CN']
  await page.getByRole('link', { name: frame.home, exact: true }).click()
  await page.getByRole('link', { name: site.stepNames.instruments, exact: true }).last().click()
  await page.getByRole('link', { name: hosted.add }).first().click()
  await choose(page, hosted.institution, institution)
  await page.getByLabel(hosted.name, { exact: true }).fill(instrument)
  await page.getByLabel(hosted.resourceClass).fill('mass-spectrometer')
  await page.getByRole('button', { name: hosted.saveDraft }).click()
  await page.getByRole('button', { name: policyEditor.save }).click()
  await page.getByText(policyEditor.saved(1)).waitFor()
  await page.getByRole('link', { name: hosted.next }).click()
  await page.getByRole('button', { name: hosted.addTerm }).click()
  await page.getByRole('dialog').getByRole('button', { name: common.add }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: hosted.publish, exact: true }).click()
  await page.getByText(hosted.published).waitFor()
}

async function bookFirstFree(page: Page) {
  const { booking, frame, login: words, timeline } = WORDS['zh-CN']
  await page.goto('/')
  await page.getByLabel(words.login, { exact: true }).fill(person.login)
  await page.getByLabel(words.password, { exact: true }).fill(somePassword)
  await page.getByRole('button', { name: words.submit }).click()
  await page.getByRole('link', { name: frame.find }).first().click()
  await page.getByRole('button', { name: timeline.book }).first().click()
  await page.getByRole('button', { name: booking.confirm }).click()
  await page.getByRole('alert').getByText(booking.done).waitFor()
}

t.test('from the printed link to a first booking, by the page alone', { skip: withoutBrowser }, async t => {
  const browser = await aBrowser(t)
  const site = await aNewSite(t)
  const admin = await aReader(browser, site.address, { language: 'zh-CN', width: 390, touch: true })
  await admin.page.goto(site.link)
  await fillSetup(admin.page, WORDS['zh-CN'], somePassword)
  await addInstitution(admin.page)
  await addPerson(admin.page)
  await publishInstrument(admin.page)
  t.strictSame(admin.faults, [])
  const researcher = await aReader(browser, site.address, { language: 'zh-CN', width: 390, touch: true })
  await bookFirstFree(researcher.page)
  const { q, t: tables } = site.context.db.read
  t.match(await q.select().from(tables.bookings), [{ state: 'confirmed', live: true }])
  t.strictSame(researcher.faults, [])
})
