import { and, asc, eq, gt, gte, inArray, isNull, lt, lte, min, ne, or, sql } from 'drizzle-orm'
import type { DayRange, DayRollup } from '../../domain/report/rollup.ts'
import type { Day, Instant } from '../../domain/units.ts'
import { first, type Reader, type Tx } from '../database.ts'
import type { Tables } from '../schema/tables.ts'
import { type ReportedInstrument, selectReported } from './instruments.ts'
import { userRow } from './rollups.ts'

export type RollupHead = Tables['rollupHeads']['$inferSelect']

/** Rows of one insert: far below what either engine binds. */
const rowsPerInsert = 200

/** What is due for one round of the job. */
interface Due {
  readonly now: Instant
  readonly definitions: string
  readonly limit: number
}

/** Instruments with a day that is over and not rolled up, or with no head under these definitions, by id. */
export const instrumentsDue = async (
  { q, t }: Reader,
  { now, definitions, limit }: Due,
): Promise<string[]> => {
  const { instruments: i, rollupHeads: h } = t
  // A day that begins after an instrument was retired is empty.
  const isInService = or(isNull(i.retiredAt), sql`${h.dueAt} - ${dayShortestMilliseconds} < ${i.retiredAt}`)
  const rows = await q
    .select({ id: i.id })
    .from(i)
    .leftJoin(h, eq(h.instrumentId, i.id))
    .where(
      and(
        eq(i.publication, 'published'),
        or(isNull(h.instrumentId), ne(h.definitions, definitions), and(lte(h.dueAt, now), isInService)),
      ),
    )
    .orderBy(asc(i.id))
    .limit(limit)
  return rows.map(row => row.id)
}

const dayShortestMilliseconds = 23 * 3_600_000

/** Instruments with dirty days among those that were rolled up or lie before them, by id. */
export const instrumentsDirty = async (
  { q, t }: Reader,
  { limit }: Pick<Due, 'limit'>,
): Promise<string[]> => {
  const { dirtyDays: d, rollupHeads: h } = t
  const rows = await q
    .selectDistinct({ id: h.instrumentId })
    .from(h)
    .innerJoin(d, and(eq(d.instrumentId, h.instrumentId), lt(d.day, h.nextDay)))
    .orderBy(asc(h.instrumentId))
    .limit(limit)
  return rows.map(row => row.id)
}

export const findReported = async (reader: Reader, id: string): Promise<ReportedInstrument | undefined> =>
  first(await selectReported(reader.q, reader.t).where(eq(reader.t.instruments.id, id)))

export const findHead = async ({ q, t }: Reader, instrumentId: string): Promise<RollupHead | undefined> =>
  first(await q.select().from(t.rollupHeads).where(eq(t.rollupHeads.instrumentId, instrumentId)))

export const putHead = async (tx: Tx, head: RollupHead) => {
  const { rollupHeads } = tx.t
  await tx.q
    .insert(rollupHeads)
    .values(head)
    .onConflictDoUpdate({ target: rollupHeads.instrumentId, set: head })
}

/** The marks of an instrument's dirty days in a range, in order of day. */
export const marksIn = ({ q, t }: Reader, instrumentId: string, { from, before }: DayRange) =>
  q
    .select({ day: t.dirtyDays.day, mark: t.dirtyDays.mark })
    .from(t.dirtyDays)
    .where(
      and(
        eq(t.dirtyDays.instrumentId, instrumentId),
        gte(t.dirtyDays.day, from),
        lt(t.dirtyDays.day, before),
      ),
    )
    .orderBy(asc(t.dirtyDays.day))

/** A dirty day as it was seen. */
export interface SeenMark {
  readonly day: Day
  readonly mark: number
}

/** Clears a mark unless the day was marked again since it was seen. */
export const clearMark = async ({ q, t }: Tx, instrumentId: string, { day, mark }: SeenMark) => {
  const { dirtyDays: d } = t
  await q.delete(d).where(and(eq(d.instrumentId, instrumentId), eq(d.day, day), eq(d.mark, mark)))
}

/** The earliest moment at which anything was booked, used or down on an instrument. */
export async function earliestUse({ q, t }: Reader, instrumentId: string): Promise<Instant | undefined> {
  const starts: Instant[] = []
  for (const table of [t.bookings, t.runs, t.outages]) {
    const found = await q
      .select({ start: min(table.start) })
      .from(table as Tables['runs'])
      .where(eq(table.instrumentId, instrumentId))
    const start = first(found)?.start ?? null
    if (start !== null) starts.push(start)
  }
  return starts.toSorted((a, b) => a - b)[0]
}

/** When the earliest use that has gone on past its end was to end; its days may still be cut. */
export const earliestOverrun = async ({ q, t }: Reader, instrumentId: string, now: Instant) => {
  const { bookings: b } = t
  const isOverrun = and(eq(b.instrumentId, instrumentId), eq(b.state, 'in_use'), lte(b.end, now))
  const found = await q.select({ end: b.end }).from(b).where(isOverrun).orderBy(asc(b.end)).limit(1)
  return first(found)?.end
}

/** Stores days of one instrument in place of what was there. */
export async function putDays(tx: Tx, instrumentId: string, days: readonly DayRollup[]) {
  const { q, t } = tx
  const names = days.map(({ day }) => day)
  const of = (table: Tables['dayRollups'] | Tables['userDayRollups']) =>
    and(eq(table.instrumentId, instrumentId), inArray(table.day, names))
  await q.delete(t.dayRollups).where(of(t.dayRollups))
  await q.delete(t.userDayRollups).where(of(t.userDayRollups))
  const own = days.map(({ day, figures }) => ({ instrumentId, day, ...figures.total }))
  const users = days.flatMap(({ day, figures }) =>
    figures.users.map(user => ({ instrumentId, day, ...userRow(user) })),
  )
  for (const part of chunks(own)) await q.insert(t.dayRollups).values(part)
  for (const part of chunks(users)) await q.insert(t.userDayRollups).values(part)
}

function chunks<Row>(rows: readonly Row[]): Row[][] {
  const parts: Row[][] = []
  for (let from = 0; from < rows.length; from += rowsPerInsert)
    parts.push(rows.slice(from, from + rowsPerInsert))
  return parts
}

/**
 * Throws away all rollups of an instrument, so that they are made anew: for a change that reaches back over
 * all its days, such as its places or the day of commissioning. Reports read raw rows meanwhile.
 */
export async function forgetRollups({ q, t }: Tx, instrumentId: string) {
  for (const table of [t.dayRollups, t.userDayRollups, t.monthRollups, t.userMonthRollups, t.rollupHeads]) {
    await q.delete(table).where(eq(table.instrumentId, instrumentId))
  }
}

/** Heads in order of instrument. */
export const headsAfter = ({ q, t }: Reader, after: string, limit: number): Promise<RollupHead[]> =>
  q
    .select()
    .from(t.rollupHeads)
    .where(gt(t.rollupHeads.instrumentId, after))
    .orderBy(asc(t.rollupHeads.instrumentId))
    .limit(limit)
