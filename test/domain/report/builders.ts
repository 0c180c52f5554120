import type { BookingFact, InstrumentFacts, OutageFact, RunFact } from '../../../src/domain/report/facts.ts'
import { type Span, span } from '../../../src/domain/span.ts'
import { instant } from '../../../src/domain/units.ts'

export const monday = Date.UTC(2026, 9, 5)

/** A span of hours counted from Monday 5 October 2026, 00:00 UTC. */
export const hours = (from: number, to: number): Span =>
  span(monday + from * 3_600_000, monday + to * 3_600_000)

export const minutes = (from: number, to: number): Span => hours(from / 60, to / 60)

/** An exclusive instrument of `host`, always open, on which nothing happened. */
export const anInstrument = (facts: Partial<InstrumentFacts> = {}): InstrumentFacts => ({
  instrumentId: 'ins_1',
  hostInstitutionId: 'host',
  capacity: 1,
  inService: [hours(-10_000, 10_000)],
  open: [hours(-10_000, 10_000)],
  outages: [],
  bookings: [],
  runs: [],
  asOf: instant(monday + 10_000 * 3_600_000),
  ...facts,
})

/** A completed booking of one place by a member. */
export const aBooking = (over: Span, booking: Partial<BookingFact> = {}): BookingFact => ({
  ...over,
  id: 'bkg_1',
  places: 1,
  state: 'completed',
  cancelledLate: false,
  institutionId: 'member',
  allianceId: 'all_1',
  ...booking,
})

/** A run on one place by a member, without a booking. */
export const aRun = (over: Span, run: Partial<RunFact> = {}): RunFact => ({
  ...over,
  id: 'run_1',
  bookingId: null,
  places: 1,
  institutionId: 'member',
  allianceId: 'all_1',
  ...run,
})

export const anOutage = (over: Span, kind: OutageFact['kind']): OutageFact => ({ ...over, kind })

/** Columns in hours, those that are not zero. */
export const inHours = (time: object): Record<string, number> =>
  Object.fromEntries(
    Object.entries(time as Record<string, number>)
      .filter(([, value]) => value !== 0)
      .map(([column, value]) =>
        column.endsWith('Seconds') ? [column.slice(0, -'Seconds'.length), value / 3600] : [column, value],
      ),
  )
