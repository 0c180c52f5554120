import type { Context } from '../context.ts'
import { plusSeconds, secondsPerDay } from '../domain/units.ts'
import { forgetIdempotencyRecords } from '../store/idempotency.ts'

const keysKeptSeconds = 30 * secondsPerDay

/** Forgets Idempotency-Keys after thirty days; a caller that retries later is taken as new. */
export function forgetOldKeys(context: Context): Promise<number> {
  const before = plusSeconds(context.clock.now(), -keysKeptSeconds)
  return context.db.transact(tx => forgetIdempotencyRecords(tx, before))
}
