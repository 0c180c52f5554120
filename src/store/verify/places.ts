import { and, asc, eq, gt, gte, or } from 'drizzle-orm'
import { isLive } from '../../domain/booking.ts'
import type { Instant } from '../../domain/units.ts'
import type { Reader } from '../database.ts'
import { type Check, type Fault, inPages, pagesById, verifyPageRows } from './check.ts'

/**
 * No two live bookings share an instant of an exclusive instrument, and at no instant are more places of a
 * shared one taken than it has. A capacity that was lowered later counts for what has not ended yet.
 */
export const places: Check = async function* ({ reader, now, advance }) {
  for await (const instruments of pagesById(id => instrumentsAfter(reader, id), advance)) {
    for (const instrument of instruments) {
      const sweep = instrument.exclusive ? new Apart(instrument) : new Together(instrument, now)
      const pages = {
        start: undefined,
        read: (last: Claim | undefined) => liveAfter(reader, instrument.id, last),
        keyOf: (claim: Claim): Claim | undefined => claim,
      }
      for await (const page of inPages<Claim | undefined, Claim>(pages, advance)) {
        for (const booking of page) yield* sweep.next(booking)
      }
    }
  }
  for await (const page of pagesById(id => statesAfter(reader, id), advance)) {
    for (const { id, state, live } of page) {
      if (live === isLive(state)) continue
      yield {
        fault: 'live-differs',
        noun: 'booking',
        id,
        expected: String(isLive(state)),
        found: String(live),
      }
    }
  }
}

const instrumentsAfter = ({ q, t }: Reader, id: string) =>
  q
    .select({ id: t.instruments.id, exclusive: t.instruments.exclusive, capacity: t.instruments.capacity })
    .from(t.instruments)
    .where(gt(t.instruments.id, id))
    .orderBy(asc(t.instruments.id))
    .limit(verifyPageRows)

interface Sized {
  readonly id: string
  readonly capacity: number
}

interface Claim {
  readonly id: string
  readonly start: Instant
  readonly occupiedUntil: Instant
  readonly places: number
}

const liveAfter = ({ q, t }: Reader, instrumentId: string, last: Claim | undefined): Promise<Claim[]> => {
  const { bookings: b } = t
  const after =
    last &&
    and(
      gte(b.start, last.start),
      or(gt(b.start, last.start), and(eq(b.start, last.start), gt(b.id, last.id))),
    )
  return q
    .select({ id: b.id, start: b.start, occupiedUntil: b.occupiedUntil, places: b.places })
    .from(b)
    .where(and(eq(b.instrumentId, instrumentId), eq(b.live, true), after))
    .orderBy(asc(b.start), asc(b.id))
    .limit(verifyPageRows)
}

const statesAfter = ({ q, t }: Reader, id: string) =>
  q
    .select({ id: t.bookings.id, state: t.bookings.state, live: t.bookings.live })
    .from(t.bookings)
    .where(gt(t.bookings.id, id))
    .orderBy(asc(t.bookings.id))
    .limit(verifyPageRows)

/** Bookings of an exclusive instrument in order of start: each begins when all before it have ended. */
class Apart {
  readonly #instrument: Sized
  #latest: Claim | undefined

  constructor(instrument: Sized) {
    this.#instrument = instrument
  }

  *next(claim: Claim): Generator<Fault> {
    const before = this.#latest
    if (before !== undefined && claim.start < before.occupiedUntil) {
      yield {
        fault: 'overlap',
        noun: 'booking',
        id: claim.id,
        expected: this.#instrument.id,
        found: before.id,
      }
    }
    if (before === undefined || claim.occupiedUntil > before.occupiedUntil) this.#latest = claim
  }
}

/** Bookings of a shared instrument in order of start: places taken rise only where one begins. */
class Together {
  readonly #instrument: Sized
  readonly #now: Instant
  #running: Claim[] = []

  constructor(instrument: Sized, now: Instant) {
    this.#instrument = instrument
    this.#now = now
  }

  *next(claim: Claim): Generator<Fault> {
    if (claim.occupiedUntil <= this.#now) return
    this.#running = [...this.#running.filter(other => other.occupiedUntil > claim.start), claim]
    const taken = this.#running.reduce((sum, other) => sum + other.places, 0)
    const { capacity } = this.#instrument
    if (taken > capacity) {
      yield { fault: 'capacity-exceeded', noun: 'booking', id: claim.id, expected: capacity, found: taken }
    }
  }
}
