import t from 'tap'
import { eq } from 'drizzle-orm'
import type { Tx } from '../../../src/store/database.ts'
import { aBooking, hour } from '../../support/rows.ts'
import { dropCheck, dropTrigger, type GuardTrial, tryGuards } from './mutation.ts'

type Booking = ReturnType<typeof aBooking>

const book =
  (...rows: readonly Booking[]) =>
  async (tx: Tx) => {
    for (const row of rows) await tx.q.insert(tx.t.bookings).values(row)
  }

const change = (id: string, to: Partial<Booking>) => async (tx: Tx) => {
  await tx.q.update(tx.t.bookings).set(to).where(eq(tx.t.bookings.id, id))
}

const dropOverlap = (onSqlite: string): GuardTrial['drop'] => ({
  sqlite: `DROP TRIGGER ${onSqlite}`,
  postgres: 'ALTER TABLE bookings DROP CONSTRAINT bookings_no_overlap',
})

const shared = { instrumentId: 'ist_shared', exclusive: false } as const

tryGuards(t, [
  {
    rule: 'two bookings of an exclusive instrument never overlap',
    says: 'slot-taken',
    drop: dropOverlap('bookings_no_overlap'),
    given: book(aBooking({ from: 9, to: 11 })),
    breaks: book(aBooking({ from: 10, to: 12 })),
  },
  {
    rule: 'the turnaround of a booking is taken too',
    says: 'slot-taken',
    drop: dropOverlap('bookings_no_overlap'),
    given: book(aBooking({ from: 9, to: 10, occupiedUntil: hour(10.5) })),
    breaks: book(aBooking({ from: 10, to: 11 })),
  },
  {
    rule: 'the turnaround of the new booking must fit before the next',
    says: 'slot-taken',
    drop: dropOverlap('bookings_no_overlap'),
    given: book(aBooking({ from: 10, to: 11 })),
    breaks: book(aBooking({ from: 9, to: 10, occupiedUntil: hour(10.5) })),
  },
  {
    rule: 'a booking is not moved onto another',
    says: 'slot-taken',
    drop: dropOverlap('bookings_no_overlap_update'),
    given: book(aBooking({ from: 9, to: 10 }), aBooking({ from: 11, to: 12 })),
    breaks: change('bkg_11_12', { start: hour(9.5), end: hour(10.5), occupiedUntil: hour(10.5) }),
  },
  {
    rule: 'a cancelled booking does not come back into a place that was given away',
    says: 'slot-taken',
    drop: dropOverlap('bookings_no_overlap_update'),
    given: book(aBooking({ from: 9, to: 11, state: 'cancelled' }), aBooking({ from: 10, to: 12 })),
    breaks: change('bkg_9_11', { state: 'confirmed', live: true }),
  },
  {
    rule: 'the places of a shared instrument are never exceeded',
    says: 'capacity-exceeded',
    drop: dropTrigger('bookings_capacity', 'bookings'),
    given: book(aBooking({ ...shared, from: 9, to: 12, places: 15 })),
    breaks: book(aBooking({ ...shared, from: 11, to: 13, places: 6 })),
  },
  {
    rule: 'a peak in the middle of a booking counts',
    says: 'capacity-exceeded',
    drop: dropTrigger('bookings_capacity', 'bookings'),
    given: book(
      aBooking({ ...shared, from: 10, to: 12, places: 10 }),
      aBooking({ ...shared, from: 11, to: 13, places: 10 }),
    ),
    breaks: book(aBooking({ ...shared, from: 8, to: 14, places: 1 })),
  },
  {
    rule: 'places are not added beyond the capacity',
    says: 'capacity-exceeded',
    drop: dropTrigger('bookings_capacity', 'bookings', 'bookings_capacity_update'),
    given: book(
      aBooking({ ...shared, from: 9, to: 10, places: 5 }),
      aBooking({ ...shared, from: 9, to: 11, places: 15 }),
    ),
    breaks: change('bkg_9_10', { places: 6 }),
  },
  {
    rule: 'one booking alone cannot take more than there is',
    says: 'capacity-exceeded',
    drop: dropTrigger('bookings_capacity', 'bookings'),
    breaks: book(aBooking({ ...shared, places: 21 })),
  },
  {
    rule: 'the live flag says what the state says',
    says: /bookings_live/,
    drop: dropCheck('bookings_live', 'bookings'),
    breaks: book(aBooking({ state: 'cancelled', live: true })),
  },
  {
    rule: 'nobody hides a confirmed booking from the overlap guard',
    says: /bookings_live/,
    drop: dropCheck('bookings_live', 'bookings'),
    breaks: book(aBooking({ state: 'confirmed', live: false })),
  },
  {
    rule: 'an exclusive instrument has one place',
    says: /bookings_places/,
    drop: dropCheck('bookings_places', 'bookings'),
    breaks: book(aBooking({ places: 2 })),
  },
  {
    rule: 'a booking ends after it starts',
    says: /bookings_span/,
    drop: dropCheck('bookings_span', 'bookings'),
    breaks: book(aBooking({ from: 10, to: 9, occupiedUntil: hour(11) })),
  },
])
