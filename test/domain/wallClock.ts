import { DateTime } from 'luxon'
import type { Day } from '../../src/domain/units.ts'

export const minute = 60_000
export const dayLength = 1440 * minute

/** What luxon says a clock shows, minute by minute: the independent side of the calendar's tests. */
export interface WallClock {
  readonly zone: string
  /** The day about which the minutes lie. */
  readonly about: Day
  readonly start: number
  /** `walls[i]` is the date and time shown at `start` + i minutes, as milliseconds as if in UTC. */
  readonly walls: readonly number[]
}

const reachDays = 5

/** Days on which clocks do all they have ever done since 1900, and a dull one. */
export const remarkableDays: readonly (readonly [zone: string, day: string, what: string])[] = [
  ['Asia/Shanghai', '2026-05-01', 'nothing happens'],
  ['Europe/London', '2026-03-29', 'an hour is skipped in the night'],
  ['Europe/London', '2026-10-25', 'an hour comes twice in the night'],
  ['Australia/Lord_Howe', '2026-10-04', 'half an hour is skipped'],
  ['Australia/Lord_Howe', '2026-04-05', 'half an hour comes twice'],
  ['America/Sao_Paulo', '2018-11-04', 'midnight is skipped'],
  ['America/Sao_Paulo', '2018-02-17', 'the last hour of the day comes twice'],
  ['America/Havana', '2024-11-03', 'the first hour of the day comes twice'],
  ['America/Nuuk', '2025-03-29', 'the last hour of the day is skipped'],
  ['America/St_Johns', '2006-10-29', 'the clock falls back across midnight'],
  ['America/St_Johns', '2006-04-02', 'an hour is skipped one minute past midnight'],
  ['Pacific/Apia', '2011-12-30', 'the whole day is skipped'],
]

/** Eleven days of minutes about a day. */
export function wallClock(zone: string, about: string): WallClock {
  const start = Date.parse(`${about}T00:00Z`) - reachDays * dayLength
  const walls = Array.from({ length: (2 * reachDays + 1) * 1440 }, (_, index) => {
    const shown = DateTime.fromMillis(start + index * minute, { zone })
    return Date.UTC(shown.year, shown.month - 1, shown.day, shown.hour, shown.minute)
  })
  return { zone, about: about as Day, start, walls }
}

/** The date that a wall time belongs to. */
export function dateOf(wall: number): Day {
  return new Date(wall).toISOString().slice(0, 10) as Day
}

/** The time of day `HH:MM` of a wall time. */
export function timeOf(wall: number): string {
  return new Date(wall).toISOString().slice(11, 16)
}
