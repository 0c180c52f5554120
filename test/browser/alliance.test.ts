import { eq } from 'drizzle-orm'
import t, { type Test } from 'tap'
import type { Day } from '../../src/domain/units.ts'
import { openPeriod } from '../../src/operations/ledger/ledgers.ts'
import { withoutBrowser } from '../support/browser.ts'
import { aStage, type Stage } from '../support/stage.ts'
import { atEveryScreen, choose } from './journey.ts'

t.setTimeout(600_000)

const secondsPerHour = 3600

/** What one document granted, in the order of its rows. */
async function grantedBy({ lab }: Stage, documentNumber: string) {
  const { q, t: tables } = lab.context.db.read
  const { documentNumber: column, id } = tables.transfers
  return q.select().from(tables.transfers).where(eq(column, documentNumber)).orderBy(id)
}

const aDesk = async (t: Test) => {
  const stage = await aStage(t, { quota: 'enforced', members: 3, reserveHours: 300, projectHours: 20 })
  await stage.letIn(stage.lab.allianceAdmin, 'secretary')
  return stage
}

t.test(
  'the same hours to all members, tried out first, under one 文号',
  { skip: withoutBrowser },
  async t => {
    const stage = await aDesk(t)
    const { lab } = stage
    await atEveryScreen(t, { stage, login: 'secretary' }, async ({ t, page, words, name, isSound }) => {
      const { quota } = words
      const document = `协创〔2026〕${name}`
      const before = await lab.balance('reserve', lab.allianceId)
      await page.goto(`/alliance/${lab.allianceId}/quota`)
      await page.getByRole('link', { name: quota.bulk }).click()
      await page.getByLabel(quota.totalAmount(quota.unitOf['second'] ?? '')).fill('20')
      await page.getByLabel(quota.documentNumber).fill(document)
      await page.getByLabel(quota.reason).fill('季度分配')
      await page.getByRole('button', { name: quota.try, exact: true }).click()
      await page.getByText(quota.trialGood('4', `20 ${quota.unitOf['second'] ?? ''}`)).waitFor()
      t.strictSame(await lab.balance('reserve', lab.allianceId), before, 'nothing was granted yet')
      await isSound()
      await page.getByRole('button', { name: quota.confirmAll('4') }).click()
      await page.getByText(quota.done('4')).waitFor()
      const rows = await grantedBy(stage, document)
      t.strictSame(
        rows.map(row => row.amount),
        Array.from({ length: 4 }, () => 5 * secondsPerHour),
      )
      t.equal(new Set(rows.map(row => row.batchId)).size, 1, 'one batch')
      await isSound()
    })
  },
)

t.test(
  'a pasted table with one bad line grants nothing until it is mended',
  { skip: withoutBrowser },
  async t => {
    const stage = await aDesk(t)
    const { lab } = stage
    await atEveryScreen(t, { stage, login: 'secretary' }, async ({ t, page, words, name, isSound }) => {
      const { quota } = words
      const document = `表〔2026〕${name}`
      await page.goto(`/alliance/${lab.allianceId}/quota/bulk`)
      await choose(page, quota.method, quota.methods.pasted)
      const table = page.getByLabel(quota.paste)
      await table.fill('单位\t小时\n成员单位1\t3\n没有这家\t2\n成员单位2\t1.5')
      await page.getByText(`${quota.line('3')} · ${quota.unknown('没有这家')}`).waitFor()
      t.ok(await page.getByRole('button', { name: quota.try, exact: true }).isDisabled())
      await isSound()
      await table.fill('单位\t小时\n成员单位1\t3\n成员单位2\t30000')
      await page.getByLabel(quota.documentNumber).fill(document)
      await page.getByRole('button', { name: quota.try, exact: true }).click()
      await page.getByText(quota.trialBad('1')).waitFor()
      await isSound()
      await table.fill('单位\t小时\n成员单位1\t3\n成员单位2\t1.5')
      await page.getByText(quota.trialStale).waitFor()
      await page.getByRole('button', { name: quota.try, exact: true }).click()
      await page.getByRole('button', { name: quota.confirmAll('2') }).click()
      await page.getByText(quota.done('2')).waitFor()
      t.strictSame(
        (await grantedBy(stage, document)).map(row => row.amount),
        [3 * secondsPerHour, 1.5 * secondsPerHour],
      )
    })
  },
)

t.test('the last period times a factor, where there is one', { skip: withoutBrowser }, async t => {
  const stage = await aDesk(t)
  const { lab } = stage
  const next = { startsOn: '2040-01-01' as Day, endsOn: '2040-03-31' as Day }
  await openPeriod(lab.context, lab.allianceAdmin, { ledgerId: lab.ledgerId, name: '2040Q1', ...next })
  await atEveryScreen(t, { stage, login: 'secretary' }, async ({ t, page, words, isSound }) => {
    const { quota } = words
    await page.goto(`/alliance/${lab.allianceId}/quota/bulk`)
    await choose(page, quota.method, quota.methods.factor)
    await page.getByText(quota.noEarlier).waitFor()
    await isSound()
    await choose(page, quota.period, /2040Q1/u)
    await page.getByRole('textbox', { name: quota.factor, exact: true }).fill('0.5')
    await page.getByLabel(quota.reason).click()
    const share = page.getByRole('row', { name: /成员单位1/u }).getByRole('cell')
    await share.getByText('10', { exact: true }).waitFor()
    t.equal(await share.getByText('20', { exact: true }).count(), 1, 'what its project was granted')
    await isSound()
  })
})
