import Sqlite from 'better-sqlite3'
import t from 'tap'
import type { StaffPlaces } from '../../src/domain/staffPlaces.ts'
import { seconds, amount } from '../../src/domain/units.ts'
import { listBookings } from '../../src/store/bookings/lists.ts'
import type { Database } from '../../src/store/database.ts'
import { listRuns } from '../../src/store/runs.ts'
import { ENGINES, openTestDatabase } from '../support/engines.ts'
import { aBooking, anInstrument, anInstitution, hour, layFoundation } from '../support/rows.ts'

const nowhere: StaffPlaces = { everywhere: false, institutionIds: [], instrumentIds: [] }
const atHost: StaffPlaces = { ...nowhere, institutionIds: ['ins_2'] }
const ofOne: StaffPlaces = { ...nowhere, instrumentIds: ['ist_2'] }

/** Bookings and runs of three people, on an instrument of each of two hosts. */
async function fill(db: Database) {
  await layFoundation(db)
  await db.transact(async ({ q, t: { people, institutions, instruments, bookings, runs } }) => {
    const [one] = await q.select().from(people)
    for (const id of ['per_2', 'per_3']) await q.insert(people).values({ ...one, id } as never)
    await q.insert(institutions).values(anInstitution({ id: 'ins_2' }))
    await q.insert(instruments).values(anInstrument({ id: 'ist_2', institutionId: 'ins_2' }))
    const booked = [
      aBooking({ id: 'bkg_a', from: 1, to: 2, personId: 'per_2', bookedById: 'per_2' }),
      aBooking({ id: 'bkg_b', from: 2, to: 3, personId: 'per_2', bookedById: 'per_3' }),
      aBooking({
        id: 'bkg_c',
        from: 3,
        to: 4,
        personId: 'per_3',
        bookedById: 'per_2',
        instrumentId: 'ist_2',
      }),
      aBooking({
        id: 'bkg_d',
        from: 4,
        to: 5,
        personId: 'per_3',
        bookedById: 'per_3',
        instrumentId: 'ist_2',
      }),
      aBooking({ id: 'bkg_e', from: 5, to: 6 }),
    ]
    for (const row of booked) {
      await q.insert(bookings).values(row)
      await q.insert(runs).values(runOf(row))
    }
  })
}

const runOf = (row: ReturnType<typeof aBooking>) => {
  const none = seconds(0)
  const { instrumentId, institutionId, personId, start, end, places } = row
  const phases = { prepSeconds: none, runSeconds: none, postSeconds: none, idleSeconds: none }
  return {
    id: row.id.replace('bkg', 'run'),
    bookingId: row.id,
    instrumentId,
    institutionId,
    personId,
    start,
    end,
    places,
    mode: 'guided',
    quantity: 1,
    evidence: 'manual',
    ...phases,
    bookedSeconds: none,
    usedSeconds: none,
    chargedUnits: amount(0),
    agreementSigned: false,
    version: 1,
    createdAt: hour(0),
  }
}

for (const engine of ENGINES) {
  t.test(
    `${engine}: people see their own bookings and runs, staff those of their instruments too`,
    async t => {
      const { db } = await openTestDatabase(t, engine)
      await fill(db)
      const seen = async (given: Partial<Parameters<typeof listBookings>[1]>) => {
        const filter = { viewerId: 'per_2', staff: nowhere, mine: false, limit: 9, ...given }
        const rows = await listBookings(db.read, filter)
        return rows.map(({ booking }) => booking.id.slice(-1)).join('')
      }
      t.equal(await seen({}), 'abc', 'for oneself, booked by another, booked for another')
      t.equal(await seen({ mine: true, staff: atHost }), 'abc')
      for (const staff of [atHost, ofOne]) t.equal(await seen({ staff }), 'abcd')
      t.equal(await seen({ staff: { ...nowhere, everywhere: true } }), 'abcde')
      t.equal(await seen({ staff: atHost, limit: 2 }), 'ab')
      t.equal(await seen({ staff: atHost, limit: 2, after: 'bkg_b' }), 'cd')
      t.equal(await seen({ from: hour(3), to: hour(4) }), 'c')
      t.equal(await seen({ instrumentId: 'ist_1', state: 'confirmed' }), 'ab')

      const runsSeen = async (staff: StaffPlaces, given = {}) => {
        const rows = await listRuns(db.read, { viewerId: 'per_2', staff, limit: 9, ...given })
        return rows.map(({ run }) => run.id.slice(-1)).join('')
      }
      t.equal(await runsSeen(nowhere), 'ab')
      for (const staff of [atHost, ofOne]) t.equal(await runsSeen(staff), 'abcd')
      t.equal(await runsSeen({ ...nowhere, everywhere: true }), 'abcde')
      t.equal(await runsSeen(atHost, { limit: 2, after: 'run_a' }), 'bc')
    },
  )
}

t.test('sqlite: a page of one’s own is found by indexes, however many others there are', async t => {
  const { db, url } = await openTestDatabase(t, 'sqlite')
  const file = new Sqlite(url.slice('file:'.length), { readonly: true })
  t.teardown(() => file.close())
  const steps = (query: unknown) => {
    const { sql, params } = (query as { toSQL(): { sql: string; params: unknown[] } }).toSQL()
    const plan = file.prepare(`explain query plan ${sql}`).all(...params) as { detail: string }[]
    return plan.map(step => step.detail)
  }
  const asked = { viewerId: 'per_2', staff: nowhere, mine: false, limit: 9 }
  for (const staff of [nowhere, atHost]) {
    for (const query of [
      listBookings(db.read, { ...asked, staff }),
      listRuns(db.read, { ...asked, staff }),
    ]) {
      const scans = steps(query).filter(step => /^SCAN (bookings|runs|instruments)/u.test(step))
      t.strictSame(scans, [], steps(query).join('\n'))
    }
  }
})
