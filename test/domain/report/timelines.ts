import fc from 'fast-check'
import type { BookingState } from '../../../src/domain/booking.ts'
import type { InstrumentFacts } from '../../../src/domain/report/facts.ts'
import type { Span } from '../../../src/domain/span.ts'
import { instant } from '../../../src/domain/units.ts'
import { minutes } from './builders.ts'

/** Length of a random timeline; facts begin before it and end after it as well. */
export const timelineMinutes = 240

const STATES: readonly BookingState[] = [
  'requested',
  'confirmed',
  'in_use',
  'completed',
  'cancelled',
  'rejected',
  'expired',
  'no_show',
  'displaced',
]

const spans: fc.Arbitrary<Span> = fc
  .tuple(fc.integer({ min: -60, max: timelineMinutes + 30 }), fc.integer({ min: 1, max: 120 }))
  .map(([from, length]) => minutes(from, from + length))

const users = fc.record({
  institutionId: fc.constantFrom('host', 'ins_a', 'ins_b'),
  allianceId: fc.constantFrom('all_1', 'all_2', null),
})

/** An instrument on which anything may happen: overlaps, strangers on reserved places, use while down. */
export const timelines = (capacity: fc.Arbitrary<number>): fc.Arbitrary<InstrumentFacts> =>
  capacity.chain(places =>
    fc.record({
      instrumentId: fc.constant('ins_1'),
      hostInstitutionId: fc.constant('host'),
      capacity: fc.constant(places),
      inService: fc.oneof(
        { weight: 4, arbitrary: fc.constant([minutes(-60, 1000)]) },
        fc.array(spans, { maxLength: 2 }),
      ),
      open: fc.oneof(fc.constant([minutes(-60, 1000)]), fc.array(spans, { maxLength: 4 })),
      outages: fc.array(
        fc
          .tuple(spans, fc.constantFrom('planned' as const, 'unplanned' as const))
          .map(([over, kind]) => ({ ...over, kind })),
        { maxLength: 3 },
      ),
      bookings: bookingsOf(places),
      runs: runsOf(places),
      asOf: fc
        .oneof(fc.constant(1000), fc.integer({ min: -10, max: timelineMinutes }))
        .map(at => instant(minutes(at, at + 1).start)),
    }),
  )

const bookingsOf = (capacity: number) =>
  fc
    .array(
      fc.record({
        over: spans,
        user: users,
        places: fc.integer({ min: 1, max: capacity }),
        state: fc.constantFrom(...STATES),
        late: fc.boolean(),
      }),
      { maxLength: 8 },
    )
    .map(drawn =>
      drawn.map(({ over, user, places, state, late }, index) => ({
        ...over,
        ...user,
        id: `bkg_${index}`,
        places,
        state,
        cancelledLate: state === 'cancelled' && late,
      })),
    )

const runsOf = (capacity: number) =>
  fc
    .array(
      fc.record({
        over: spans,
        user: users,
        places: fc.integer({ min: 1, max: capacity + 1 }),
        booking: fc.option(fc.integer({ min: 0, max: 9 })),
      }),
      { maxLength: 8 },
    )
    .map(drawn =>
      drawn.map(({ over, user, places, booking }, index) => ({
        ...over,
        ...user,
        id: `run_${index}`,
        bookingId: booking === null ? null : `bkg_${booking}`,
        places,
      })),
    )
