import type { Instant } from './domain/units.ts'
import type { Database } from './store/database.ts'

export interface Clock {
  readonly now: () => Instant
}

export interface Log {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** What every operation is handed: where the data is, what time it is, how a new thing is named. */
export interface Context {
  readonly db: Database
  /**
   * Where a thread of its own can open the database for a long read; left out, such reads run in this one.
   */
  readonly url?: string
  readonly clock: Clock
  /** By whose dates people belong and are appointed, on every node the same: an IANA zone. */
  readonly zone: string
  /** A new opaque id that sorts by time: `bkg_…`. */
  readonly newId: (prefix: string) => string
  readonly log: Log
}
