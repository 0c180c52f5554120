import { eq } from 'drizzle-orm'
import t from 'tap'
import { amount } from '../../src/domain/units.ts'
import { grant } from '../../src/operations/ledger/grant.ts'
import { reverse } from '../../src/operations/ledger/reverse.ts'
import { withoutBrowser } from '../support/browser.ts'
import type { Lab } from '../support/lab.ts'
import { aStage } from '../support/stage.ts'
import { atEveryScreen, choose } from './journey.ts'

t.setTimeout(600_000)

const secondsPerHour = 3600
const hours = (count: number) => amount(count * secondsPerHour)

const granting = (lab: Lab, documentNumber: string, given: number) =>
  grant(lab.context, lab.allianceAdmin, {
    ledgerId: lab.ledgerId,
    periodId: null,
    documentNumber,
    reason: null,
    lines: lab.members.map(({ institutionId }) => ({
      from: { kind: 'reserve', id: lab.allianceId },
      to: { kind: 'institution', id: institutionId },
      amount: hours(given),
    })),
  })

t.test(
  'from no ledger to a first grant: the desk says what comes next',
  { skip: withoutBrowser },
  async t => {
    const stage = await aStage(t, { members: 1 })
    const { lab } = stage
    await stage.letIn(lab.allianceAdmin, 'secretary')
    await atEveryScreen(t, { stage, login: 'secretary' }, async ({ t, page, words, index, isSound }) => {
      const { books, quota } = words
      const dialog = page.getByRole('dialog')
      await page.goto(`/alliance/${lab.allianceId}/quota`)
      await page.getByRole('link', { name: books.title }).click()
      await page.getByRole('button', { name: books.openLedger }).click()
      await choose(page, books.resourceClass, books.anotherClass)
      await page.getByLabel(books.classCode).fill(`class-${index}`)
      await choose(page, books.unit, quota.unitOf['day'] ?? '')
      await isSound()
      await dialog.getByRole('button', { name: books.openLedger }).click()
      await dialog.waitFor({ state: 'detached' })
      const ledgerName = `class-${index} · ${quota.unitOf['day'] ?? ''}`
      await page.getByText(books.ledgerOpened(ledgerName)).waitFor()
      await page.getByRole('button', { name: books.addPeriodTo(ledgerName) }).click()
      await dialog.getByRole('group', { name: books.propose }).getByRole('button').last().click()
      await isSound()
      await dialog.getByRole('button', { name: books.addPeriod, exact: true }).click()
      await dialog.waitFor({ state: 'detached' })
      await page.getByRole('region', { name: ledgerName }).first().getByRole('link').click()
      await page.getByText(books.steps.reserve).waitFor()
      await isSound()
      await page.getByRole('button', { name: quota.refill }).click()
      await dialog.getByLabel(quota.amountIn(quota.unitOf['day'] ?? '')).fill('90')
      await dialog.getByLabel(quota.documentNumber).fill('首批')
      await dialog.getByRole('button', { name: quota.try, exact: true }).click()
      await dialog.getByRole('button', { name: quota.confirm, exact: true }).click()
      await dialog.waitFor({ state: 'detached' })
      await page.getByText(quota.done('1')).waitFor()
      const { q, t: tables } = lab.context.db.read
      const [ledger] = await q
        .select()
        .from(tables.ledgers)
        .where(eq(tables.ledgers.resourceClass, `class-${index}`))
      t.match(ledger, { unit: 'day', pooled: false, zone: 'Asia/Shanghai' })
      const lots = await q
        .select()
        .from(tables.lots)
        .where(eq(tables.lots.ledgerId, ledger?.id ?? ''))
      t.match(lots, [{ granted: 90, kind: 'base' }])
    })
  },
)

t.test(
  'all that a 文号 granted goes back: the spent line is named first',
  { skip: withoutBrowser },
  async t => {
    const stage = await aStage(t, { quota: 'enforced', reserveHours: 300, projectHours: 0 })
    const { lab } = stage
    await stage.letIn(lab.allianceAdmin, 'secretary')
    await atEveryScreen(t, { stage, login: 'secretary' }, async ({ t, page, words, name, isSound }) => {
      const { books, quota } = words
      const document = `协创〔2026〕${name}`
      const { transfers } = await granting(lab, document, 10)
      const passedOn = await grant(lab.context, lab.member.admin, {
        ledgerId: lab.ledgerId,
        periodId: null,
        documentNumber: null,
        reason: null,
        lines: [
          {
            from: { kind: 'institution', id: lab.member.institutionId },
            to: { kind: 'project', id: lab.member.projectId },
            amount: hours(4),
          },
        ],
      })
      await page.goto(`/alliance/${lab.allianceId}/quota`)
      await page.getByRole('link', { name: books.documents }).click()
      await isSound()
      await page.getByRole('link', { name: books.openDocument(document), exact: true }).click()
      await page.getByLabel(quota.reason).fill('文件作废')
      await page.getByRole('button', { name: quota.try, exact: true }).click()
      await page.getByText(books.trialBad('1')).waitFor()
      await isSound()
      // The member's own admin gives back what it had passed on; then all of it can go.
      await undo(lab, passedOn.transfers[0]?.id ?? '')
      await page.getByRole('button', { name: quota.try, exact: true }).click()
      await page.getByText(books.trialGood('2', `20 ${quota.unitOf['second'] ?? ''}`)).waitFor()
      t.match(await lab.balance('institution', lab.member.institutionId), { available: 10 * secondsPerHour })
      await isSound()
      await page.getByRole('button', { name: books.confirmReversal('2') }).click()
      await page.getByText(books.done('2')).waitFor()
      const { q, t: tables } = lab.context.db.read
      for (const { id, amount: granted } of transfers) {
        const back = await q.select().from(tables.transfers).where(eq(tables.transfers.reversalOf, id))
        t.match(back, [{ amount: granted, reason: '文件作废' }])
      }
      t.match(await lab.balance('reserve', lab.allianceId), { available: 300 * secondsPerHour })
    })
  },
)

const undo = (lab: Lab, transferId: string) =>
  reverse(lab.context, lab.member.admin, { transferId, amount: null, replacement: null, reason: '退回' })

t.test(
  'a member passes on what it was granted to a project of its own',
  { skip: withoutBrowser },
  async t => {
    const stage = await aStage(t, { quota: 'enforced', reserveHours: 300, projectHours: 0 })
    const { lab } = stage
    const { institutionId, projectId } = lab.member
    await granting(lab, '协创〔2026〕1号', 100)
    await stage.letIn(lab.member.admin, 'member')
    await atEveryScreen(t, { stage, login: 'member' }, async ({ t, page, words, isSound }) => {
      const { quota } = words
      const dialog = page.getByRole('dialog')
      const before = (await lab.balance('project', projectId)).granted
      await page.goto('/')
      await page.getByRole('link', { name: words.frame.alliance, exact: true }).click()
      await page.getByRole('link', { name: words.alliance.quota, exact: true }).click()
      await page.getByRole('button', { name: quota.suballocateFrom('成员单位1') }).waitFor()
      t.equal(await page.getByRole('button', { name: quota.grant, exact: true }).count(), 0)
      t.equal(await page.getByRole('link', { name: words.books.documents }).count(), 0)
      await isSound()
      await page.getByRole('button', { name: quota.suballocateFrom('成员单位1') }).click()
      await choose(page, quota.group, '课题组1')
      await choose(page, quota.to, /P1/u)
      await dialog.getByLabel(quota.amountIn(quota.unitOf['second'] ?? '')).fill('6')
      await dialog.getByLabel(quota.reason).fill('课题启动')
      await dialog.getByRole('button', { name: quota.try, exact: true }).click()
      await dialog.getByText(`✓ ${quota.fine}`).waitFor()
      t.equal((await lab.balance('project', projectId)).granted, before, 'a trial moves nothing')
      await isSound()
      await dialog.getByRole('button', { name: quota.confirm, exact: true }).click()
      await dialog.waitFor({ state: 'detached' })
      t.equal((await lab.balance('project', projectId)).granted, before + 6 * secondsPerHour)
      const left = await lab.balance('institution', institutionId)
      t.equal(left.granted + before + 6 * secondsPerHour, 100 * secondsPerHour)
      await isSound()
    })
  },
)
