import { and, count, eq, gt, inArray, lt, not, or, type SQL, sql } from 'drizzle-orm'
import type { BookingState } from '../../domain/booking.ts'
import { isOfClosedMonths } from '../../domain/report/reach.ts'
import type { InstrumentChoice } from '../../domain/report/report.ts'
import type { Span } from '../../domain/span.ts'
import { type Instant, millisecondsPerSecond } from '../../domain/units.ts'
import { first, type Reader } from '../database.ts'
import type { LongReader } from '../longRead.ts'
import { afterId, equalsIfGiven, type Page } from '../search.ts'
import { isHosted, isReported } from './instruments.ts'

/** The states in which a booking reserves time in a report; late cancellations beside them. */
const RESERVING: readonly BookingState[] = ['confirmed', 'in_use', 'completed', 'no_show']

/** Which figure is opened: the bookings of these instruments in this window, of one user or of all. */
interface FigureChoice extends InstrumentChoice {
  readonly window: Span
  readonly viewerId: string
  readonly userInstitutionId: string | null
  /** The alliance that stands for the bookings. */
  readonly userAllianceId: string | null
}

/** A booking behind a figure, as its host or booker may see it. Seconds are cut to the window. */
export interface BookingBehind {
  readonly id: string
  readonly instrumentId: string
  readonly zone: string
  readonly start: Instant
  readonly end: Instant
  readonly state: BookingState
  readonly places: number
  readonly institutionId: string
  readonly allianceId: string | null
  readonly projectId: string | null
  readonly bookedSeconds: number
  readonly usedSeconds: number
}

/** Bookings of which no more is told than how many and how long. */
interface BookingSum {
  readonly bookings: number
  readonly bookedSeconds: number
  readonly usedSeconds: number
  /** Institutions among them; a reader of the alliance only is told no sum of too few. */
  readonly institutions: number
}

/** A figure to be opened, as plain data that can be sent to another thread. */
export interface FigureQuestion extends FigureChoice, Page {
  readonly asOf: Instant
}

/**
 * The bookings behind a figure: those the reader may see, a page of them, and the rest as sums or not told.
 */
export interface OpenedFigure {
  readonly seen: readonly BookingBehind[]
  readonly rest: Omit<BookingSum, 'institutions'> | null
}

/** A sum over fewer institutions would tell one of them what another one does. */
const institutionsMin = 3

/**
 * Opens a figure. Who sees an alliance's shares only is told the rest of one member's bookings for closed
 * months, and otherwise no sum of fewer than three institutions.
 */
export const openFigure: LongReader<FigureQuestion, OpenedFigure> = async (reader, question) => {
  const { reach, allianceId } = question
  const isShare = reach.allianceId !== null && reach.allianceId === allianceId && !reach.hosts.everywhere
  const seen = await bookingsBehind(reader, question)
  const { institutions, ...rest } = await restBehind(reader, {
    ...question,
    userAllianceId: isShare ? allianceId : question.userAllianceId,
  })
  const isTold = !isShare || institutions >= institutionsMin || (await isOfClosed(reader, question))
  return { seen, rest: isTold ? rest : null }
}

async function isOfClosed({ q, t }: Reader, { allianceId, window, asOf }: FigureQuestion): Promise<boolean> {
  const found = await q
    .select({ zone: t.alliances.zone })
    .from(t.alliances)
    .where(eq(t.alliances.id, allianceId ?? ''))
  const zone = first(found)?.zone
  return zone !== undefined && isOfClosedMonths(zone, window, asOf)
}

/** A page of the bookings behind a figure that the reader may see, in order of id. */
async function bookingsBehind(reader: Reader, choice: FigureChoice & Page): Promise<BookingBehind[]> {
  const { q, t } = reader
  const { bookings: b, instruments: i, runs } = t
  return q
    .select({
      id: b.id,
      instrumentId: b.instrumentId,
      zone: i.zone,
      start: b.start,
      end: b.end,
      state: b.state,
      places: b.places,
      institutionId: b.institutionId,
      allianceId: b.allianceId,
      projectId: b.projectId,
      bookedSeconds: secondsWithin(b, choice.window).mapWith(Number),
      usedSeconds: sql`coalesce(${secondsWithin(runs, choice.window)}, 0)`.mapWith(Number),
    })
    .from(b)
    .innerJoin(i, eq(i.id, b.instrumentId))
    .leftJoin(runs, eq(runs.bookingId, b.id))
    .where(and(isBehind(reader, choice), isSeen(reader, choice), afterId(b.id, choice)))
    .orderBy(b.id)
    .limit(choice.limit)
}

/** The rest behind the figure: what the reader may not see, as a count and sums. */
async function restBehind(reader: Reader, choice: FigureChoice): Promise<BookingSum> {
  const { q, t } = reader
  const { bookings: b, instruments: i, runs } = t
  const seen = isSeen(reader, choice)
  const found = await q
    .select({
      bookings: count(),
      bookedSeconds: sql`coalesce(sum(${secondsWithin(b, choice.window)}), 0)`.mapWith(Number),
      usedSeconds: sql`coalesce(sum(${secondsWithin(runs, choice.window)}), 0)`.mapWith(Number),
      institutions: sql`count(distinct ${b.institutionId})`.mapWith(Number),
    })
    .from(b)
    .innerJoin(i, eq(i.id, b.instrumentId))
    .leftJoin(runs, eq(runs.bookingId, b.id))
    .where(and(isBehind(reader, choice), seen === undefined ? sql`1 = 0` : not(seen)))
  return first(found) ?? { bookings: 0, bookedSeconds: 0, usedSeconds: 0, institutions: 0 }
}

function isBehind(reader: Reader, choice: FigureChoice): SQL | undefined {
  const { bookings: b } = reader.t
  return and(
    gt(b.end, choice.window.start),
    lt(b.start, choice.window.end),
    inArray(b.kind, ['use', 'special']),
    or(inArray(b.state, [...RESERVING]), and(eq(b.state, 'cancelled'), eq(b.cancelledLate, true))),
    equalsIfGiven(b.institutionId, choice.userInstitutionId ?? undefined),
    equalsIfGiven(b.allianceId, choice.userAllianceId ?? undefined),
    isReported(reader, choice),
  )
}

/** Own bookings and those on instruments of the reader's house; undefined: all of them. */
function isSeen(reader: Reader, { reach, viewerId }: FigureChoice): SQL | undefined {
  const { bookings: b } = reader.t
  const hosted = isHosted(reader, reach)
  return hosted && or(hosted, eq(b.personId, viewerId), eq(b.bookedById, viewerId))
}

type Timed =
  | Pick<Reader['t']['bookings'], 'start' | 'end' | 'places'>
  | Pick<Reader['t']['runs'], 'start' | 'end' | 'places'>

/** Place-seconds of a row inside the window, without what neither engine shares (`min` of two, `least`). */
function secondsWithin({ start, end, places }: Timed, window: Span): SQL {
  const from = sql`case when ${start} > ${raw(window.start)} then ${start} else ${raw(window.start)} end`
  const to = sql`case when ${end} < ${raw(window.end)} then ${end} else ${raw(window.end)} end`
  const length = sql`((${to}) - (${from}))`
  const seconds = sql`${length} / ${raw(millisecondsPerSecond)}`
  return sql`${places} * (case when ${length} > 0 then ${seconds} else 0 end)`
}

/** Our own whole numbers stand in the text: a bound one has no type of its own in such an expression. */
const raw = (wholeNumber: number) => sql.raw(String(wholeNumber))
