import t from 'tap'
import type { z } from 'zod'
import type { load, utilization } from '../../src/contract/reports.ts'
import { span } from '../../src/domain/span.ts'
import { at } from '../support/clock.ts'
import { ENGINES } from '../support/engines.ts'
import { afterTheMonth, theMonth, writeExampleMonth } from '../support/exampleMonth.ts'
import { aHistory } from '../support/history.ts'
import { anAppOn } from '../support/http.ts'

type Load = z.output<typeof load>

const october = 'start=2026-10-01&end=2026-11-01'

for (const engine of ENGINES) {
  t.test(`${engine}: hours of the week add up to the used time of the report`, async t => {
    const history = await aHistory(t, engine, afterTheMonth)
    const instrument = await writeExampleMonth(history)
    const berlin = await history.instrument({ zone: 'Europe/Berlin', createdAt: theMonth.start })
    // The night in which Berlin's clock shows two o'clock twice.
    const night = span(at('2026-10-25T01:00+02:00'), at('2026-10-25T04:00+01:00'))
    await history.use(berlin, night, history.host)
    const { as } = await anAppOn(t, history.context)
    const staff = as(await history.appoint('lab-manager', 'institution', history.hostId))
    const asked = async (query: string) => (await staff.get(`/reports/load?${query}`)).json<Load>()
    const sum = ({ cells }: Load) => cells.reduce((total, cell) => total + cell.usedSeconds, 0)

    const whole = await asked(october)
    const report = await staff.get(`/reports/utilization?${october}`)
    t.equal(sum(whole), report.json<z.output<typeof utilization>>().total.time['usedSeconds'])
    t.match(whole.header, { start: '2026-10-01', instruments: 2, zones: ['Asia/Shanghai', 'Europe/Berlin'] })
    t.equal(whole.cells.length, 168)
    t.equal(sum(await asked(`${october}&instrumentId=${instrument.id}`)), 210 * 3600)
    const ofNight = await asked(`${october}&instrumentId=${berlin.id}`)
    t.match(
      ofNight.cells.filter(cell => cell.usedSeconds > 0),
      [
        { weekday: 7, hour: 1, usedSeconds: 3600 },
        { weekday: 7, hour: 2, usedSeconds: 7200 },
        { weekday: 7, hour: 3, usedSeconds: 3600 },
      ],
    )
    const edges = 'start=2026-10-25T00:00:00Z&end=2026-10-25T01:00:00Z'
    const moments = await asked(`${edges}&instrumentId=${berlin.id}`)
    t.match(moments.header, { start: '2026-10-25T02:00:00+02:00', end: '2026-10-25T02:00:00+01:00' })
    t.equal(sum(moments), 3600)
    const before = `${october}&asOf=${encodeURIComponent('2026-10-01T00:00:00+08:00')}`
    t.equal(sum(await asked(before)), 0, 'nothing had happened yet')
  })

  t.test(
    `${engine}: who may see an alliance's sum may see its hours, of thirteen months at most`,
    async t => {
      const history = await aHistory(t, engine, afterTheMonth)
      await history.share(await writeExampleMonth(history))
      const { as } = await anAppOn(t, history.context)
      const leader = as(await history.appoint('alliance-admin', 'alliance', history.allianceId))
      const ofAlliance = `${october}&allianceId=${history.allianceId}`
      t.equal((await leader.get(`/reports/load?${ofAlliance}`)).statusCode, 200)
      t.match((await leader.get(`/reports/load?${october}`)).json(), { type: '/problems/not-allowed' })
      t.match((await as(history.personId).get(`/reports/load?${ofAlliance}`)).json(), {
        type: '/problems/not-allowed',
      })
      for (const wrong of ['start=2025-01-01&end=2026-11-01', `${october}&groupBy=month`]) {
        t.equal((await leader.get(`/reports/load?${wrong}&allianceId=${history.allianceId}`)).statusCode, 400)
      }
    },
  )
}
