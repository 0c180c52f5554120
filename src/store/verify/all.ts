import { sql } from 'drizzle-orm'
import type { Instant } from '../../domain/units.ts'
import type { Reader } from '../database.ts'
import { balances } from './balances.ts'
import { chain } from './chain.ts'
import type { Check, Fault } from './check.ts'
import { holds } from './holds.ts'
import { periods } from './periods.ts'
import { places } from './places.ts'
import { rollups } from './rollups.ts'

/** Every check of `jishi verify`, one line each. */
const ALL_CHECKS: readonly Check[] = [balances, periods, holds, places, chain, rollups]

export interface VerifyQuestion {
  readonly now: Instant
  /** Told now and then how far it is. */
  readonly progress: (done: number, total: number) => void
}

/**
 * Recomputes everything that the books promise from the raw rows and gives what is wrong. Reads only, in
 * pages; hand it the reader of a snapshot, so that a server may go on writing beside it. Nothing given means
 * nothing wrong.
 */
export async function* verifyAll(reader: Reader, question: VerifyQuestion): AsyncGenerator<Fault> {
  const total = await rowsToRead(reader)
  let done = 0
  const advance = (rows: number) => {
    done = Math.min(done + rows, total)
    question.progress(done, total)
  }
  for (const check of ALL_CHECKS) yield* check({ reader, now: question.now, advance })
}

/**
 * Near enough for a bar: rows are read once for balances and once for the chain, bookings for holds and for
 * places.
 */
async function rowsToRead({ q, t }: Reader): Promise<number> {
  const rows = sql<number>`count(*)`.mapWith(Number)
  const [transfers] = await q.select({ rows }).from(t.transfers)
  const [bookings] = await q.select({ rows }).from(t.bookings)
  return 2 * ((transfers?.rows ?? 0) + (bookings?.rows ?? 0))
}
