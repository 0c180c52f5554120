import { and, eq } from 'drizzle-orm'
import t from 'tap'
import { withoutBrowser } from '../support/browser.ts'
import { labRows } from '../support/labRows.ts'
import { aStage } from '../support/stage.ts'
import { atEveryScreen, choose, typeDay } from './journey.ts'

t.setTimeout(600_000)

t.test(
  'an institution joins in a dated role, and takes on another beside it',
  { skip: withoutBrowser },
  async t => {
    const stage = await aStage(t)
    const { lab, day } = stage
    await stage.letIn(lab.allianceAdmin, 'secretary')
    await atEveryScreen(t, { stage, login: 'secretary' }, async ({ t, page, words, index, isSound }) => {
      const { alliance } = words
      const dialog = page.getByRole('dialog')
      const name = `新成员大学${'甲乙丙丁戊己庚辛壬'[index] ?? ''}`
      const institutionId = await lab.context.db.transact(tx =>
        labRows(tx, lab.context.newId).institution(name),
      )
      await page.goto(`/alliance/${lab.allianceId}/members`)
      await page.getByRole('button', { name: alliance.addMember }).click()
      await dialog.getByLabel(alliance.findInstitution).fill(name)
      await dialog.getByRole('button', { name }).click()
      await choose(page, alliance.role, alliance.roles['vice-chair'] ?? '')
      await dialog.getByLabel(alliance.label).fill('轮值副理事长')
      await choose(page, alliance.right, alliance.rights['observer'] ?? '')
      await typeDay(page, alliance.startsOn, day(-3))
      await typeDay(page, alliance.endsOn, day(300))
      await isSound()
      await dialog.getByRole('button', { name: alliance.addMember }).click()
      await dialog.waitFor({ state: 'detached' })
      await page.getByText(`轮值副理事长`).last().waitFor()
      await page.getByRole('button', { name: `${alliance.addRole}: ${name}` }).click()
      await choose(page, alliance.role, alliance.roles['co-builder'] ?? '')
      await typeDay(page, alliance.startsOn, day(0))
      await dialog.getByRole('button', { name: alliance.addRole }).click()
      await dialog.waitFor({ state: 'detached' })
      await isSound()
      const { q, t: tables } = lab.context.db.read
      const { memberships, membershipRoles } = tables
      const found = await q
        .select()
        .from(memberships)
        .where(and(eq(memberships.allianceId, lab.allianceId), eq(memberships.institutionId, institutionId)))
      t.match(found, [{ right: 'observer', startsOn: day(-3), endsOn: day(300) }])
      const roles = await q
        .select()
        .from(membershipRoles)
        .where(eq(membershipRoles.membershipId, found[0]?.id ?? ''))
      t.match(
        roles.toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1)),
        [
          { role: 'vice-chair', label: '轮值副理事长', startsOn: day(-3), endsOn: day(300) },
          { role: 'co-builder', label: null, startsOn: day(0), endsOn: day(300) },
        ],
      )
      await page.getByRole('button', { name: `${words.common.edit}: ${name}` }).click()
      await choose(page, alliance.right, alliance.rights['full'] ?? '')
      await dialog.getByRole('button', { name: alliance.clearEnd }).click()
      await isSound()
      await dialog.getByRole('button', { name: words.common.save }).click()
      await dialog.waitFor({ state: 'detached' })
      const [edited] = await q.select().from(memberships).where(eq(memberships.institutionId, institutionId))
      t.match(edited, { right: 'full', startsOn: day(-3), endsOn: null })
      // The role was given an end; it ends sooner.
      const ofRole = alliance.endRole(`轮值副理事长, ${name}`)
      await page.getByRole('button', { name: ofRole }).click()
      await dialog.getByRole('button', { name: alliance.endRole('轮值副理事长') }).click()
      await dialog.waitFor({ state: 'detached' })
      const [ended] = await q
        .select()
        .from(membershipRoles)
        .where(eq(membershipRoles.id, roles.find(({ role }) => role === 'vice-chair')?.id ?? ''))
      t.match(ended, { endsOn: day(0) })
    })
  },
)

t.test('an agreement binds some of the members, until it is ended', { skip: withoutBrowser }, async t => {
  const stage = await aStage(t, { members: 2 })
  const { lab, day } = stage
  await stage.letIn(lab.allianceAdmin, 'secretary')
  await atEveryScreen(t, { stage, login: 'secretary' }, async ({ t, page, words, name, isSound }) => {
    const { alliance } = words
    const dialog = page.getByRole('dialog')
    const subject = `共建冷冻电镜平台 ${name}`
    await page.goto(`/alliance/${lab.allianceId}/agreements`)
    await page.getByRole('button', { name: alliance.addAgreement }).click()
    await dialog.getByLabel(alliance.subject).fill(subject)
    const save = dialog.getByRole('button', { name: alliance.addAgreement })
    t.ok(await save.isDisabled(), 'nobody is bound yet')
    await dialog.getByText('成员单位1').click()
    await dialog.getByText('成员单位2').click()
    await isSound()
    await save.click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: `${alliance.endAgreement}: ${subject}` }).click()
    await isSound()
    await dialog.getByRole('button', { name: alliance.endAgreement }).click()
    await dialog.waitFor({ state: 'detached' })
    const { q, t: tables } = lab.context.db.read
    const [found] = await q.select().from(tables.agreements).where(eq(tables.agreements.subject, subject))
    t.match(found, { startsOn: day(0), endsOn: day(0), allianceId: lab.allianceId })
  })
})
