import { and, asc, eq, gt, inArray, isNull, lt, lte } from 'drizzle-orm'
import type { BookingKind, BookingState } from '../../domain/booking.ts'
import {
  type BookingFact,
  type InstrumentFacts,
  lossOf,
  type OutageFact,
  type RunFact,
} from '../../domain/report/facts.ts'
import { beginningOf } from '../../domain/report/periods.ts'
import type { Span } from '../../domain/span.ts'
import { openIn, termsOf } from '../../domain/terms.ts'
import { type Instant, instant } from '../../domain/units.ts'
import type { Reader } from '../database.ts'
import type { ReportedInstrument } from './instruments.ts'

/** The time of which facts are wanted, and the moment of reading. */
export interface Reading {
  readonly window: Span
  readonly asOf: Instant
}

/**
 * All that a partition of `window` needs of some instruments, in five queries whatever their number. Rows
 * are found by their end, so that history costs nothing; all that overlaps the window is there.
 */
export async function readFacts(
  reader: Reader,
  instruments: readonly ReportedInstrument[],
  reading: Reading,
): Promise<InstrumentFacts[]> {
  const ids = instruments.map(({ id }) => id)
  const { window } = reading
  const policies = byInstrument(await policiesUpTo(reader, ids, window.end))
  const outages = byInstrument(await outagesOver(reader, ids, window))
  const ending = await bookingsOver(reader, ids, window)
  const bookings = byInstrument([...ending, ...(await overrunning(reader, ids, window))])
  const runs = byInstrument(await runsOver(reader, ids, window))
  return instruments.map(instrument => {
    const rows = {
      policies: policies.get(instrument.id) ?? [],
      outages: outages.get(instrument.id) ?? [],
      bookings: bookings.get(instrument.id) ?? [],
      runs: runs.get(instrument.id) ?? [],
    }
    return factsOf(instrument, rows, reading)
  })
}

interface Rows {
  readonly policies: readonly PolicyRow[]
  readonly outages: readonly OutageRow[]
  readonly bookings: readonly BookingRow[]
  readonly runs: readonly RunRow[]
}

function factsOf(instrument: ReportedInstrument, rows: Rows, { window, asOf }: Reading): InstrumentFacts {
  const closing = rows.bookings.filter(isClosure)
  const used = rows.bookings.filter(booking => !isClosure(booking))
  return {
    instrumentId: instrument.id,
    hostInstitutionId: instrument.institutionId,
    capacity: instrument.capacity,
    inService: serviceLife(instrument),
    open: openIn(termsOf(rows.policies, window), instrument.zone),
    outages: [...rows.outages.map(outageFact), ...closing.flatMap(closureFact)],
    bookings: used.map(bookingFact),
    runs: [
      ...rows.runs.filter(run => !isClosure(run)).map(runFact),
      ...provisionalRuns(used, rows.runs, asOf),
    ],
    asOf,
  }
}

/** From the day of commissioning, where it is known, until it is retired. */
function serviceLife({ zone, commissionedOn, retiredAt }: ReportedInstrument): Span[] {
  const start = commissionedOn === null ? sinceEver : beginningOf(zone, commissionedOn)
  const end = retiredAt ?? toCome
  return start < end ? [{ start, end }] : []
}

const sinceEver = instant(0)
const toCome = instant(Number.MAX_SAFE_INTEGER)

const outageFact = (row: OutageRow): OutageFact => ({
  start: row.start,
  end: row.end,
  kind: row.kind === 'unplanned' ? 'unplanned' : 'planned',
})

/** The host's own maintenance and downtime, kept as bookings: nobody's use. */
const isClosure = ({ kind }: { readonly kind: BookingKind | null }) =>
  kind === 'maintenance' || kind === 'downtime'

/** It closes the instrument only where its time counts, and no longer than it really took. */
function closureFact(booking: BookingRow): OutageFact[] {
  const counts = lossOf({ ...booking, cancelledLate: false }) === 'earlyFinishSeconds'
  const end = instant(Math.min(booking.end, booking.checkedOutAt ?? booking.end))
  if (!counts || end <= booking.start) return []
  return [{ start: booking.start, end, kind: booking.kind === 'downtime' ? 'unplanned' : 'planned' }]
}

const bookingFact = (row: BookingRow): BookingFact => ({
  id: row.id,
  start: row.start,
  end: row.end,
  places: row.places,
  state: row.state,
  cancelledLate: row.state === 'cancelled' && row.cancelledLate,
  institutionId: row.institutionId,
  allianceId: row.allianceId,
})

const runFact = (row: RunRow): RunFact => ({
  id: row.id,
  bookingId: row.bookingId,
  start: row.start,
  end: row.end,
  places: row.places,
  institutionId: row.institutionId,
  allianceId: row.allianceId,
})

/** Use that goes on has no run yet: it counts from check-in until now. */
function provisionalRuns(bookings: readonly BookingRow[], runs: readonly RunRow[], asOf: Instant): RunFact[] {
  const written = new Set(runs.map(({ bookingId }) => bookingId))
  return bookings
    .filter(booking => booking.state === 'in_use' && !written.has(booking.id))
    .map(booking => ({ booking, start: booking.checkedInAt ?? booking.start }))
    .filter(({ start }) => start < asOf)
    .map(({ booking, start }) => ({ ...bookingFact(booking), bookingId: booking.id, start, end: asOf }))
}

type PolicyRow = Awaited<ReturnType<typeof policiesUpTo>>[number]
type OutageRow = Awaited<ReturnType<typeof outagesOver>>[number]
type BookingRow = Awaited<ReturnType<typeof bookingsOver>>[number]
type RunRow = Awaited<ReturnType<typeof runsOver>>[number]

/** Revisions in the order in which they came into force; of two that begin together the later one holds. */
const policiesUpTo = ({ q, t }: Reader, ids: readonly string[], end: Instant) =>
  q
    .select({
      instrumentId: t.policies.instrumentId,
      effectiveFrom: t.policies.effectiveFrom,
      rules: t.policies.rules,
    })
    .from(t.policies)
    .where(and(inArray(t.policies.instrumentId, [...ids]), lt(t.policies.effectiveFrom, end)))
    .orderBy(asc(t.policies.effectiveFrom), asc(t.policies.revision))

const outagesOver = ({ q, t }: Reader, ids: readonly string[], window: Span) =>
  q
    .select({
      instrumentId: t.outages.instrumentId,
      start: t.outages.start,
      end: t.outages.end,
      kind: t.outages.kind,
    })
    .from(t.outages)
    .where(
      and(
        inArray(t.outages.instrumentId, [...ids]),
        gt(t.outages.end, window.start),
        lt(t.outages.start, window.end),
        isNull(t.outages.retiredAt),
      ),
    )

const selectBookings = ({ q, t: { bookings: b } }: Reader) =>
  q
    .select({
      id: b.id,
      instrumentId: b.instrumentId,
      start: b.start,
      end: b.end,
      places: b.places,
      state: b.state,
      kind: b.kind,
      cancelledLate: b.cancelledLate,
      checkedInAt: b.checkedInAt,
      checkedOutAt: b.checkedOutAt,
      institutionId: b.institutionId,
      allianceId: b.allianceId,
    })
    .from(b)

interface BookingRead extends Span {
  readonly id: string
  readonly instrumentId: string
  readonly places: number
  readonly state: BookingState
  readonly kind: BookingKind
  readonly cancelledLate: boolean
  readonly checkedInAt: Instant | null
  readonly checkedOutAt: Instant | null
  readonly institutionId: string
  readonly allianceId: string | null
}

const bookingsOver = async (reader: Reader, ids: readonly string[], window: Span) => {
  const { bookings } = reader.t
  const isOver = and(gt(bookings.end, window.start), lt(bookings.start, window.end))
  const rows = await selectBookings(reader).where(and(inArray(bookings.instrumentId, [...ids]), isOver))
  return rows as BookingRead[]
}

/** Use that has gone on past its end and reaches into the window, though its booking does not. */
const overrunning = async (reader: Reader, ids: readonly string[], window: Span) => {
  const { bookings } = reader.t
  const isOver = and(eq(bookings.state, 'in_use'), lte(bookings.end, window.start))
  const rows = await selectBookings(reader).where(and(isOver, inArray(bookings.instrumentId, [...ids])))
  return rows as BookingRead[]
}

const runsOver = async ({ q, t: { runs, bookings } }: Reader, ids: readonly string[], window: Span) => {
  const rows = await q
    .select({
      id: runs.id,
      bookingId: runs.bookingId,
      instrumentId: runs.instrumentId,
      start: runs.start,
      end: runs.end,
      places: runs.places,
      institutionId: runs.institutionId,
      allianceId: runs.allianceId,
      kind: bookings.kind,
    })
    .from(runs)
    .leftJoin(bookings, eq(bookings.id, runs.bookingId))
    .where(and(inArray(runs.instrumentId, [...ids]), gt(runs.end, window.start), lt(runs.start, window.end)))
  return rows as (Omit<(typeof rows)[number], 'kind'> & { readonly kind: BookingKind | null })[]
}

const byInstrument = <Row extends { readonly instrumentId: string }>(rows: readonly Row[]) =>
  Map.groupBy(rows, row => row.instrumentId)
