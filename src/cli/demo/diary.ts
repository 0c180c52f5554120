import type { Context } from '../../context.ts'
import { Refused } from '../../domain/refusal.ts'
import { type Instant, instant, plusSeconds, secondsPerDay, secondsPerHour } from '../../domain/units.ts'
import { approve } from '../../operations/bookings/approval.ts'
import { checkIn, checkOut } from '../../operations/bookings/attendance.ts'
import { book } from '../../operations/bookings/book.ts'
import { cancel } from '../../operations/bookings/cancel.ts'
import { SYSTEM } from '../../operations/perform.ts'
import type { BookingRow } from '../../store/bookings/rows.ts'
import { type Agenda, tickSeconds } from './agenda.ts'
import type { Chance } from './chance.ts'
import { type DayOfDemand, daysOfDemand, shareOf } from './demand.ts'
import type { DemoInstrument } from './instruments.ts'
import type { DemoTimes } from './times.ts'
import type { DemoAlliance } from './world.ts'

const decisionSeconds = 6 * secondsPerHour
const earlySeconds = 36 * secondsPerHour
const lateSeconds = 6 * secondsPerHour

/** Plans bookings as people make them and what becomes of them. */
export class Diary {
  readonly #context: Context
  readonly #chance: Chance
  readonly #agenda: Agenda
  readonly #until: Instant
  readonly #days: readonly DayOfDemand[]
  made = 0

  constructor(context: Context, chance: Chance, agenda: Agenda, times: DemoTimes) {
    this.#context = context
    this.#chance = chance
    this.#agenda = agenda
    this.#until = times.until
    this.#days = daysOfDemand(times)
  }

  /** Plans who books an instrument, from the first day until some days that are still to come. */
  plan(alliance: DemoAlliance, instrument: DemoInstrument) {
    for (const day of this.#days) {
      let demand = instrument.kind.demand * shareOf(day, instrument.kind)
      for (; demand > 0; demand--) {
        if (this.#chance.happens(demand)) this.#planOne(alliance, instrument, day.midnight)
      }
    }
  }

  #planOne(alliance: DemoAlliance, instrument: DemoInstrument, midnight: Instant) {
    const wish = this.#wishOn(instrument, midnight)
    const decided = plusSeconds(wish.start, -this.#chance.between(1, 5) * secondsPerDay)
    const at = instant(Math.min(Math.max(decided, this.#agenda.start), this.#until))
    const personId = this.#chance.pick(this.#chance.pick(alliance.members).researcherIds)
    const fate = {
      cancels: this.#chance.happens(0.06),
      isLate: this.#chance.happens(0.3),
      comes: this.#chance.happens(0.93),
      leavesEarly: this.#chance.happens(0.3),
      decision: this.#chance.happens(0.9),
    }
    this.#agenda.add({ at, run: () => this.#make({ instrument, personId, ...wish, fate }) })
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
      this.#later(plusSeconds(this.#context.clock.now(), decisionSeconds), () =>
        approve(this.#context, SYSTEM, decide),
      )
    }
    const before = plusSeconds(booking.start, fate.isLate ? -lateSeconds : -earlySeconds)
    if (fate.cancels) this.#later(before, () => cancel(this.#context, { personId }, decide))
    else if (fate.comes && booking.policy.attendance === 'check-in') this.#attend(booking, fate)
  }

  #attend(booking: BookingRow, fate: Fate) {
    const actor = { personId: booking.personId }
    const edited = { bookingId: booking.id, version: null }
    const leaves = plusSeconds(booking.end, fate.leavesEarly ? -tickSeconds : 0)
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
  readonly fate: Fate
}

/** Drawn when the booking is planned: what comes of it must not depend on who is served first. */
interface Fate {
  readonly cancels: boolean
  /** Cancelled on the last day, which costs quota. */
  readonly isLate: boolean
  readonly comes: boolean
  readonly leavesEarly: boolean
  readonly decision: boolean
}

/** What most bookings leave out. */
export const plainDraft = {
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
export async function unlessRefused<Result>(step: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await step()
  } catch (error) {
    if (error instanceof Refused) return undefined
    throw error
  }
}
