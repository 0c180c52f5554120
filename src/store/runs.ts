import { and, asc, eq, gt, lt } from 'drizzle-orm'
import type { Span } from '../domain/span.ts'
import { first, type Reader, rowSlots, statement, type Tx } from './database.ts'
import type { Tables } from './schema/tables.ts'

export type RunRow = Tables['runs']['$inferSelect']

const add = statement<RunRow>()('runs.add', (q, t) => q.insert(t.runs).values(rowSlots<RunRow>(t.runs)))

export const addRun = async (tx: Tx, row: RunRow) => {
  await tx.run(add, row)
}

export const findRun = async (reader: Reader, id: string): Promise<RunRow | undefined> =>
  first(await reader.q.select().from(reader.t.runs).where(eq(reader.t.runs.id, id)))

export const runOfBooking = async (reader: Reader, bookingId: string): Promise<RunRow | undefined> =>
  first(await reader.q.select().from(reader.t.runs).where(eq(reader.t.runs.bookingId, bookingId)))

export type RunChange = Partial<Omit<RunRow, 'id' | 'version' | 'createdAt'>>

/** Stores a change of the version read; undefined when someone else was first. */
export const changeRun = async (
  tx: Tx,
  run: Pick<RunRow, 'id' | 'version'>,
  change: RunChange,
): Promise<RunRow | undefined> => {
  const { runs } = tx.t
  return first(
    await tx.q
      .update(runs)
      .set({ ...change, version: run.version + 1 })
      .where(and(eq(runs.id, run.id), eq(runs.version, run.version)))
      .returning(),
  )
}

/** Runs of an instrument that touch a span, by start. */
export const runsWithin = (
  reader: Reader,
  instrumentId: string,
  within: Span,
  limit: number,
): Promise<RunRow[]> => {
  const { runs } = reader.t
  return reader.q
    .select()
    .from(runs)
    .where(and(eq(runs.instrumentId, instrumentId), gt(runs.end, within.start), lt(runs.start, within.end)))
    .orderBy(asc(runs.start), asc(runs.id))
    .limit(limit)
}
