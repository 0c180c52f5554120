import t from 'tap'
import type { Charges, ReportRow } from '../../../src/domain/report/columns.ts'
import {
  type GroupKey,
  GROUP_KEYS,
  type Grouping,
  isByUser,
  type LedgerHead,
  OTHERS,
  type ReportCell,
  ReportRows,
} from '../../../src/domain/report/grouping.ts'
import { partitionOf } from '../../../src/domain/report/partition.ts'
import { type Span, span } from '../../../src/domain/span.ts'
import { amount, instant } from '../../../src/domain/units.ts'
import { aBooking, anInstrument } from './builders.ts'

const october = span(Date.UTC(2026, 9, 1), Date.UTC(2026, 10, 1))
const november = span(Date.UTC(2026, 10, 1), Date.UTC(2026, 11, 1))
const yearEnd = instant(Date.UTC(2026, 11, 31))

type CellShape = Partial<Omit<ReportCell, 'figures' | 'instrument'>> & {
  readonly id?: string
  /** Each had one hour, one after the other; in the alliance unless told otherwise. */
  readonly users?: readonly (
    string | { readonly institutionId: string; readonly allianceId: string | null }
  )[]
}

function aCell({ id = 'ins_1', users = ['member'], period = october, ...cell }: CellShape = {}): ReportCell {
  const bookings = users.map((user, index) => {
    const whose = typeof user === 'string' ? { institutionId: user } : user
    const start = period.start + index * 3_600_000
    return aBooking(span(start, start + 3_600_000), { id: `bkg_${index}`, ...whose })
  })
  const figures = partitionOf(anInstrument({ instrumentId: id, bookings }), period)
  const instrument = { id, institutionId: 'host', zone: 'UTC', resourceClass: 'mass-spectrometer' }
  return { instrument, period, sight: 'whole', figures, ledger: undefined, charges: [], ...cell }
}

function rowsOf(cells: readonly ReportCell[], by: readonly GroupKey[], rest: Partial<Grouping> = {}) {
  const rows = new ReportRows({ by: new Set(by), allianceId: 'all_1', asOf: yearEnd, ...rest })
  for (const cell of cells) rows.add(cell)
  return rows.close()
}

/** `institution/alliance/category: reserved hours` of the rows that name a user. */
const sharesOf = (rows: readonly ReportRow[]) =>
  rows
    .filter(row => row.userCategory !== null || row.userInstitutionId !== null)
    .map(({ userInstitutionId, allianceId, userCategory, time }) =>
      [userInstitutionId, allianceId, userCategory, time.reservedSeconds / 3600].join(' '),
    )

const sum = (rows: readonly ReportRow[], column: string) =>
  rows.reduce((total, { time }) => total + ((time as object as Record<string, number>)[column] ?? 0), 0)

const charged = (units: number): Charges => ({
  charged: amount(units),
  forfeited: amount(0),
  overrun: amount(1),
})
const aLedger = (ledger: Partial<LedgerHead> = {}): LedgerHead => ({
  ledgerId: 'ldg_1',
  resourceClass: 'mass-spectrometer',
  unit: 'second',
  seq: 7,
  hash: 'h',
  ...ledger,
})
const chargedTo = (institutionId: string, units: number) => ({
  institutionId,
  allianceId: 'all_1',
  charges: charged(units),
})

t.test('however a report is broken down, each column adds up to the same', async t => {
  const users = ['host', 'member', { institutionId: 'stranger', allianceId: null }]
  const cells = [
    aCell({ users }),
    aCell({ id: 'ins_2', users }),
    aCell({ period: november, sight: 'alliance' }),
  ]
  const combinations = GROUP_KEYS.reduce<GroupKey[][]>(
    (sets, key) => [...sets, ...sets.map(set => [...set, key])],
    [[]],
  )
  for (const by of combinations) {
    const rows = rowsOf(cells, by)
    t.strictSame(
      [sum(rows, 'reservedSeconds'), sum(rows, 'openSeconds'), sum(rows, 'bookings')],
      [7 * 3600, (2 * 31 + 30) * 86_400, 7],
      by.join(),
    )
  }
  t.strictSame([isByUser(['instrument', 'month']), isByUser(['alliance'])], [false, true])
})

t.test("whose time it was is told as the host's own, a member's or an outsider's", async t => {
  const users = ['host', 'member', { institutionId: 'stranger', allianceId: null }]
  t.strictSame(sharesOf(rowsOf([aCell({ users })], ['institution'])), [
    'host  own 1',
    'member  member 1',
    'stranger  outside 1',
  ])
  t.strictSame(sharesOf(rowsOf([aCell({ users })], ['alliance'])), [
    '  outside 1',
    ' all_1 member 1',
    ' all_1 own 1',
  ])
})

t.test("an alliance's shares are told by closed month, from three institutions on", async t => {
  const shares = (users: NonNullable<CellShape['users']>, rest: Partial<Grouping> = {}) =>
    sharesOf(rowsOf([aCell({ users, sight: 'alliance' })], ['institution', 'alliance'], rest))
  const three = ['a', 'b', 'c']
  t.strictSame(
    shares(three),
    three.map(id => `${id} all_1 member 1`),
  )
  t.strictSame(shares(['a', 'b']), [`${OTHERS}   2`], 'of two, each would know what the other did')
  t.strictSame(shares(three, { asOf: october.start }), [`${OTHERS}   3`], 'the month is not over')
  t.strictSame(shares(three, { allianceId: 'all_2' }), [`${OTHERS}   3`], 'another alliance')
  t.strictSame(shares([...three, { institutionId: 'stranger', allianceId: null }]), [
    ...three.map(id => `${id} all_1 member 1`),
    `${OTHERS}   1`,
  ])
})

t.test('a host sees its instruments whole beside shares of others', async t => {
  const cells = [aCell({ users: ['a', 'b'] }), aCell({ id: 'ins_2', users: ['a', 'b'], sight: 'alliance' })]
  t.strictSame(sharesOf(rowsOf(cells, ['institution'])), ['a  member 1', 'b  member 1', `${OTHERS}   2`])
})

t.test('others stand in one row of the period, whatever their instruments', async t => {
  const cells = ['ins_1', 'ins_2'].map(id => aCell({ id, users: ['a', 'b'], sight: 'alliance' }))
  const others = rowsOf(cells, ['instrument', 'institution']).filter(row => row.userInstitutionId === OTHERS)
  t.match(others, [{ instrumentId: null, hostInstitutionId: null, resourceClass: null }])
  t.equal(others[0]?.time.reservedSeconds, 4 * 3600)
})

t.test('amounts stand in the unit of their ledger, up to its last sealed row', async t => {
  const cell = aCell({ ledger: aLedger(), charges: [chargedTo('member', 60)] })
  t.match(rowsOf([cell], []), [{ unit: 'second', charges: { charged: 60, overrun: 1 }, asOfSeq: 7 }])
  t.match(
    rowsOf([cell, cell], ['institution']).find(row => row.userInstitutionId === 'member'),
    { unit: 'second', charges: { charged: 120, forfeited: 0, overrun: 2 }, asOfSeq: 7 },
  )
})

t.test('amounts of two units are not added, and two ledgers have no common row', async t => {
  const cell = aCell({ ledger: aLedger(), charges: [chargedTo('member', 60)] })
  const charges = [chargedTo('member', 3)]
  const inDays = aCell({ ledger: aLedger({ ledgerId: 'ldg_2', unit: 'day' }), charges })
  t.match(rowsOf([cell, inDays], []), [{ unit: null, charges: null, asOfSeq: null }])
  const alike = aCell({ ledger: aLedger({ ledgerId: 'ldg_2' }), charges })
  t.match(rowsOf([cell, alike], []), [{ unit: 'second', charges: { charged: 63 }, asOfSeq: null }])
  t.match(rowsOf([aCell()], []), [{ unit: null, charges: null, asOfSeq: null }], 'no ledger stands behind it')
})

t.test('rows come by period, then by instrument and user; of one beginning, as they came', async t => {
  const later = [aCell({ id: 'ins_2', period: november }), aCell({ period: november }), aCell()]
  t.strictSame(
    rowsOf(later, ['instrument', 'month']).map(row => [row.period.start, row.instrumentId]),
    [
      [october.start, 'ins_1'],
      [november.start, 'ins_1'],
      [november.start, 'ins_2'],
    ],
  )
  const both: Span = span(october.start, november.end)
  const ends = rowsOf([aCell({ period: both }), aCell()], ['month']).map(row => row.period.end)
  t.strictSame(ends, [both.end, october.end])
})

t.test('a report knows its size and total before it is closed', async t => {
  const rows = new ReportRows({ by: new Set(['institution']), allianceId: null, asOf: yearEnd })
  t.equal(rows.size, 0)
  rows.add(aCell({ users: ['a', 'b'] }))
  t.equal(rows.size, 3, 'the instrument and its two users')
  t.equal(rows.total().reservedSeconds, 2 * 3600)
})
