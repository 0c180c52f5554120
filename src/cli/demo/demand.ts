import { weekdayOf } from '../../domain/calendar/day.ts'
import type { Weekday } from '../../domain/policy.ts'
import type { Instant } from '../../domain/units.ts'
import { dayBounds } from '../../domain/zone.ts'
import { holidayOn } from './holidays.ts'
import type { Kind } from './kinds.ts'
import { daysOf, type DemoTimes } from './times.ts'
import { demoZone } from './zone.ts'

/** People have booked so far ahead when the demonstration is looked at. */
export const daysToCome = 10

/** Shares of the usual demand. */
const onHolidays = 0.1
const onWeekends = 0.3
const atTheStart = 0.7

export interface DayOfDemand {
  readonly midnight: Instant
  readonly weekday: Weekday
  readonly isHoliday: boolean
  /** Demand has grown since the start. */
  readonly growth: number
}

export function daysOfDemand(times: DemoTimes): readonly DayOfDemand[] {
  const days = daysOf(times, daysToCome)
  return days.map((day, index) => ({
    midnight: dayBounds(demoZone, day).start,
    weekday: weekdayOf(day),
    isHoliday: holidayOn(day) !== undefined,
    growth: atTheStart + ((1 - atTheStart) * index) / days.length,
  }))
}

/** How much of the usual demand for an instrument a day sees. */
export function shareOf({ weekday, isHoliday, growth }: DayOfDemand, { rests, rules }: Kind): number {
  if (!rests) return growth
  const isOpen = rules.opening?.weekly.some(stretch => stretch.weekday === weekday) ?? true
  if (!isOpen || (isHoliday && rules.opening !== undefined)) return 0
  if (isHoliday) return growth * onHolidays
  return weekday > 5 ? growth * onWeekends : growth
}
