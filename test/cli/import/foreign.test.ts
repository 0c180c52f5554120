import t from 'tap'
import { readAlliances } from '../../../src/cli/import/alliances.ts'
import { readEmhubBookings, readEmhubResources } from '../../../src/cli/import/emhub.ts'
import { readNemo } from '../../../src/cli/import/nemo.ts'
import { readPnnl } from '../../../src/cli/import/pnnl.ts'
import { dataAbsent, readData } from '../../support/sharedData.ts'

const host = { institution: { kind: 'named', text: 'Example Lab' }, zone: 'America/New_York' } as const
const json = (value: unknown) => Buffer.from(JSON.stringify(value))

t.test(
  'all 137 NEMO tools are instruments with their rules',
  { skip: dataAbsent('nemo-splash-pad') },
  async t => {
    const { rows, faults } = readNemo(readData('nemo-splash-pad/splash_pad.json'), host)
    t.strictSame([rows.length, faults], [137, []])
    const withHorizon = rows.filter(({ value }) => value.policy?.horizonSeconds === 14 * 86_400)
    t.equal(withHorizon.length, 136, 'fourteen days, but for the one without a horizon')
    t.equal(rows.filter(({ value }) => value.policy?.noShowAfterSeconds === 1800).length, 81)
    t.equal(rows.filter(({ value }) => value.policy?.shortestSeconds === 1800).length, 64)
    t.equal(rows.filter(({ value }) => value.policy?.longestSeconds === 240 * 60).length, 53)
  },
)

t.test('NEMO: limits change their units, policy-off hours free the caps, the rest is noted', async t => {
  const fields = {
    name: 'Etcher',
    _category: 'Dry Etch',
    _maximum_usage_block_time: 240,
    _maximum_reservations_per_day: 2,
    _maximum_future_reservation_time: 540,
    _minimum_time_between_reservations: 60,
    _policy_off_between_times: true,
    _policy_off_start_time: '18:00:00',
    _policy_off_end_time: '07:00:00',
    _policy_off_weekend: true,
  }
  const { rows, notes } = readNemo(
    json([
      { model: 'NEMO.tool', fields },
      { model: 'NEMO.user', fields: {} },
    ]),
    host,
  )
  const window = [1, 2, 3, 4, 5].map(weekday => ({ weekday, from: '07:00', to: '18:00' }))
  t.strictSame(rows[0]?.value.policy, {
    bookingUnit: 'time',
    longestSeconds: 14_400,
    caps: [
      { per: 'person', measure: 'count', limit: 2, period: 'day', window },
      { per: 'person', measure: 'seconds', limit: 32_400, period: 'upcoming', window },
    ],
  })
  t.strictSame(
    notes.map(({ column }) => column),
    ['minimum_time_between_reservations', 'policy_off_between_times', 'policy_off_weekend'],
  )
})

t.test('NEMO: a tool not as documented is a fault with its place and field', async t => {
  const tools = [{ name: 'A' }, { name: 'A' }, { name: 'B', _reservation_horizon: -1 }, { name: 'x\u0000' }]
  const { rows, faults } = readNemo(json(tools.map(fields => ({ model: 'NEMO.tool', fields }))), host)
  t.equal(rows.length, 1)
  t.strictSame(
    faults.map(({ row, column, code }) => [row, column, code]),
    [
      [2, 'name', 'row-twice'],
      [3, 'reservation_horizon', 'not-as-documented'],
      [4, 'name', 'not-as-documented'],
    ],
  )
  t.match(readNemo(Buffer.from('[{'), host).faults, [{ row: 0, code: 'file-unreadable' }])
  t.match(readNemo(json({}), host).faults, [{ row: 0, code: 'not-as-documented' }])
})

t.test(
  'all 263 PNNL instruments, with hours where the name says which',
  { skip: dataAbsent('pnnl-instruments') },
  async t => {
    const { rows, faults } = readPnnl(
      {
        instruments: readData('pnnl-instruments/instruments.csv'),
        availableHours: readData('pnnl-instruments/emsl_available_hours.csv'),
      },
      host,
    )
    t.strictSame([rows.length, faults], [263, []])
    t.equal(rows.filter(({ value }) => value.operatingState === 'operation').length, 126 + 6)
    t.equal(rows.filter(({ value }) => value.operatingState === 'retired').length, 120 + 11)
    t.equal(rows.filter(({ value }) => value.details?.['availableHoursPerDay'] !== undefined).length, 9)
  },
)

t.test(
  '10 EMhub resources and 229 bookings of 2042.37 hours',
  { skip: dataAbsent('emhub-bookings') },
  async t => {
    const resources = readEmhubResources(readData('emhub-bookings/resources.csv'), host)
    t.strictSame([resources.rows.length, resources.faults], [10, []])
    t.match(resources.rows[0]?.value.policy, {
      cancelWindowSeconds: 172_800,
      shortestSeconds: 28_800,
      longestSeconds: 259_200,
    })
    const { rows, faults } = readEmhubBookings(readData('emhub-bookings/bookings.csv'), host)
    t.strictSame([rows.length, faults], [229, []])
    const hours = rows.reduce((sum, { value }) => sum + (value.end - value.start) / 3_600_000, 0)
    t.equal(hours.toFixed(2), '2042.37')
    const kinds = Map.groupBy(rows, ({ value }) => value.kind)
    t.strictSame(
      ['use', 'special', 'maintenance', 'downtime'].map(kind => kinds.get(kind as 'use')?.length),
      [218, 5, 5, 1],
    )
  },
)

t.test(
  '11 alliances with members, roles, agreements and instruments',
  { skip: dataAbsent('alliances') },
  async t => {
    const { rows, faults } = readAlliances(readData('alliances/alliances.json'))
    t.strictSame([rows.length, faults], [11, []])
    const beijing = rows.find(({ value }) => value.slug === 'beijing-life-health')?.value
    t.strictSame(
      [beijing?.members.length, beijing?.agreements.length, beijing?.instruments.length],
      [7, 5, 20],
    )
    const huairou = rows.find(({ value }) => value.slug === 'huairou')?.value
    t.equal(huairou?.instruments.filter(({ operatingState }) => operatingState === 'construction').length, 14)
    t.match(huairou?.instruments[0], { exclusive: false, capacity: 100_000, operatingState: 'operation' })
  },
)

t.test('an alliance whose party or host is no member is a fault, and so is a slug twice', async t => {
  const alliance = {
    slug: 'a',
    name: 'A',
    type: 'consortium',
    timeZone: 'Asia/Shanghai',
    currency: 'CNY',
    members: [
      { name: 'U', jurisdiction: 'CN', kind: 'university', roles: ['chair'], labels: { chair: '理事长' } },
    ],
  }
  const agreements = [{ subject: 's', parties: ['U', 'V'] }]
  const instruments = [{ host: 'W', facility: 'f', kind: 'k', count: 2, unit: 'instrument-hour' }]
  const { rows, faults, notes } = readAlliances(
    json({
      alliances: [
        { ...alliance, motto: 'x' },
        alliance,
        { ...alliance, slug: 'b', agreements, instruments },
        { slug: 'c' },
      ],
    }),
  )
  t.match(rows, [{ row: 1, value: { members: [{ roles: [{ role: 'chair', label: '理事长' }] }] } }])
  t.strictSame(
    faults.slice(0, 3).map(({ row, column, code, value }) => [row, column, code, value]),
    [
      [2, 'slug', 'row-twice', 'a'],
      [3, 'agreements.0.parties', 'reference-unknown', 'V'],
      [3, 'instruments.0.host', 'reference-unknown', 'W'],
    ],
  )
  t.match(faults.at(-1), { row: 4, code: 'not-as-documented' })
  t.strictSame(notes, [{ row: 1, column: 'motto', code: 'not-mapped' }])
})
