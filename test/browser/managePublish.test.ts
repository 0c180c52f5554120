import { eq } from 'drizzle-orm'
import t from 'tap'
import { withoutBrowser } from '../support/browser.ts'
import { atEveryScreen, type Walk } from './journey.ts'
import { aManagedStage, instrumentOf, manager, span } from './managedStage.ts'

t.setTimeout(900_000)

t.test('an instrument goes from nothing to shared', { skip: withoutBrowser }, async t => {
  const stage = await aManagedStage(t)
  const { q, t: tables } = stage.lab.context.db.read
  const walk = async ({ t, page, words, index, press, isSound }: Walk) => {
    const { common, hosted, policyEditor } = words
    const button = (name: string) => page.getByRole('button', { name, exact: true })
    const name = `新仪器 ${index}`
    await page.goto('/manage/instruments/new')
    await page.getByLabel(hosted.name, { exact: true }).fill(name)
    await page.getByLabel(hosted.resourceClass, { exact: true }).fill('mass-spectrometer')
    const zone = page.getByLabel(hosted.zone, { exact: true })
    const right = await zone.inputValue()
    await zone.fill('Mars/Olympus')
    await press(button(hosted.saveDraft))
    // The field says what the service finds wrong with it, and does not stand in the way of the next try.
    await page.locator('.field', { has: zone }).locator('.error').waitFor()
    t.equal(await zone.getAttribute('aria-invalid'), 'true')
    await isSound()
    await zone.fill(right)
    await press(button(hosted.saveDraft))
    await press(button(policyEditor.save))
    await page.getByText(policyEditor.saved(1)).waitFor()
    await press(page.getByRole('link', { name: hosted.next }))
    await press(button(hosted.addTerm))
    const dialog = page.getByRole('dialog')
    await press(dialog.getByRole('button', { name: hosted.audience }))
    await press(page.getByRole('option', { name: hosted.audiences.alliance }))
    await press(dialog.getByRole('button', { name: hosted.alliance, exact: false }).nth(1))
    await press(page.getByRole('option').first())
    await isSound()
    await press(dialog.getByRole('button', { name: common.add, exact: true }))
    await dialog.waitFor({ state: 'detached' })
    await press(button(hosted.publish))
    await page.getByText(hosted.published).waitFor()
    await isSound()
    const [made] = await q.select().from(tables.instruments).where(eq(tables.instruments.name, name))
    t.match(made, { publication: 'published', institutionId: stage.lab.hostId })
    const id = made?.id ?? ''
    const { instrumentId } = tables.sharingTerms
    const terms = () => q.select().from(tables.sharingTerms).where(eq(instrumentId, id))
    t.match(await terms(), [{ audience: 'alliance', allianceId: stage.lab.allianceId, quota: 'tracked' }])
    t.equal((await q.select().from(tables.policies).where(eq(tables.policies.instrumentId, id))).length, 1)

    // Later the quota is to count, and the price is that of partners.
    await press(page.getByRole('region', { name: hosted.terms }).getByRole('button', { name: common.edit }))
    await press(dialog.getByRole('button', { name: hosted.quota }))
    await press(page.getByRole('option', { name: hosted.quotas.enforced }))
    await dialog.getByText(hosted.quotaHelps.enforced).waitFor()
    await press(dialog.getByRole('button', { name: hosted.visibility }))
    await press(page.getByRole('option', { name: hosted.visibilities.hidden }))
    await press(dialog.getByRole('button', { name: common.save, exact: true }))
    await dialog.waitFor({ state: 'detached' })
    t.match(await terms(), [{ quota: 'enforced', visibility: 'hidden', endsAt: null, version: 2 }])

    // Ended, the term stays in the list, and the focus in its row.
    const row = page.getByRole('row').filter({ has: button(common.edit) })
    await press(row.getByRole('button', { name: hosted.endTerm }))
    await press(dialog.getByRole('button', { name: hosted.endTerm }))
    await row.getByText(hosted.ended).waitFor()
    await row.getByRole('button', { name: common.edit }).and(page.locator(':focus')).waitFor()
    t.match(await terms(), [{ endsAt: Number, version: 3 }])
  }
  await atEveryScreen(t, { stage, login: manager }, walk)
})

/** No page of rules is as long. */
const wholeHeight = 8000

t.test('a rule is tried on the calendar before it is set', { skip: withoutBrowser }, async t => {
  const stage = await aManagedStage(t)
  const { q, t: tables } = stage.lab.context.db.read
  const walk = async ({ t, page, words, index, press, isSound }: Walk) => {
    const { policyEditor } = words
    const instrument = instrumentOf(index)
    const id = stage.lab.instrumentId(instrument)
    await stage.lab.book({ ...span(stage, 1, 10, 12), instrument })
    const button = (name: string) => page.getByRole('button', { name, exact: true })
    await page.goto(`/manage/instruments/${id}/policy`)
    await page.getByLabel(policyEditor.shortest, { exact: true }).fill('240')
    await press(button(`+ ${policyEditor.addCap}`))
    await press(page.getByText(policyEditor.capWindowed))
    await press(page.getByText(policyEditor.fromNotice))
    await page.getByLabel(policyEditor.noticeText).fill('元旦：2099年1月1日至3日放假，1月4日上班。')
    await press(button(`+ ${policyEditor.addDays(4)}`))
    await page.getByText(policyEditor.noticeAdded(4)).waitFor()
    await press(button(policyEditor.preview))
    await page.getByText(policyEditor.futureBroken(1, 1)).waitFor()
    // All of the long page at once: a button half under the bar of a phone would look too small.
    const width = page.viewportSize()?.width ?? 0
    await page.setViewportSize({ width, height: wholeHeight })
    await isSound()
    await press(button(policyEditor.save))
    await page.getByText(policyEditor.saved(2)).waitFor()
    const kept = await q.select().from(tables.policies).where(eq(tables.policies.instrumentId, id))
    const rules = kept.find(each => each.revision === 2)?.rules
    t.equal(rules?.shortestSeconds, 240 * 60)
    t.strictSame(
      rules?.opening.exceptions.map(({ date, open }) => [date, open.length]),
      [
        ['2099-01-01', 0],
        ['2099-01-02', 0],
        ['2099-01-03', 0],
        ['2099-01-04', 1],
      ],
    )
    t.match(rules?.caps, [{ per: 'person', measure: 'count', limit: 3, period: 'week' }])
    t.strictSame(rules?.caps[0]?.window?.[0], { weekday: 1, from: '09:00', to: '17:00' })
  }
  await atEveryScreen(t, { stage, login: manager }, walk)
})

t.test('a pool is made, named and filled', { skip: withoutBrowser }, async t => {
  const stage = await aManagedStage(t)
  const { q, t: tables } = stage.lab.context.db.read
  const walk = async ({ t, page, words, index, press, isSound }: Walk) => {
    const { common, pools } = words
    const [first, last] = [`池 ${index}`, `任意一台 ${index}`]
    const dialog = page.getByRole('dialog')
    const row = (name: string) => page.getByRole('row', { name: new RegExp(`${name}(?!\\d)`, 'u') })
    await page.goto('/manage/instruments/pools')
    await press(page.getByRole('button', { name: pools.add }))
    await dialog.getByLabel(pools.name).fill(first)
    await press(dialog.getByRole('button', { name: common.save }))
    await dialog.waitFor({ state: 'detached' })
    await press(row(first).getByRole('button', { name: pools.rename }))
    await dialog.getByLabel(pools.name).fill(last)
    await press(dialog.getByRole('button', { name: common.save }))
    await dialog.waitFor({ state: 'detached' })
    await press(row(last).getByRole('button', { name: pools.choose }))
    await press(dialog.getByText(instrumentOf(index), { exact: false }))
    await isSound()
    await press(dialog.getByRole('button', { name: pools.saveUnits(1) }))
    await dialog.waitFor({ state: 'detached' })
    await row(last)
      .getByRole('link', { name: instrumentOf(index) })
      .waitFor()
    await isSound()
    const [pool] = await q.select().from(tables.pools).where(eq(tables.pools.name, last))
    const id = stage.lab.instrumentId(instrumentOf(index))
    const [unit] = await q.select().from(tables.instruments).where(eq(tables.instruments.id, id))
    t.ok(pool)
    t.equal(unit?.poolId, pool?.id)
  }
  await atEveryScreen(t, { stage, login: manager }, walk)
})
