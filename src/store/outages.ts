import { and, eq, gt, isNull, lt } from 'drizzle-orm'
import type { Instant } from '../domain/units.ts'
import { first, type Reader, statement, type Tx } from './database.ts'
import type { Tables } from './schema/tables.ts'
import { afterId, type Page } from './search.ts'

export type OutageRow = Tables['outages']['$inferSelect']

/** More outages than this in one window of one instrument are not told apart. */
const outagesWithinMax = 1000

type Window = { readonly instrumentId: string; readonly start: Instant; readonly end: Instant }

const within = statement<Window>()('outages.within', (q, t, v) =>
  q
    .select()
    .from(t.outages)
    .where(
      and(
        eq(t.outages.instrumentId, v.instrumentId),
        gt(t.outages.end, v.start),
        lt(t.outages.start, v.end),
        isNull(t.outages.retiredAt),
      ),
    )
    .orderBy(t.outages.id)
    .limit(outagesWithinMax),
)

/** The outages that share time with [start, end), retired ones left out. */
export const outagesWithin = async (reader: Reader, window: Window): Promise<readonly OutageRow[]> =>
  reader.run(within, window)

export const findOutage = async (reader: Reader, id: string): Promise<OutageRow | undefined> =>
  first(await reader.q.select().from(reader.t.outages).where(eq(reader.t.outages.id, id)))

export interface OutageFilter extends Page {
  readonly instrumentId: string
  readonly endsAfter?: Instant | undefined
  readonly startsBefore?: Instant | undefined
}

/** Outages of an instrument, retired ones left out, in order of id. */
export const listOutages = ({ q, t }: Reader, filter: OutageFilter): Promise<OutageRow[]> =>
  q
    .select()
    .from(t.outages)
    .where(
      and(
        eq(t.outages.instrumentId, filter.instrumentId),
        filter.endsAfter === undefined ? undefined : gt(t.outages.end, filter.endsAfter),
        filter.startsBefore === undefined ? undefined : lt(t.outages.start, filter.startsBefore),
        isNull(t.outages.retiredAt),
        afterId(t.outages.id, filter),
      ),
    )
    .orderBy(t.outages.id)
    .limit(filter.limit)

export const insertOutage = async (tx: Tx, outage: OutageRow) => {
  await tx.q.insert(tx.t.outages).values(outage)
}

/** The outage as changed, or undefined when it no longer has this version. */
export const updateOutage = async (
  tx: Tx,
  at: { readonly id: string; readonly version: number },
  changes: Partial<Pick<OutageRow, 'start' | 'end' | 'kind' | 'reason' | 'retiredAt'>>,
): Promise<OutageRow | undefined> =>
  first(
    await tx.q
      .update(tx.t.outages)
      .set({ ...changes, version: at.version + 1 })
      .where(and(eq(tx.t.outages.id, at.id), eq(tx.t.outages.version, at.version)))
      .returning(),
  )
