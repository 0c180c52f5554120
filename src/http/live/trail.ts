import type { Context } from '../../context.ts'
import { leastIdAt } from '../../domain/identifiers.ts'
import { type Instant, plusSeconds } from '../../domain/units.ts'
import { auditPrefix, watchedLinesMax, watchedLinesSince } from '../../store/audit.ts'
import { type Change, changesOf } from '../../store/changes.ts'

/** Two clocks of one site are not further apart, and most transactions are shorter. */
const nearSeconds = 5

/** A line may appear so late: a transaction takes up to 20 s, and clocks differ by seconds. */
export const overlapSeconds = 30

/** Looking far back costs more and finds little: it is done every so many times. */
const readsPerFarOne = 4

export interface News {
  readonly changes: readonly Change[]
  /** More happened than is looked through: there are changes that are not told. */
  readonly overflowed: boolean
}

/**
 * Reads the audit as it grows, each line once. Ids sort by the moment they were made, not by that of their
 * commit, so that each reading goes back over the time in which a line may still appear, and leaves out what
 * it has seen.
 */
export class Trail {
  readonly #context: Context
  readonly #seen = new Set<string>()
  #readAt: Instant
  #reads = 0

  constructor(context: Context) {
    this.#context = context
    this.#readAt = context.clock.now()
  }

  /** All that was committed until this moment, but for what is still under way, has been read. */
  get position(): Instant {
    return this.#readAt
  }

  async next(): Promise<News> {
    const { db, clock } = this.#context
    const now = clock.now()
    const far = this.#reads++ % readsPerFarOne === 0
    const since = plusSeconds(this.#readAt, far ? -overlapSeconds : -nearSeconds)
    const lines = await watchedLinesSince(db.read, since)
    const fresh = lines.filter(({ id }) => !this.#seen.has(id))
    const changes = await changesOf(db.read, fresh)
    for (const { id } of fresh) this.#seen.add(id)
    if (far) this.#forgetBefore(since)
    this.#readAt = now
    return { changes, overflowed: fresh.length > 0 && lines.length === watchedLinesMax }
  }

  #forgetBefore(moment: Instant) {
    const leastId = leastIdAt(auditPrefix, moment)
    for (const id of this.#seen) if (id < leastId) this.#seen.delete(id)
  }
}
