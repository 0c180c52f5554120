import t from 'tap'
import { type BookingFact, type InstrumentFacts, lossOf } from '../../../src/domain/report/facts.ts'
import { partitionOf } from '../../../src/domain/report/partition.ts'
import { span } from '../../../src/domain/span.ts'
import { instant } from '../../../src/domain/units.ts'
import { aBooking, anInstrument, anOutage, aRun, hours, inHours, monday } from './builders.ts'

const day = hours(0, 24)

/** A day's total in hours, without the zeros and the calendar. */
const totalOf = (facts: Partial<InstrumentFacts>) => {
  const { calendar: _, ...rest } = inHours(partitionOf(anInstrument(facts), day).total)
  return rest
}

/** What became of the reserved and used hours, by institution. */
const usersOf = (facts: Partial<InstrumentFacts>) =>
  Object.fromEntries(
    partitionOf(anInstrument(facts), day).users.map(user => [user.institutionId, inHours(user.time)]),
  )

/** The day's reserved and used hours in total, without the counts. */
const reservationOf = (facts: Partial<InstrumentFacts>) => {
  const { reserved = 0, used = 0, noShow = 0, lateCancel = 0, earlyFinish = 0, idle = 0 } = totalOf(facts)
  return { reserved, used, noShow, lateCancel, earlyFinish, idle }
}

t.test('an instrument that nobody touched is idle while open', async t => {
  t.strictSame(totalOf({ open: [hours(8, 22)] }), { open: 14, available: 14, idle: 14 })
})

t.test('a day before service and a day in the future have no time at all', async t => {
  t.strictSame(totalOf({ inService: [] }), {})
  t.strictSame(inHours(partitionOf(anInstrument({ asOf: instant(monday) }), day).total), {})
})

t.test('a running day counts up to the moment of reading', async t => {
  const runs = [aRun(hours(9, 13))]
  t.strictSame(totalOf({ runs, asOf: hours(0, 10).end }), {
    open: 10,
    available: 10,
    idle: 9,
    used: 1,
    usedByMembers: 1,
    runs: 1,
  })
})

t.test('a planned outage takes what a failure covers too, and overlapping failures are one', async t => {
  const outages = [
    anOutage(hours(11, 15), 'planned'),
    anOutage(hours(14, 16), 'unplanned'),
    anOutage(hours(9, 14), 'unplanned'),
    anOutage(hours(8, 12), 'unplanned'),
  ]
  t.strictSame(totalOf({ outages, open: [hours(8, 22)] }), {
    open: 14,
    available: 6,
    idle: 6,
    plannedDown: 4,
    unplannedDown: 4,
    failures: 2,
    repair: 8,
  })
})

t.test(
  'a failure that began the day before is not counted again with one that begins at midnight',
  async t => {
    const outages = [anOutage(hours(0, 2), 'unplanned'), anOutage(hours(-3, 1), 'unplanned')]
    const { failures, repairSeconds } = partitionOf(anInstrument({ outages }), day).total
    t.strictSame([failures, repairSeconds], [0, 2 * 3600])
  },
)

t.test('use while closed or down is listed apart and is no part of open time', async t => {
  const facts = {
    open: [hours(8, 22)],
    outages: [anOutage(hours(20, 22), 'unplanned')],
    runs: [aRun(hours(19, 23))],
  }
  t.strictSame(totalOf(facts), {
    open: 14,
    available: 12,
    idle: 11,
    unplannedDown: 2,
    failures: 1,
    repair: 2,
    used: 1,
    usedByMembers: 1,
    offHours: 3,
    runs: 1,
  })
})

t.test('a booking used as booked wastes nothing', async t => {
  const facts = { bookings: [aBooking(hours(9, 13))], runs: [aRun(hours(9, 13), { bookingId: 'bkg_1' })] }
  t.strictSame(usersOf(facts), {
    member: { reserved: 4, used: 4, usedInReservation: 4, usedByMembers: 4, runs: 1, bookings: 1 },
  })
})

t.test('late start, early finish and time run over the end fall into their columns', async t => {
  const late = { bookings: [aBooking(hours(9, 13))], runs: [aRun(hours(10, 12), { bookingId: 'bkg_1' })] }
  t.strictSame(reservationOf(late), {
    reserved: 4,
    used: 2,
    noShow: 0,
    lateCancel: 0,
    earlyFinish: 2,
    idle: 20,
  })
  const over = { bookings: [aBooking(hours(9, 13))], runs: [aRun(hours(12, 15), { bookingId: 'bkg_1' })] }
  t.strictSame(reservationOf(over), {
    reserved: 4,
    used: 3,
    noShow: 0,
    lateCancel: 0,
    earlyFinish: 3,
    idle: 18,
  })
})

t.test('a no-show counts against its booker, except where another used the time', async t => {
  const facts = {
    bookings: [aBooking(hours(9, 13), { state: 'no_show' })],
    runs: [aRun(hours(11, 12), { institutionId: 'walk-in', allianceId: null })],
  }
  t.strictSame(usersOf(facts), {
    member: { reserved: 4, noShow: 3, bookings: 1, noShows: 1 },
    'walk-in': { used: 1, usedInReservation: 1, usedByOutsiders: 1, runs: 1 },
  })
})

t.test('time cancelled late and booked anew counts against whoever held it last', async t => {
  const cancelled = aBooking(hours(9, 13), { state: 'cancelled', cancelledLate: true })
  const second = aBooking(hours(8, 11), { id: 'bkg_2', institutionId: 'second', state: 'no_show' })
  t.strictSame(usersOf({ bookings: [cancelled, second] }), {
    member: { reserved: 2, lateCancel: 2, lateCancels: 1 },
    second: { reserved: 3, noShow: 3, bookings: 1, noShows: 1 },
  })
})

t.test('the tail of an early finish, booked anew and wasted, counts against the second', async t => {
  const first = aBooking(hours(9, 13))
  const second = aBooking(hours(12, 13), { id: 'bkg_0', institutionId: 'second', state: 'no_show' })
  const runs = [aRun(hours(9, 11), { bookingId: 'bkg_1' })]
  t.strictSame(reservationOf({ bookings: [second, first], runs }), {
    reserved: 4,
    used: 2,
    noShow: 1,
    lateCancel: 0,
    earlyFinish: 1,
    idle: 20,
  })
})

t.test('bookings that were given back in time, refused or displaced reserve nothing', async t => {
  const states = ['requested', 'rejected', 'expired', 'displaced', 'cancelled'] as const
  const bookings = states.map(state => aBooking(hours(9, 13), { id: state, state }))
  t.strictSame(totalOf({ bookings }), { open: 24, available: 24, idle: 24 })
  t.strictSame(
    bookings.map(lossOf),
    states.map(() => undefined),
  )
})

t.test('a confirmed booking that nobody has begun starts late so far', async t => {
  const bookings: BookingFact[] = [aBooking(hours(9, 13), { state: 'confirmed' })]
  t.equal(totalOf({ bookings, asOf: hours(0, 10).end })['earlyFinish'], 1)
})

t.test('where two runs overlap on one place, the earlier has the time, then the lower id', async t => {
  const run = (id: string, from: number, to: number) => aRun(hours(from, to), { id, institutionId: id })
  const users = usersOf({ runs: [run('c', 10, 14), run('b', 10, 13), run('a', 11, 15)] })
  t.strictSame([users['b']?.['used'], users['c']?.['used'], users['a']?.['used']], [3, 1, 1])
})

t.test('edges within a second belong to that second, so neighbours neither overlap nor part', async t => {
  const edge = monday + 9 * 3_600_000 + 700
  const runs = [
    aRun(span(monday + 8 * 3_600_000 + 200, edge), { id: 'run_1' }),
    aRun(span(edge, edge + 3_600_000), { id: 'run_2' }),
    aRun(span(edge, edge + 100), { id: 'run_3' }),
  ]
  t.strictSame(totalOf({ runs }), { open: 24, available: 24, idle: 22, used: 2, usedByMembers: 2, runs: 2 })
})

t.test('a window that does not begin on a second, and an instrument without places, are bugs', async t => {
  t.throws(() => partitionOf(anInstrument(), span(monday + 1, monday + 1000)))
  t.throws(() => partitionOf(anInstrument({ capacity: 0 }), day), { message: /at least one place/ })
})

t.test('ten cages: each place and second stands in one column', async t => {
  const facts = {
    capacity: 10,
    bookings: [
      aBooking(hours(0, 24), { id: 'kept', places: 4, state: 'no_show' }),
      aBooking(hours(0, 24), {
        id: 'late',
        places: 3,
        state: 'cancelled',
        cancelledLate: true,
        institutionId: 'b',
      }),
    ],
    runs: [aRun(hours(0, 12), { places: 5, institutionId: 'c' })],
  }
  // Five walk-ins take the three unreserved cages and two of those cancelled late; the no-show keeps its own.
  t.strictSame(usersOf(facts), {
    member: { reserved: 96, noShow: 96, bookings: 1, noShows: 1 },
    b: { reserved: 72, lateCancel: 48, lateCancels: 1 },
    c: { used: 60, usedInReservation: 24, usedByMembers: 60, runs: 1 },
  })
})

t.test('a run of more places than were booked stands on its own booking first', async t => {
  const facts = {
    capacity: 4,
    bookings: [
      aBooking(hours(0, 24), { places: 2 }),
      aBooking(hours(0, 24), { id: 'bkg_2', places: 1, institutionId: 'b' }),
    ],
    runs: [aRun(hours(0, 24), { bookingId: 'bkg_1', places: 3 })],
  }
  t.strictSame(usersOf(facts), {
    b: { reserved: 24, earlyFinish: 24, bookings: 1 },
    member: { reserved: 48, used: 72, usedInReservation: 48, usedByMembers: 72, runs: 1, bookings: 1 },
  })
})

t.test('use above capacity is cut at capacity, and reservations too', async t => {
  const facts = {
    capacity: 2,
    bookings: [
      aBooking(hours(0, 24), { places: 2 }),
      aBooking(hours(0, 24), { id: 'bkg_2', state: 'no_show' }),
    ],
    runs: [
      aRun(hours(0, 24), { places: 1 }),
      aRun(hours(1, 24), { id: 'run_2', places: 5, institutionId: 'b' }),
    ],
  }
  t.strictSame(reservationOf(facts), {
    reserved: 48,
    used: 47,
    noShow: 1,
    lateCancel: 0,
    earlyFinish: 0,
    idle: 0,
  })
})
