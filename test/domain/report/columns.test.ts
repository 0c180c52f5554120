import t from 'tap'
import { cellsOf, COLUMNS, definitionsVersion, type ReportRow } from '../../../src/domain/report/columns.ts'
import { partitionOf } from '../../../src/domain/report/partition.ts'
import { amount } from '../../../src/domain/units.ts'
import { aBooking, anInstrument, aRun, hours } from './builders.ts'

const { total, users } = partitionOf(
  anInstrument({
    open: [hours(8, 22)],
    bookings: [aBooking(hours(9, 13))],
    runs: [aRun(hours(9, 12), { bookingId: 'bkg_1' })],
  }),
  hours(0, 24),
)

const aRow = (row: Partial<ReportRow> = {}): ReportRow => ({
  period: hours(0, 24),
  zone: 'Asia/Shanghai',
  allianceId: 'all_1',
  hostInstitutionId: 'host',
  instrumentId: 'ins_1',
  resourceClass: 'mass-spectrometer',
  unit: 'instrument-seconds',
  userInstitutionId: null,
  userCategory: null,
  projectId: null,
  time: total,
  charges: null,
  asOfSeq: null,
  ...row,
})

const cellsByName = (row: ReportRow) =>
  Object.fromEntries(COLUMNS.map(({ name }, index) => [name, cellsOf(row)[index]]))

t.test('the columns are those of the definition, in its order', async t => {
  t.equal(
    COLUMNS.map(({ name }) => name).join(),
    'period_start,period_end,tz,alliance,host_institution,instrument,class,unit,' +
      'user_institution,user_category,project,open_s,planned_down_s,unplanned_down_s,available_s,' +
      'reserved_s,used_s,used_in_reservation_s,no_show_s,late_cancel_s,early_finish_s,idle_s,' +
      'sessions,bookings,no_shows,cancels_late,charged_units,forfeit_units,overrun_units,' +
      'shared_flag,as_of_seq',
  )
  t.equal(definitionsVersion, '1')
})

t.test('a row of an instrument has its open time and no user', async t => {
  t.strictSame(cellsOf(aRow()), [
    '2026-10-05T08:00:00+08:00',
    '2026-10-06T08:00:00+08:00',
    'Asia/Shanghai',
    'all_1',
    'host',
    'ins_1',
    'mass-spectrometer',
    'instrument-seconds',
    null,
    null,
    null,
    50_400,
    0,
    0,
    50_400,
    14_400,
    10_800,
    10_800,
    0,
    0,
    3600,
    36_000,
    1,
    1,
    0,
    0,
    null,
    null,
    null,
    null,
    null,
  ])
})

t.test('a row of a user institution leaves open time empty and says whether it is shared use', async t => {
  const [user] = users
  const charges = { charged: amount(10_800), forfeited: amount(3600), overrun: amount(0) }
  const row = aRow({ userInstitutionId: 'member', time: user?.time ?? total, charges, asOfSeq: 42 })
  const cells = cellsByName(row)
  t.match(cells, { open_s: null, available_s: null, idle_s: null, used_s: 10_800, early_finish_s: 3600 })
  t.match(cells, {
    charged_units: 10_800,
    forfeit_units: 3600,
    overrun_units: 0,
    shared_flag: 1,
    as_of_seq: 42,
  })
  t.equal(cellsByName({ ...row, userInstitutionId: 'host' })['shared_flag'], 0, 'the host itself')
  t.equal(cellsByName({ ...row, hostInstitutionId: null })['shared_flag'], null, 'over many hosts')
})

t.test('every cell has the type of its column', async t => {
  const ofType = { text: 'string', instant: 'string', integer: 'number', flag: 'number' }
  for (const { type, cell } of COLUMNS) {
    const value = cell(aRow())
    if (value !== null) t.equal(typeof value, ofType[type])
  }
})
