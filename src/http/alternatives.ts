import { randomInt } from 'node:crypto'
import type { Context } from '../context.ts'
import { instantText } from '../contract/common.ts'
import { type Alternative, nearestAlternatives } from '../domain/alternatives.ts'
import type { BookingRequest } from '../domain/booking.ts'
import { overlaps, type Span, span } from '../domain/span.ts'
import { type Instant, millisecondsPerSecond, plusSeconds, secondsPerDay } from '../domain/units.ts'
import { localDay } from '../domain/zone.ts'
import { couldBook } from '../operations/bookings/offers.ts'
import type { Actor } from '../operations/perform.ts'
import { timeOf } from '../store/availability.ts'
import { instrumentForBooking, type InstrumentForBooking, poolInstruments } from '../store/instruments.ts'

const shownMax = 5
const enough = 3
/** Offers are judged one by one; so many that the asker cannot have are the end of it. */
const triesMax = 40
const lookBackDays = 3
const lookAheadDays = 14
/** Where the near days offer too little, the search goes on from now for as long as this. */
const lookFarDays = 92
/** How far a crowd is spread: every loser of the last seconds widens the choice by some candidates. */
const windowLeast = 48
const windowPerLoser = 12
const windowMost = 1_500
const crowdMilliseconds = 60_000

/** What was asked for in vain. */
export interface Wish {
  readonly request: BookingRequest
  /** Any unit of this pool would have done. */
  readonly poolId: string | null
  /** The booking that was to be moved. */
  readonly exceptId: string | null
}

/**
 * Near free spans for those whose time was refused, on the same instrument, then on others of its pool; only
 * such as the one who asks may book. One person gets the nearest. A crowd that loses the same slot is spread:
 * what was offered first to somebody in the last seconds is not offered first again, and the more have lost,
 * the wider the choice.
 */
export class AlternativeFinder {
  readonly #context: Context
  readonly #offered = new Map<string, Map<string, Instant>>()

  constructor(context: Context) {
    this.#context = context
  }

  /** At most five, and three where they exist. */
  async find(actor: Actor, wish: Wish): Promise<Alternative[]> {
    const units = await this.#unitsFor(wish)
    const now = this.#context.clock.now()
    const within = async (window: Span) =>
      this.#choose(actor, { wish, units, near: await this.#near(units, wish, window) })
    const found = await within(nearWindow(wish.request, now))
    if (found.length >= enough) return found
    return within(span(now, plusSeconds(now, lookFarDays * secondsPerDay)))
  }

  /** The zone of what was wished for; that of a pool is its first unit's. */
  async zoneFor(wish: Wish): Promise<string> {
    return (await this.#unitsFor(wish))[0]?.zone ?? 'UTC'
  }

  async #unitsFor({ poolId, request }: Wish): Promise<readonly InstrumentForBooking[]> {
    const { read } = this.#context.db
    if (poolId !== null) return poolInstruments(read, { poolId })
    const asked = await instrumentForBooking(read, { instrumentId: request.instrumentId })
    if (asked === undefined || asked.poolId === null) return asked === undefined ? [] : [asked]
    return poolInstruments(read, { poolId: asked.poolId })
  }

  async #near(units: readonly InstrumentForBooking[], wish: Wish, window: Span): Promise<Alternative[]> {
    const { instrumentId: preferredId, start, end, places } = wish.request
    const free = await timeOf(this.#context.db.read, units, { window, places })
    const now = this.#context.clock.now()
    const question = { wanted: span(start, end), preferredId, now, limit: windowMost }
    return keepApart(nearestAlternatives(free, question), units)
  }

  /**
   * The first is one that nobody else was just sent to, by chance among the near ones once there is a crowd.
   * What the asker cannot have is mostly due to the day or to the instrument, so that its day is passed over.
   */
  async #choose(actor: Actor, of: Choice): Promise<Alternative[]> {
    const { wish, units, near } = of
    // Looked up only now: an empty crowd is forgotten while others wait.
    const crowd = this.#crowdAt(wish.poolId ?? units[0]?.poolId ?? wish.request.instrumentId)
    const crowded = crowd.size > 0
    const window = Math.min(windowMost, windowLeast + windowPerLoser * crowd.size)
    const fresh = near.filter(each => !crowd.has(keyOf(each)))
    let left = fresh.length > 0 ? fresh : near
    const chosen: Alternative[] = []
    for (let tries = 0; tries < triesMax && left.length > 0 && chosen.length < shownMax; tries++) {
      const pick = left[
        crowded && chosen.length === 0 ? randomInt(Math.min(left.length, window)) : 0
      ] as Alternative
      // Marked before it is judged: others are choosing meanwhile.
      if (chosen.length === 0) crowd.set(keyOf(pick), this.#context.clock.now())
      const instrument = units.find(unit => unit.id === pick.instrumentId) as InstrumentForBooking
      const open = await couldBook(this.#context, actor, { ...wish, span: pick, instrument })
      if (open) chosen.push(pick)
      left = left.filter(each => each !== pick && (open || dayOf(each) !== dayOf(pick)))
    }
    return chosen
  }

  /** What has been offered first in the last seconds to others who wanted the same pool or instrument. */
  #crowdAt(place: string): Map<string, Instant> {
    const now = this.#context.clock.now()
    for (const [each, offers] of this.#offered) {
      for (const [key, at] of offers) if (at + crowdMilliseconds < now) offers.delete(key)
      if (offers.size === 0) this.#offered.delete(each)
    }
    const crowd = this.#offered.get(place) ?? new Map<string, Instant>()
    this.#offered.set(place, crowd)
    return crowd
  }
}

interface Choice {
  readonly wish: Wish
  readonly units: readonly InstrumentForBooking[]
  readonly near: readonly Alternative[]
}

/** Some days about the time wanted, or about now when that has passed. */
function nearWindow(wanted: Span, now: Instant): Span {
  const days = (count: number) => count * secondsPerDay * millisecondsPerSecond
  const start = Math.max(now, wanted.start)
  const until = Math.min(Math.max(now, wanted.end), start + days(lookFarDays)) + days(lookAheadDays)
  return span(Math.max(now, start - days(lookBackDays)), until)
}

/** Of those on one instrument, the nearest that leave one another their turnaround: each can be taken. */
function keepApart(near: readonly Alternative[], units: readonly InstrumentForBooking[]): Alternative[] {
  const turnarounds = new Map(units.map(unit => [unit.id, unit.turnaroundSeconds]))
  const keptOn = new Map<string, Span[]>()
  return near.filter(({ instrumentId, start, end }) => {
    const keeps = span(start, plusSeconds(end, turnarounds.get(instrumentId) ?? 0))
    const kept = keptOn.get(instrumentId) ?? []
    if (kept.some(other => overlaps(other, keeps))) return false
    kept.push(keeps)
    keptOn.set(instrumentId, kept)
    return true
  })
}

const keyOf = (each: Alternative) => `${each.instrumentId} ${each.start}`
const dayOf = (each: Alternative) => `${each.instrumentId} ${localDay(each.zone, each.start)}`

/** An alternative on the wire, by the instrument's own clock. */
export const alternativeBody = (each: Alternative) => ({
  instrumentId: each.instrumentId,
  start: instantText(each.start, each.zone),
  end: instantText(each.end, each.zone),
})
