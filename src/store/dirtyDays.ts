import { sql } from 'drizzle-orm'
import type { Span } from '../domain/span.ts'
import type { Day } from '../domain/units.ts'
import { localDaysOf } from '../domain/zone.ts'
import { statement, type Tx } from './database.ts'

const mark = statement<{ instrumentId: string; day: Day }>()('dirtyDays.mark', (q, t, v) =>
  q
    .insert(t.dirtyDays)
    .values({ instrumentId: v.instrumentId, day: v.day, mark: 1 })
    .onConflictDoUpdate({
      target: [t.dirtyDays.instrumentId, t.dirtyDays.day],
      set: { mark: sql`${t.dirtyDays.mark} + 1` },
    }),
)

/** Marks every local day that a change touches, in its own transaction: its rollup no longer holds. */
export async function markDirty(
  tx: Tx,
  instrument: { readonly id: string; readonly zone: string },
  touched: Span,
) {
  for (const day of localDaysOf(instrument.zone, touched)) {
    await tx.run(mark, { instrumentId: instrument.id, day })
  }
}
