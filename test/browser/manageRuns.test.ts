import { eq } from 'drizzle-orm'
import t from 'tap'
import { sweepBookings } from '../../src/operations/bookings/sweep.ts'
import { withoutBrowser } from '../support/browser.ts'
import { atEveryScreen, type Walk } from './journey.ts'
import { aManagedStage, instrumentOf, manager, researcherName } from './managedStage.ts'

t.setTimeout(900_000)

t.test('a page of the paper log book is entered, and a run corrected', { skip: withoutBrowser }, async t => {
  const stage = await aManagedStage(t)
  const { lab } = stage
  const { q, t: tables } = lab.context.db.read
  const walk = async ({ t, page, words, index, press, isSound }: Walk) => {
    const { common, runs } = words
    const instrument = instrumentOf(index)
    const id = lab.instrumentId(instrument)
    const day = stage.day(-1)
    await page.goto('/manage/runs/log-book')
    await press(page.getByRole('button', { name: words.manage.whichInstrument }))
    await press(page.getByRole('option', { name: instrument }))
    const lines = [
      { person: researcherName, date: day, from: '9', to: '11:00', samples: '12', remark: '肽段定量' },
      {
        person: researcherName,
        date: day.replaceAll('-', '/'),
        from: '1330',
        to: '15:00',
        samples: '',
        remark: '',
      },
    ]
    for (const [index, line] of lines.entries()) {
      for (const [column, text] of Object.entries(line)) {
        const name = runs.rowLabel(runs.columns[column as keyof typeof line], index + 1)
        await page.getByLabel(name, { exact: true }).fill(text)
      }
    }
    await press(page.getByRole('button', { name: runs.check }))
    const save = page.getByRole('button', { name: runs.save(2) })
    await save.waitFor()
    await isSound()
    await press(save)
    await page.getByText(runs.outcome(2, 0)).waitFor()
    // What was used as booked becomes a run in the next minute.
    await sweepBookings(lab.context)

    await page.goto(`/manage/runs?instrument=${id}&month=${day}`)
    const row = page.getByRole('row', { name: '肽段定量' })
    await row.getByText('12', { exact: true }).waitFor()
    await isSound()
    await press(row.getByRole('button', { name: runs.edit }))
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(runs.samples).fill('15')
    await dialog.getByLabel(runs.run, { exact: true }).fill('90')
    await dialog.getByLabel(runs.idle, { exact: true }).fill('30')
    await isSound()
    await press(dialog.getByRole('button', { name: common.save }))
    await dialog.waitFor({ state: 'detached' })
    await row.getByText('15', { exact: true }).waitFor()
    const kept = await q.select().from(tables.runs).where(eq(tables.runs.instrumentId, id))
    const byStart = kept.toSorted((a, b) => a.start - b.start)
    t.match(byStart, [
      { samples: 15, evidence: 'manual', usedSeconds: 7200, runSeconds: 5400, idleSeconds: 1800 },
      { samples: null, evidence: 'manual', usedSeconds: 5400 },
    ])
    t.equal(kept.length, 2)
    t.ok(kept.every(each => each.personId === lab.member.researcher.personId))
  }
  await atEveryScreen(t, { stage, login: manager }, walk)
})
