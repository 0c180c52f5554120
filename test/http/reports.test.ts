import { parse } from 'csv-parse/sync'
import readWorkbook from 'read-excel-file/node'
import t, { type Test } from 'tap'
import type { z } from 'zod'
import type { figure, utilization } from '../../src/contract/reports.ts'
import { SITE_ID } from '../../src/domain/appointing.ts'
import { GROUP_KEYS } from '../../src/domain/report/grouping.ts'
import { span } from '../../src/domain/span.ts'
import { instant, plusSeconds } from '../../src/domain/units.ts'
import { recomputeDirtyDays } from '../../src/operations/rollups.ts'
import type { Engine } from '../../src/store/database.ts'
import { ENGINES } from '../support/engines.ts'
import { afterTheMonth, theMonth, writeExampleMonth } from '../support/exampleMonth.ts'
import { aHistory } from '../support/history.ts'
import { anAppOn } from '../support/http.ts'

type Report = z.output<typeof utilization>

const october = 'start=2026-10-01&end=2026-11-01'

/** The example month on the instrument of a host, whose lab manager asks for reports. */
async function anOctober(t: Test, engine: Engine) {
  const history = await aHistory(t, engine, afterTheMonth)
  const instrument = await writeExampleMonth(history)
  const { as } = await anAppOn(t, history.context)
  const labManager = await history.appoint('lab-manager', 'institution', history.hostId)
  const get = (query: string, headers?: Record<string, string>) =>
    as(labManager).get(`/reports/utilization?${query}`, headers)
  return { history, instrument, as, get, report: async (query: string) => (await get(query)).json<Report>() }
}

const percent = (value: number | null | undefined) => Math.round((value ?? NaN) * 1000) / 10
const sum = (report: Report, column: string) =>
  report.rows.reduce((total, row) => total + (row.time[column] ?? 0), 0)

for (const engine of ENGINES) {
  t.test(`${engine}: the example month comes out of real rows`, async t => {
    const lab = await anOctober(t, engine)
    for (const source of ['raw rows', 'rollups']) {
      if (source === 'rollups') await recomputeDirtyDays(lab.history.context, 1000)
      const { total, header, rows } = await lab.report(`${october}&groupBy=instrument,month`)
      const shown = Object.fromEntries(
        Object.entries(total.metrics).map(([name, value]) => [name, percent(value)]),
      )
      t.match(
        shown,
        {
          availability: 93.5,
          bookingRate: 83.3,
          utilization: 72.9,
          utilizationOfOpen: 68.2,
          utilizationOfCalendar: 28.2,
          noShowTime: 3.3,
          sharedShare: 40,
        },
        source,
      )
      t.equal(total.time['usedSeconds'], 210 * 3600)
      t.match(header, { zones: ['Asia/Shanghai'], definitionsVersion: '1', ledgers: [], instruments: 1 })
      t.match(rows[0]?.period, { start: '2026-10-01T00:00:00+08:00', end: '2026-11-01T00:00:00+08:00' })
    }
  })

  t.test(`${engine}: totals agree in every grouping, in every column`, async t => {
    const lab = await anOctober(t, engine)
    const window = 'start=2026-10-08T07:30:00%2B08:00&end=2026-11-01'
    const whole = await lab.report(window)
    for (let subset = 0; subset < 2 ** GROUP_KEYS.length; subset++) {
      const keys = GROUP_KEYS.filter((_, index) => (subset & (1 << index)) !== 0)
      if (keys.length === 0) continue
      const report = await lab.report(`${window}&groupBy=${keys.join(',')}`)
      t.strictSame(report.total, whole.total)
      const columns = Object.keys(whole.total.time)
      t.strictSame(
        Object.fromEntries(columns.map(column => [column, sum(report, column)])),
        whole.total.time,
        keys.join(),
      )
    }
  })

  t.test(`${engine}: a file can be made again to the same bytes and opens in a spreadsheet`, async t => {
    const lab = await anOctober(t, engine)
    const first = await lab.get(`${october}&groupBy=institution&format=csv`)
    const asOf = String(first.headers['jishi-report-as-of'])
    lab.history.context.clock.advance(86_400)
    await recomputeDirtyDays(lab.history.context, 1000)
    const again = await lab.get(`${october}&groupBy=institution&format=csv&asOf=${encodeURIComponent(asOf)}`)
    t.equal(again.body, first.body)
    t.match(first.headers, {
      'content-type': /^text\/csv/,
      'content-disposition': 'attachment; filename="utilization-2026-10-01.csv"',
      'jishi-report-definitions': '1',
    })
    const rows = parse<Record<string, string>>(first.body, { columns: true })
    t.equal(rows.length, 4, 'the instrument itself, its host, the member, the company')
    t.match(rows[0], { open_s: String(308 * 3600), user_institution: '' })
    const used = rows.filter(row => row['user_institution'] !== '')
    t.strictSame(
      used.map(row => [
        row['user_institution_name'],
        row['user_category'],
        row['used_s'],
        row['shared_flag'],
      ]),
      [
        ['东道研究所', 'own', String(126 * 3600), ''],
        ['成员大学', 'member', String(63 * 3600), ''],
        ['某公司', 'outside', String(21 * 3600), ''],
      ],
    )
    const chinese = await lab.get(october, { accept: 'text/csv', 'accept-language': 'zh-TW' })
    t.match(chinese.body, /^開始,結束,時區,聯盟編號/)
    const marked = await lab.get(`${october}&format=csv&lang=en&byteOrderMark=true`)
    t.match(marked.body, /^\uFEFFPeriod start,Period end/)
    const workbook = await lab.get(`${october}&format=xlsx&lang=zh-CN`)
    const sheets = await readWorkbook(workbook.rawPayload)
    t.strictSame(
      sheets.map(({ sheet }) => sheet),
      ['机时使用', '说明'],
    )
    const [heading, row] = sheets[0]?.data ?? []
    t.equal(row?.[heading?.indexOf('使用时间（秒）') ?? 0], 210 * 3600)
  })

  t.test(
    `${engine}: who leads an alliance sees shares of members by closed month, never fewer than three`,
    async t => {
      const lab = await anOctober(t, engine)
      const { history } = lab
      const leader = await history.appoint('alliance-admin', 'alliance', history.allianceId)
      const asked = async (query: string) => {
        const path = `/reports/utilization?allianceId=${history.allianceId}&${query}`
        return (await lab.as(leader).get(path)).json<Report>()
      }
      const users = ({ rows }: Report) =>
        rows.flatMap(row =>
          row.userInstitutionId === null ? [] : [[row.userInstitutionId, row.time['usedSeconds']]],
        )
      const few = await asked(`${october}&groupBy=institution`)
      t.strictSame(users(few), [['others', 210 * 3600]], 'one member would be seen by the others')
      t.equal(few.total.time['usedSeconds'], 210 * 3600)
      const joined = [await history.institution('甲所'), await history.institution('乙所')]
      const another = await history.instrument({ name: '另一台', createdAt: theMonth.start })
      await history.share(another)
      for (const [index, institutionId] of joined.entries()) {
        const over = span(theMonth.start + index * 3_600_000, theMonth.start + (index + 1) * 3_600_000)
        await history.use(another, over, { institutionId, allianceId: history.allianceId })
      }
      t.strictSame(
        users(await asked(`${october}&groupBy=institution`)),
        [
          [history.memberId, 63 * 3600],
          [joined[0], 3600],
          [joined[1], 3600],
          ['others', 147 * 3600],
        ],
        'three members are told apart; the host’s own time and the company’s are not the alliance’s',
      )
      for (const open of ['start=2026-10-01&end=2026-10-31', 'start=2026-10-01&end=2026-12-01']) {
        const report = await asked(`${open}&groupBy=institution`)
        t.strictSame([...new Set(users(report).map(([id]) => id))], ['others'], 'not a closed month')
      }
      const byBoth = await asked(`${october}&groupBy=instrument,institution`)
      t.strictSame(users(byBoth), [['others', 212 * 3600]], 'no instrument had three of them')
      t.equal(sum(byBoth, 'usedSeconds'), byBoth.total.time['usedSeconds'])
    },
  )

  t.test(`${engine}: a report reaches as far as its reader’s office`, async t => {
    const lab = await anOctober(t, engine)
    const { history, as } = lab
    await history.instrument({ institutionId: history.memberId })
    const count = async (personId: string, query = '') => {
      const reply = await as(personId).get(`/reports/utilization?${october}${query}`)
      return reply.statusCode === 200
        ? reply.json<Report>().header.instruments
        : reply.json<{ type: string }>().type
    }
    const nobody = await history.appoint('auditor', 'institution', 'ins_elsewhere')
    t.equal(await count(history.personId), '/problems/not-allowed')
    t.equal(await count(nobody), 0)
    t.equal(await count(await history.appoint('auditor', 'site', SITE_ID)), 2)
    t.equal(await count(await history.appoint('institution-admin', 'institution', history.memberId)), 1)
    t.equal(await count(await history.appoint('lab-manager', 'instrument', lab.instrument.id)), 1)
    const leader = await history.appoint('alliance-admin', 'alliance', history.allianceId)
    t.equal(await count(leader), '/problems/not-allowed', 'without naming the alliance')
    t.equal(await count(leader, '&allianceId=all_other'), '/problems/not-allowed')
    t.equal(await count(leader, `&allianceId=${history.allianceId}`), 1)
    for (const wrong of ['&groupBy=person', '&format=pdf', '&start=2026-10-02', '&end=2031-12-01', '&x=1']) {
      const reply = await lab.get(`${october}${wrong}`)
      t.equal(reply.statusCode, 400, wrong)
    }
  })

  t.test(`${engine}: a figure opens to its bookings, the rest is a count and sums`, async t => {
    const lab = await anOctober(t, engine)
    const { history, as } = lab
    type Figure = z.output<typeof figure>
    const open = async (personId: string, query = '') => {
      const edges = 'start=2026-10-01T00:00:00%2B08:00&end=2026-11-01T00:00:00%2B08:00'
      return (await as(personId).get(`/reports/utilization/bookings?${edges}${query}`)).json<Figure>()
    }
    const labManager = await history.appoint('lab-manager', 'institution', history.hostId)
    const whole = await open(labManager, '&limit=200')
    t.strictSame([whole.items.length, whole.nextCursor, whole.rest?.bookings], [21, null, 0])
    t.equal(
      whole.items.reduce((total, each) => total + each.usedSeconds, 0),
      210 * 3600,
    )
    const page = await open(labManager, '&limit=5')
    const next = await open(labManager, `&limit=200&cursor=${page.nextCursor}`)
    t.equal(page.items.length + next.items.length, 21)
    const ofMember = await open(labManager, `&userInstitutionId=${history.memberId}&limit=200`)
    t.equal(ofMember.items.length, 8)
    const leader = await history.appoint('alliance-admin', 'alliance', history.allianceId)
    const shares = await open(
      leader,
      `&allianceId=${history.allianceId}&userInstitutionId=${history.memberId}`,
    )
    t.match(shares, { items: [], rest: { bookings: 8, usedSeconds: 63 * 3600, bookedSeconds: 84 * 3600 } })
    const end = instant(plusSeconds(theMonth.start, 86_400 * 15))
    t.ok(end < theMonth.end)
    const firstHalf = 'start=2026-10-01T00:00:00%2B08:00&end=2026-10-16T00:00:00%2B08:00'
    const half = await as(leader).get(
      `/reports/utilization/bookings?${firstHalf}&allianceId=${history.allianceId}`,
    )
    t.match(half.json<Figure>(), { items: [], rest: null }, 'half a month of fewer than three is not told')
  })
}
