import { DateTime } from 'luxon'
import { type Instant, instant } from '../../src/domain/units.ts'
import { at } from '../support/clock.ts'

/** The model's time goes in steps of five minutes: everything random lies on one of them. */
export const tickSeconds = 300
export const tickMilliseconds = tickSeconds * 1000

/** Before and after anything that a world asks about. */
const firstTickAt = at('2026-02-25T00:00Z')
const ticksMax = 80 * 288

/** What a clock on the wall shows, by luxon alone: the calendar of `src` has no part in it. */
export interface ClockFace {
  readonly date: string
  readonly weekday: number
  readonly minutes: number
  readonly week: string
  readonly month: string
}

const facesOfZones = new Map<string, readonly ClockFace[]>()

export function faceAt(zone: string, at: number): ClockFace {
  const faces = facesOfZones.get(zone) ?? readClock(zone)
  facesOfZones.set(zone, faces)
  const face = faces[(at - firstTickAt) / tickMilliseconds]
  if (face === undefined) throw new Error(`no tick at ${at}`)
  return face
}

function readClock(zone: string): ClockFace[] {
  return Array.from({ length: ticksMax }, (_, index) => {
    const clock = DateTime.fromMillis(firstTickAt + index * tickMilliseconds, { zone })
    return {
      date: clock.toFormat('yyyy-MM-dd'),
      weekday: clock.weekday,
      minutes: clock.hour * 60 + clock.minute,
      week: clock.toFormat("kkkk-'W'WW"),
      month: clock.toFormat('yyyy-MM'),
    }
  })
}

/** The instants of every step in [from, to). */
export function ticksIn(from: number, to: number): number[] {
  const ticks: number[] = []
  for (let each = from; each < to; each += tickMilliseconds) ticks.push(each)
  return ticks
}

/** The first step of the local date so many days after the one at `now`. */
export function midnightAfter(zone: string, now: number, days: number): Instant {
  let passed = 0
  let at = now
  while (passed < days) {
    at += tickMilliseconds
    if (faceAt(zone, at).date !== faceAt(zone, at - tickMilliseconds).date) passed += 1
  }
  while (days === 0 && faceAt(zone, at - tickMilliseconds).date === faceAt(zone, at).date)
    at -= tickMilliseconds
  return instant(at)
}
