import { and, eq, gt, inArray, lt, type SQL } from 'drizzle-orm'
import type { StaffPlaces } from '../domain/staffPlaces.ts'
import type { Instant } from '../domain/units.ts'
import { first, type Reader, rowSlots, statement, type Tx } from './database.ts'
import type { Tables } from './schema/tables.ts'
import { afterId, equalsIfGiven, type Page } from './search.ts'
import { instrumentsKept } from './staff.ts'

export type RunRow = Tables['runs']['$inferSelect']

const add = statement<RunRow>()('runs.add', (q, t) => q.insert(t.runs).values(rowSlots<RunRow>(t.runs)))

export const addRun = async (tx: Tx, row: RunRow) => {
  await tx.run(add, row)
}

export const findRun = async (reader: Reader, id: string): Promise<RunRow | undefined> =>
  first(await reader.q.select().from(reader.t.runs).where(eq(reader.t.runs.id, id)))

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

export interface RunFilter extends Page {
  readonly viewerId: string
  readonly staff: StaffPlaces
  readonly instrumentId?: string | undefined
  readonly bookingId?: string | undefined
  readonly from?: Instant | undefined
  readonly to?: Instant | undefined
}

/** The viewer's own runs and those on instruments of which they are staff, by id. */
export const listRuns = (reader: Reader, filter: RunFilter) => {
  const { runs, instruments } = reader.t
  const wanted = and(
    equalsIfGiven(runs.instrumentId, filter.instrumentId),
    equalsIfGiven(runs.bookingId, filter.bookingId),
    filter.from === undefined ? undefined : gt(runs.end, filter.from),
    filter.to === undefined ? undefined : lt(runs.start, filter.to),
    afterId(runs.id, filter),
  )
  return reader.q
    .select({ run: runs, zone: instruments.zone })
    .from(runs)
    .innerJoin(instruments, eq(instruments.id, runs.instrumentId))
    .where(filter.staff.everywhere ? wanted : inArray(runs.id, idsSeen(reader, filter, wanted)))
    .orderBy(runs.id)
    .limit(filter.limit)
}

/** A page of ids for each reason to see a run, so that each is found by an index of its own. */
const idsSeen = (reader: Reader, { viewerId, staff, limit }: RunFilter, wanted?: SQL) => {
  const { q, t } = reader
  const { id, personId, instrumentId } = t.runs
  const pageWhere = (reason: SQL, name: string) =>
    q.select({ id }).from(t.runs).where(and(reason, wanted)).orderBy(id).limit(limit).as(name)
  const own = q.select().from(pageWhere(eq(personId, viewerId), 'own'))
  const kept = instrumentsKept(reader, staff)
  if (kept === undefined) return own
  return own.union(q.select().from(pageWhere(inArray(instrumentId, kept), 'kept')))
}
