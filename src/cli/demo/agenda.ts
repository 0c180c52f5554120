import type { Context } from '../../context.ts'
import { type Instant, millisecondsPerSecond, plusSeconds } from '../../domain/units.ts'
import { sweepBookings } from '../../operations/bookings/sweep.ts'

/** A clock that the demonstration moves through its months. */
export interface MovableClock {
  now(): Instant
  moveTo(at: Instant): void
}

export const tickSeconds = 1800
const sweepEveryTicks = 24

interface Act {
  readonly at: Instant
  readonly run: () => Promise<unknown>
}

/** What is to happen when, by half hours. What is added while living it is lived too. */
export class Agenda {
  readonly start: Instant
  readonly #acts = new Map<number, Act[]>()

  constructor(start: Instant) {
    this.start = start
  }

  add(act: Act) {
    const tick = this.#tickOf(act.at)
    const acts = this.#acts.get(tick)
    if (acts === undefined) this.#acts.set(tick, [act])
    else acts.push(act)
  }

  /** Ends with the clock at `until` and with everything done that time has made due. */
  async live(context: Context & { readonly clock: MovableClock }, until: Instant) {
    for (let tick = 0; tick <= this.#tickOf(until); tick++) {
      const at = plusSeconds(this.start, tick * tickSeconds)
      context.clock.moveTo(at < until ? at : until)
      if (tick % sweepEveryTicks === 0) await sweepBookings(context)
      await Promise.all((this.#acts.get(tick) ?? []).map(act => act.run()))
    }
    context.clock.moveTo(until)
    await sweepBookings(context)
  }

  /** Moments before the start are lived at the start. */
  #tickOf(at: Instant): number {
    return Math.max(0, Math.ceil((at - this.start) / (tickSeconds * millisecondsPerSecond)))
  }
}
