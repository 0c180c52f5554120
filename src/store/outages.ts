import { and, eq, gt, isNull, lt } from 'drizzle-orm'
import type { Instant } from '../domain/units.ts'
import { type Reader, statement } from './database.ts'
import type { Tables } from './schema/tables.ts'

export type OutageRow = Tables['outages']['$inferSelect']

/** More outages than this in one window of one instrument are not told apart. */
export const outagesWithinMax = 1000

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
