import { fromAbsolute, toCalendarDate, toZoned } from '@internationalized/date'
import type { TimeSpan, Zoom } from './model.ts'

const millisecondsPerMinute = 60_000
export const millisecondsPerHour = 3_600_000

/**
 * Where time lies on the screen: linear in absolute milliseconds, so a day of 25 hours is wider than one of
 * 23.
 */
export interface Scale {
  readonly window: TimeSpan
  readonly pixelsPerHour: number
  /** Width of the whole window. */
  readonly width: number
}

/** A calendar day of one zone. */
export interface ZoneDay extends TimeSpan {
  /** `YYYY-MM-DD` */
  readonly date: string
}

/** The days of one zone that a window touches, whole, and the steps in which they are divided. */
export interface DayGrid {
  readonly zone: string
  readonly days: readonly ZoneDay[]
  /** Length of a step from the start of its day; `day` where the step is the day itself. */
  readonly step: number | 'day'
}

/** The narrowest that an hour may be. Wider screens stretch it until the window fills them. */
const pixelsPerHourMin: Readonly<Record<Zoom, number>> = { day: 64, week: 16, month: 2 }

/** A window longer than this is cut: nobody scrolls through more, and every day costs a label. */
const daysMax = 400

export function scaleOf(window: TimeSpan, zoom: Zoom, laneWidth: number): Scale {
  const hours = (window.end - window.start) / millisecondsPerHour
  const pixelsPerHour = Math.max(pixelsPerHourMin[zoom], laneWidth / hours)
  return { window, pixelsPerHour, width: Math.round(hours * pixelsPerHour) }
}

/** Pixels from the left end of the lanes. */
export function xOf(scale: Scale, at: number): number {
  return ((at - scale.window.start) / millisecondsPerHour) * scale.pixelsPerHour
}

/** The moment at `x` pixels; the inverse of {@link xOf}, to the millisecond. */
export function timeAt(scale: Scale, x: number): number {
  return scale.window.start + Math.round((x / scale.pixelsPerHour) * millisecondsPerHour)
}

/**
 * The days of `zone` that `window` touches, each from midnight to midnight as the zone counts them: 23 and 25
 * hours where clocks change, and from one o'clock where midnight is skipped.
 */
export function dayGrid(window: TimeSpan, zone: string, step: number | 'day'): DayGrid {
  const days: ZoneDay[] = []
  let date = toCalendarDate(fromAbsolute(window.start, zone))
  let start = startOf(date, zone)
  while (start < window.end && days.length < daysMax) {
    const next = date.add({ days: 1 })
    const end = startOf(next, zone)
    if (end > start) days.push({ date: date.toString(), start, end })
    date = next
    start = end
  }
  return { zone, days, step }
}

export const stepOfMinutes = (minutes: number): number => minutes * millisecondsPerMinute

/** The step that `at` lies in. Steps count from their day's start; the last of a day may be short. */
export function cellAt(grid: DayGrid, at: number): TimeSpan {
  const day = dayAt(grid, at)
  if (grid.step === 'day') return { start: day.start, end: day.end }
  const start = day.start + Math.floor((at - day.start) / grid.step) * grid.step
  return { start, end: Math.min(start + grid.step, day.end) }
}

/** The nearest edge of a step. */
export function snap(grid: DayGrid, at: number): number {
  const cell = cellAt(grid, at)
  return at - cell.start < cell.end - at ? cell.start : cell.end
}

/** The steps from that of `from` to that of `to`, whichever comes first, both whole. */
export function cellsBetween(grid: DayGrid, from: number, to: number): TimeSpan {
  const [a, b] = [cellAt(grid, from), cellAt(grid, to)]
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) }
}

/** The day that `at` lies in; outside of the grid, the nearest one. */
export function dayAt(grid: DayGrid, at: number): ZoneDay {
  let [low, high] = [0, grid.days.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((grid.days[middle] as ZoneDay).start <= at) low = middle
    else high = middle - 1
  }
  return grid.days[low] as ZoneDay
}

/** The same time of day `days` later, as the zone's clock shows it. */
export function sameTimeOn(at: number, zone: string, days: number): number {
  return fromAbsolute(at, zone).add({ days }).toDate().getTime()
}

/** Hours between two ticks that leave `room` pixels for each label. */
export function tickHours(scale: Scale, room: number): number {
  return [1, 2, 3, 6, 12, 24].find(hours => hours * scale.pixelsPerHour >= room) ?? 24
}

/**
 * The moments within `part` whose clock in the grid's zone shows a whole multiple of `hours`, midnight left
 * out. On the day of a clock change they follow the clock: 00, 03, 06 stay where the labels say.
 */
export function ticksOf(grid: DayGrid, part: TimeSpan, hours: number): number[] {
  if (hours >= 24) return []
  return grid.days
    .filter(day => day.start < part.end && day.end > part.start)
    .flatMap(day => {
      const ticks: number[] = []
      for (let at = day.start + millisecondsPerHour; at < day.end; at += millisecondsPerHour) {
        if (fromAbsolute(at, grid.zone).hour % hours === 0) ticks.push(at)
      }
      return ticks
    })
    .filter(at => at >= part.start && at < part.end)
}

function startOf(date: ReturnType<typeof toCalendarDate>, zone: string): number {
  return toZoned(date, zone).toDate().getTime()
}
