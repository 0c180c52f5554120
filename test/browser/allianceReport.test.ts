import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import readWorkbook from 'read-excel-file/node'
import t, { type Test } from 'tap'
import { instant } from '../../src/domain/units.ts'
import { sweepBookings } from '../../src/operations/bookings/sweep.ts'
import { withoutBrowser } from '../support/browser.ts'
import { anAppOn } from '../support/http.ts'
import { aStage, openAlways, type Stage } from '../support/stage.ts'
import { atEveryScreen } from './journey.ts'

t.setTimeout(600_000)

const secondsPerHour = 3600

/** Six hours were used a month ago, by one member and by the other. */
async function aUsedStage(t: Test): Promise<Stage> {
  const stage = await aStage(t, { quota: 'tracked', rules: openAlways })
  const { lab, hour } = stage
  for (const [index, { researcher }] of lab.members.entries()) {
    const span = (from: number, to: number) => ({
      start: instant(Date.parse(hour(-35, from))),
      end: instant(Date.parse(hour(-35, to))),
    })
    const draft = { forPersonId: researcher.personId, overrideReason: '补记' }
    await lab.book({ ...span(8 + index * 4, 10 + index * 6), by: lab.labManager, draft })
  }
  await sweepBookings(lab.context)
  await stage.letIn(lab.allianceAdmin, 'secretary')
  return stage
}

interface Report {
  readonly rows: readonly { readonly time: Readonly<Record<string, number>> }[]
  readonly total: { readonly time: Readonly<Record<string, number>> }
}

/** What the page asks for when nothing was chosen: this month and the two before it. */
async function reportOf(t: Test, stage: Stage) {
  const { lab, day } = stage
  const { as } = await anAppOn(t, lab.context)
  const monthOf = (shift: number) => {
    const [year = 0, month = 1] = day(0).split('-').map(Number)
    const months = year * 12 + month - 1 + shift
    return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`
  }
  const asked = `allianceId=${lab.allianceId}&start=${monthOf(-2)}&end=${monthOf(1)}`
  const admin = as(lab.allianceAdmin.personId)
  const path = `/reports/utilization?${asked}&groupBy=institution,month`
  const report = (await admin.get(path)).json<Report>()
  const heading = (await admin.get(`${path}&format=csv&lang=zh-CN`)).body.split('\r\n')[0] ?? ''
  return { report, column: heading.split(',').indexOf('使用时间（秒）') }
}

async function fileFrom(page: Page, button: string): Promise<Buffer> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).click()
  return readFileSync(await (await download).path())
}

t.test(
  'the use of a quarter is read, opened and taken along as a file',
  { skip: withoutBrowser },
  async t => {
    const stage = await aUsedStage(t)
    const { report, column } = await reportOf(t, stage)
    t.equal(report.total.time['usedSeconds'], 6 * secondsPerHour)
    const used = report.rows.map(row => row.time['usedSeconds'])
    await atEveryScreen(t, { stage, login: 'secretary' }, async ({ t, page, words, isSound }) => {
      const { utilization, common } = words
      await page.goto(`/alliance/${stage.lab.allianceId}/utilization`)
      const opener = page.getByRole('button', {
        name: utilization.openFigure(`${utilization.metrics.used} ${common.hours('6')}`),
      })
      await opener.waitFor()
      // Charts come when they are ready, not in their order.
      await page.getByText(`${utilization.table}: ${utilization.stackedByMonth}`).click()
      await page
        .getByRole('region', { name: utilization.stackedByMonth })
        .getByText('6', { exact: true })
        .first()
        .waitFor()
      await page.getByText(utilization.definitionsTitle).click()
      await isSound()
      await opener.click()
      const dialog = page.getByRole('dialog')
      await dialog.getByText(utilization.behindHelp).waitFor()
      await isSound()
      await dialog.getByRole('button', { name: common.close }).click()
      const csv = (await fileFrom(page, utilization.exportCsv)).toString()
      const lines = csv.trim().split('\r\n').slice(1)
      t.strictSame(
        lines.map(line => Number(line.split(',')[column])),
        used,
      )
      const [sheet] = await readWorkbook(await fileFrom(page, utilization.exportXlsx))
      t.strictSame(
        sheet?.data.slice(1).map(row => row[column]),
        used,
      )
      await isSound()
    })
  },
)
