import type { Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { retireAlliance } from '../../src/operations/alliances.ts'
import { SYSTEM } from '../../src/operations/perform.ts'
import type { StaffWords } from '../../src/web/words/shape.ts'
import { aBrowser, aReader, axeFaults, overflow, withoutBrowser } from '../support/browser.ts'
import { somePassword } from '../support/http.ts'
import { WORDS } from '../support/pageWords.ts'
import { SCREENS } from '../support/screens.ts'
import { aStage, type Stage } from '../support/stage.ts'

t.setTimeout(600_000)

const isFine = async (t: Test, page: Page) => {
  t.strictSame(await axeFaults(page), [])
  t.equal(await overflow(page), 0)
}

const rolesIn = async ({ lab }: Stage, scopeId: string) => {
  const { q, t: tables } = lab.context.db.read
  const held = await q.select().from(tables.appointments)
  return held.filter(each => each.scopeId === scopeId)
}

const personNamed = async ({ lab }: Stage, name: string) => {
  const { q, t: tables } = lab.context.db.read
  return (await q.select().from(tables.people)).find(each => each.name === name)
}

t.test('a site admin founds an alliance and hands it over', { skip: withoutBrowser }, async t => {
  const stage = await aStage(t)
  await stage.letIn(await stage.lab.holding('site-admin'), 'admin')
  const browser = await aBrowser(t)
  for (const [place, screen] of SCREENS.entries()) {
    t.test(screen.name, async t => {
      const { common, people, site } = WORDS[screen.language]
      const reader = await aReader(browser, stage.address, screen)
      const { page } = reader
      await stage.enter(reader.browser, 'admin')
      await page.goto('/site/alliances')
      await page.getByRole('button', { name: site.addAlliance }).click()
      const dialog = page.getByRole('dialog')
      const [name, slug] = [`第 ${place} 联盟`, `alliance-no-${place}`]
      await dialog.getByLabel(site.allianceName).fill(name)
      await dialog.getByLabel(site.slug).fill('Not A Slug')
      await dialog.getByRole('button', { name: site.addAlliance }).click()
      await dialog.getByRole('alert').waitFor()
      await isFine(t, page)
      await dialog.getByLabel(site.slug).fill(slug)
      await dialog.getByRole('button', { name: site.addAlliance }).click()
      await dialog.waitFor({ state: 'hidden' })
      const card = page.getByRole('region', { name })
      await card.getByText(site.noAdmins).waitFor()
      await card.getByRole('button', { name: site.appointAdmin }).click()
      await dialog.getByRole('button', { name: '某人' }).first().click()
      await dialog.getByRole('button', { name: people.appoint }).click()
      await dialog.waitFor({ state: 'hidden' })
      await card.getByRole('button', { name: people.endRole }).waitFor()
      await isFine(t, page)
      const { alliances } = stage.lab.context.db.read.t
      const founded = (await stage.lab.context.db.read.q.select().from(alliances)).find(
        each => each.slug === slug,
      )
      t.match(founded, { name, zone: 'Asia/Shanghai' })
      t.match(await rolesIn(stage, founded?.id ?? ''), [{ role: 'alliance-admin', endsOn: null }])
      await card.getByRole('button', { name: common.edit }).click()
      await dialog.getByLabel(site.allianceName).fill(`${name}（更名）`)
      await dialog.getByRole('button', { name: common.save }).click()
      await page.getByRole('heading', { name: `${name}（更名）` }).waitFor()
      // The next walk finds the page as this one did.
      await retireAlliance(stage.lab.context, SYSTEM, { id: founded?.id ?? '', version: 2 })
      t.strictSame(reader.faults, [])
      await reader.browser.close()
    })
  }
})

/** Adds somebody who can log in; ends on their page. */
async function addSomebody(page: Page, { people, setup }: StaffWords, name: string) {
  await page.getByRole('button', { name: people.add }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(people.name, { exact: true }).fill(name)
  await dialog.getByRole('button', { name: setup.loginKind }).click()
  await page.getByRole('option', { name: setup.loginKinds['staff-number'] }).click()
  await dialog.getByLabel(setup.logins['staff-number'], { exact: true }).last().fill(name)
  await dialog.getByLabel(people.initialPassword).fill(somePassword)
  return dialog
}

t.test("an institution's admin adds a person and makes a lab manager", { skip: withoutBrowser }, async t => {
  const stage = await aStage(t)
  await stage.letIn(stage.lab.member.admin, 'keeper')
  const browser = await aBrowser(t)
  for (const [place, screen] of SCREENS.entries()) {
    t.test(screen.name, async t => {
      const words = WORDS[screen.language]
      const { common, people } = words
      const name = `Z-0${place}`
      const reader = await aReader(browser, stage.address, screen)
      const { page } = reader
      await stage.enter(reader.browser, 'keeper')
      await page.goto('/manage/people')
      const dialog = await addSomebody(page, words, name)
      await isFine(t, page)
      await dialog.getByRole('button', { name: people.add }).click()
      await page.getByRole('heading', { name, level: 1 }).waitFor()
      await page.getByRole('button', { name: people.appoint }).click()
      await dialog.getByRole('button', { name: people.appoint }).click()
      await dialog.waitFor({ state: 'hidden' })
      await page.getByText(common.roles['lab-manager'] ?? '', { exact: true }).waitFor()
      await isFine(t, page)
      const added = await personNamed(stage, name)
      const { institutionId } = stage.lab.member
      t.match(
        (await rolesIn(stage, institutionId)).filter(each => each.personId === added?.id),
        [{ role: 'lab-manager', scopeKind: 'institution', endsOn: null }],
      )
      await page.getByRole('button', { name: people.retire }).click()
      await dialog.getByRole('button', { name: people.retire }).click()
      await page.getByRole('button', { name: people.reinstate }).waitFor()
      t.type((await personNamed(stage, name))?.retiredAt, 'number')
      await isFine(t, page)
      await page.getByRole('button', { name: people.reinstate }).click()
      await page.getByRole('button', { name: people.retire }).waitFor()
      t.match(await personNamed(stage, name), { retiredAt: null })
      await t.resolves(stage.enter(reader.browser, name), 'they can log in')
      await page.getByRole('button', { name: people.resetPassword }).click()
      await dialog.getByLabel(people.newPassword).fill('another battery staple')
      await isFine(t, page)
      await dialog.getByRole('button', { name: people.resetPassword }).click()
      await page.getByText(people.passwordGiven).waitFor()
      await t.rejects(stage.enter(reader.browser, name), 'what they had forgotten opens nothing')
      t.strictSame(reader.faults, [])
      await reader.browser.close()
    })
  }
})

t.test('an institution’s admin opens a project with a member', { skip: withoutBrowser }, async t => {
  const stage = await aStage(t)
  await stage.letIn(stage.lab.member.admin, 'keeper')
  const browser = await aBrowser(t)
  const { people } = WORDS['zh-CN']
  const reader = await aReader(browser, stage.address, { language: 'zh-CN', width: 390, touch: true })
  const { page } = reader
  await stage.enter(reader.browser, 'keeper')
  await page.goto(`/manage/institutions/${stage.lab.member.institutionId}`)
  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: people.addGroup }).click()
  await dialog.getByLabel(people.groupName).fill('结构生物学组')
  await dialog.getByRole('button', { name: '某人' }).first().click()
  await dialog.getByRole('button', { name: people.addGroup }).click()
  await page.getByText(people.ledBy('某人')).waitFor()
  await page.getByText(people.noProjects).waitFor()
  await isFine(t, page)
  await page.getByRole('button', { name: people.addProject }).click()
  await dialog.getByLabel(people.projectCode).fill('K-7')
  await dialog.getByLabel(people.projectName).fill('膜蛋白')
  await dialog.getByRole('button', { name: people.addProject }).click()
  await page.getByText(people.noMembers).waitFor()
  await page.getByRole('button', { name: people.addMember }).click()
  await dialog.getByRole('button', { name: '某人' }).first().click()
  await dialog.getByRole('button', { name: people.addMember }).click()
  await page.getByRole('button', { name: people.endMember }).waitFor()
  await isFine(t, page)
  const { q, t: tables } = stage.lab.context.db.read
  const made = (await q.select().from(tables.projects)).find(each => each.code === 'K-7')
  const members = await q.select().from(tables.projectMembers)
  t.match(
    members.filter(each => each.projectId === made?.id),
    [{ personId: stage.lab.member.researcher.personId }],
  )
  t.strictSame(reader.faults, [])
})
