import type { Context } from '../../context.ts'
import { Refused } from '../../domain/refusal.ts'
import {
  type Instant,
  instant,
  millisecondsPerSecond,
  plusSeconds,
  secondsPerDay,
} from '../../domain/units.ts'
import { dayBounds, localDay } from '../../domain/zone.ts'
import { approve } from '../../operations/bookings/approval.ts'
import { checkIn, checkOut } from '../../operations/bookings/attendance.ts'
import { book } from '../../operations/bookings/book.ts'
import { cancel } from '../../operations/bookings/cancel.ts'
import { sweepBookings } from '../../operations/bookings/sweep.ts'
import { SYSTEM } from '../../operations/perform.ts'
import type { BookingRow } from '../../store/bookings/rows.ts'
import type { Chance } from './chance.ts'
import type { DemoInstrument } from './instruments.ts'
import { type DemoAlliance, demoZone } from './world.ts'

/** A clock that the demonstration moves through its month. */
export interface MovableClock {
  now(): Instant
  moveTo(at: Instant): void
}

const daysPast = 21
const daysToCome = 10
const tickSeconds = 1800
const sweepEveryTicks = 12

interface Act {
  readonly at: Instant
  readonly run: () => Promise<unknown>
}

/**
 * Lives through three weeks and books into the next ten days: every booking, check-in, approval and
 * cancellation goes through the operations at its own moment, refusals included. Ends with the clock at
 * `until`.
 *
 * @returns how many bookings were made.
 */
export async function liveThroughMonth(
  context: Context & { readonly clock: MovableClock },
  of: { readonly alliances: readonly DemoAlliance[]; readonly chance: Chance; readonly until: Instant },
): Promise<number> {
  const agenda = new Agenda(plusSeconds(of.until, -daysPast * secondsPerDay))
  const diary = new Diary(context, of.chance, agenda, of.until)
  for (const alliance of of.alliances) {
    for (const instrument of alliance.instruments.filter(each => each.isOpen))
      diary.plan(alliance, instrument)
  }
  await agenda.live(context, of.until)
  context.clock.moveTo(of.until)
  await sweepBookings(context)
  return diary.made
}

/** What is to happen when, by half hours. What is added while living it is lived too. */
class Agenda {
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

  async live(context: Context & { readonly clock: MovableClock }, until: Instant) {
    for (let tick = 0; tick <= this.#tickOf(until); tick++) {
      const at = plusSeconds(this.start, tick * tickSeconds)
      context.clock.moveTo(at < until ? at : until)
      if (tick % sweepEveryTicks === 0) await sweepBookings(context)
      await Promise.all((this.#acts.get(tick) ?? []).map(act => act.run()))
    }
  }

  /** Moments before the start are lived at the start. */
  #tickOf(at: Instant): number {
    return Math.max(0, Math.ceil((at - this.start) / (tickSeconds * millisecondsPerSecond)))
  }
}

/** Plans bookings as people make them and what becomes of them. */
class Diary {
  readonly #context: Context
  readonly #chance: Chance
  readonly #agenda: Agenda
  readonly #until: Instant
  made = 0

  constructor(context: Context, chance: Chance, agenda: Agenda, until: Instant) {
    this.#context = context
    this.#chance = chance
    this.#agenda = agenda
    this.#until = until
  }

  plan(alliance: DemoAlliance, instrument: DemoInstrument) {
    for (let day = 1 - daysPast; day <= daysToCome; day++) {
      if (!this.#chance.happens(instrument.kind.demand)) continue
      const noon = plusSeconds(this.#until, day * secondsPerDay)
      const midnight = dayBounds(demoZone, localDay(demoZone, noon)).start
      const wish = this.#wishOn(instrument, midnight)
      const decided = plusSeconds(wish.start, -this.#chance.between(1, 5) * secondsPerDay)
      const at = instant(Math.min(Math.max(decided, this.#agenda.start), this.#until))
      const personId = this.#chance.pick(this.#chance.pick(alliance.members).researcherIds)
      const fate = {
        cancels: this.#chance.happens(0.06),
        comes: this.#chance.happens(0.93),
        decision: this.#chance.happens(0.8),
      }
      this.#agenda.add({ at, run: () => this.#make({ instrument, personId, ...wish, fate }) })
    }
  }

  #wishOn(instrument: DemoInstrument, midnight: Instant) {
    const { rules } = instrument.kind
    if (rules.bookingUnit === 'day') {
      const end = plusSeconds(midnight, this.#chance.between(5, 20) * secondsPerDay)
      return { start: midnight, end, places: this.#chance.between(5, 30) }
    }
    const start = plusSeconds(midnight, this.#chance.between(9, 15) * 3600)
    const end = plusSeconds(start, this.#chance.between(2, 5) * 3600)
    const places =
      instrument.capacity === 1 ? 1 : Math.ceil((instrument.capacity * this.#chance.between(5, 40)) / 100)
    return { start, end, places }
  }

  async #make(of: Planned) {
    const { instrument, personId, fate } = of
    const booking = await unlessRefused(() =>
      book(
        this.#context,
        { personId },
        { ...plainDraft, ...of, instrumentId: instrument.id, title: '示例实验（虚构）' },
      ),
    )
    if (booking === undefined) return
    this.made += 1
    const decide = { bookingId: booking.id, version: null, reason: null }
    if (booking.state === 'requested' && fate.decision) {
      this.#later(plusSeconds(this.#context.clock.now(), secondsPerDay), () =>
        approve(this.#context, SYSTEM, decide),
      )
    }
    const before = plusSeconds(booking.start, -36 * 3600)
    if (fate.cancels) this.#later(before, () => cancel(this.#context, { personId }, decide))
    else if (fate.comes && booking.policy.attendance === 'check-in') this.#attend(booking)
  }

  #attend(booking: BookingRow) {
    const actor = { personId: booking.personId }
    const edited = { bookingId: booking.id, version: null }
    const leaves = plusSeconds(booking.end, this.#chance.happens(0.3) ? -tickSeconds : 0)
    this.#later(booking.start, () => checkIn(this.#context, actor, edited))
    this.#later(leaves, () => checkOut(this.#context, actor, { ...edited, samples: null }))
  }

  #later(at: Instant, step: () => Promise<unknown>) {
    const due = at > this.#context.clock.now() && at <= this.#until
    if (due) this.#agenda.add({ at, run: () => unlessRefused(step) })
  }
}

interface Planned {
  readonly instrument: DemoInstrument
  readonly personId: string
  readonly start: Instant
  readonly end: Instant
  readonly places: number
  readonly fate: { readonly cancels: boolean; readonly comes: boolean; readonly decision: boolean }
}

const plainDraft = {
  poolId: null,
  projectId: null,
  allianceId: null,
  agreementId: null,
  forPersonId: null,
  kind: 'use',
  details: {},
  overrideReason: null,
} as const

/** People are refused in a demonstration as they are in life. */
async function unlessRefused<Result>(step: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await step()
  } catch (error) {
    if (error instanceof Refused) return undefined
    throw error
  }
}
