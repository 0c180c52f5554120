import { randomInt } from 'node:crypto'
import type { Context } from '../context.ts'
import { instantText } from '../contract/common.ts'
import { type Alternative, nearestAlternatives } from '../domain/alternatives.ts'
import { isTimeRefusal } from '../domain/lifting.ts'
import type { Refusal } from '../domain/refusal.ts'
import { type Span, span } from '../domain/span.ts'
import { type Instant, millisecondsPerSecond, plusSeconds, secondsPerDay } from '../domain/units.ts'
import { timeOf } from '../store/availability.ts'
import { instrumentForBooking, type InstrumentForBooking, poolInstruments } from '../store/instruments.ts'

const shownMax = 5
const enough = 3
const lookBackDays = 3
const lookAheadDays = 14
/** Where the near days offer too little, the search goes on from now for as long as this. */
const lookFarDays = 92
/** How far a crowd is spread: every loser of the last seconds widens the choice by some candidates. */
const windowLeast = 48
const windowPerLoser = 12
const windowMost = 2_000
const crowdMilliseconds = 60_000

export interface Wish extends Span {
  readonly instrumentId: string | null
  readonly poolId: string | null
  readonly places: number
}

/**
 * Near free spans for those whose time was refused, on the same instrument, then on others of its pool. One
 * person gets the nearest. A crowd that loses the same slot is spread: what was offered first to somebody in
 * the last seconds is not offered first again, and the more have lost, the wider the choice.
 */
export class AlternativeFinder {
  readonly #context: Context
  readonly #offered = new Map<string, Map<string, Instant>>()

  constructor(context: Context) {
    this.#context = context
  }

  /** At most five, and three where they exist; none when the refusal is not about time or place. */
  async find(wish: Wish, refusals: readonly Refusal[]): Promise<Alternative[]> {
    if (!refusals.every(refusal => isTimeRefusal(refusal.code))) return []
    const units = await this.#unitsFor(wish)
    const now = this.#context.clock.now()
    const crowd = this.#crowdAt(wish.poolId ?? units[0]?.poolId ?? wish.instrumentId ?? '', now)
    const limit = Math.min(windowMost, windowLeast + windowPerLoser * crowd.size)
    const within = async (window: Span) => {
      const free = await timeOf(this.#context.db.read, units, { window, places: wish.places })
      return nearestAlternatives(free, { wanted: wish, preferredId: wish.instrumentId, now, limit })
    }
    const near = await within(nearWindow(wish, now))
    if (near.length >= enough) return spread(near, crowd, now)
    return spread(await within(span(now, plusSeconds(now, lookFarDays * secondsPerDay))), crowd, now)
  }

  async #unitsFor(wish: Wish): Promise<readonly InstrumentForBooking[]> {
    const { read } = this.#context.db
    if (wish.poolId !== null) return poolInstruments(read, { poolId: wish.poolId })
    const asked = await instrumentForBooking(read, { instrumentId: wish.instrumentId ?? '' })
    if (asked === undefined || asked.poolId === null) return asked === undefined ? [] : [asked]
    return poolInstruments(read, { poolId: asked.poolId })
  }

  /** What has been offered first in the last seconds to others who wanted the same pool or instrument. */
  #crowdAt(place: string, now: Instant): Map<string, Instant> {
    for (const [each, offers] of this.#offered) {
      for (const [key, at] of offers) if (at + crowdMilliseconds < now) offers.delete(key)
      if (offers.size === 0) this.#offered.delete(each)
    }
    const crowd = this.#offered.get(place) ?? new Map<string, Instant>()
    this.#offered.set(place, crowd)
    return crowd
  }
}

/** Some days about the time wanted, or about now when that has passed. */
function nearWindow(wish: Wish, now: Instant): Span {
  const days = (count: number) => count * secondsPerDay * millisecondsPerSecond
  const wanted = Math.max(now, wish.start)
  const until = Math.min(Math.max(now, wish.end), wanted + days(lookFarDays)) + days(lookAheadDays)
  return span(Math.max(now, wanted - days(lookBackDays)), until)
}

const keyOf = (each: Alternative) => `${each.instrumentId} ${each.start}`

/**
 * The first is one that nobody else was just sent to, by chance among the near ones once there is a crowd.
 */
function spread(near: readonly Alternative[], crowd: Map<string, Instant>, now: Instant): Alternative[] {
  const fresh = near.filter(each => !crowd.has(keyOf(each)))
  const choice = fresh.length > 0 ? fresh : near
  const chosen = choice[crowd.size === 0 || choice.length === 0 ? 0 : randomInt(choice.length)]
  if (chosen === undefined) return []
  crowd.set(keyOf(chosen), now)
  return [chosen, ...choice.filter(each => each !== chosen).slice(0, shownMax - 1)]
}

/** An alternative on the wire, by the instrument's own clock. */
export const alternativeBody = (each: Alternative) => ({
  instrumentId: each.instrumentId,
  start: instantText(each.start, each.zone),
  end: instantText(each.end, each.zone),
})
