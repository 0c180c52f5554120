import { timeAt, type Scale, millisecondsPerHour } from './geometry.ts'
import type { TimeSpan } from './model.ts'

/** Rows kept ready above and below those in sight. */
const rowsAround = 4
const stepHours = 6

/** Where each row lies: `tops[n]` is its upper edge, and the last entry the height of all. */
export interface RowLayout {
  readonly tops: readonly number[]
}

/** Rows `first` to `last`, without `last`. */
export interface RowRange {
  readonly first: number
  readonly last: number
}

/** Things sorted by start, with the latest end so far beside each, so that a search can skip the past. */
export interface TimeIndex<Entry extends TimeSpan> {
  readonly sorted: readonly Entry[]
  readonly latestEnds: readonly number[]
}

export function layoutRows(heights: readonly number[]): RowLayout {
  const tops = [0]
  let bottom = 0
  for (const height of heights) {
    bottom += height
    tops.push(bottom)
  }
  return { tops }
}

export function topOf(layout: RowLayout, row: number): number {
  return layout.tops[row] ?? heightOf(layout)
}

export function heightOf(layout: RowLayout): number {
  return layout.tops.at(-1) ?? 0
}

/** The row at height `y`; above the first and below the last, the nearest. -1 where there is none. */
export function rowAt(layout: RowLayout, y: number): number {
  const count = layout.tops.length - 1
  return Math.max(Math.min(0, count - 1), Math.min(count - 1, firstAbove(layout.tops, y) - 1))
}

/** The rows to render for a box of `height` scrolled by `scrollTop`, some around included. */
export function visibleRows(layout: RowLayout, scrollTop: number, height: number): RowRange {
  const count = layout.tops.length - 1
  if (count === 0) return { first: 0, last: 0 }
  const first = rowAt(layout, scrollTop)
  const last = rowAt(layout, scrollTop + height)
  return { first: Math.max(0, first - rowsAround), last: Math.min(count, last + 1 + rowsAround) }
}

/**
 * The time to render for lanes of `width` scrolled by `scrollLeft`: in steps of six hours, one more on either
 * side, so that scrolling renders anew only when a step is passed.
 */
export function visibleTime(scale: Scale, scrollLeft: number, width: number): TimeSpan {
  const { window } = scale
  const step = stepHours * millisecondsPerHour
  const from = Math.floor((timeAt(scale, scrollLeft) - window.start) / step) - 1
  const to = Math.ceil((timeAt(scale, scrollLeft + width) - window.start) / step) + 1
  const start = Math.max(window.start, window.start + from * step)
  return { start, end: Math.max(start, Math.min(window.end, window.start + to * step)) }
}

export function indexByTime<Entry extends TimeSpan>(entries: readonly Entry[]): TimeIndex<Entry> {
  const sorted = entries.toSorted((a, b) => a.start - b.start || a.end - b.end)
  let latest = -Infinity
  const latestEnds = sorted.map(entry => (latest = Math.max(latest, entry.end)))
  return { sorted, latestEnds }
}

/** What overlaps `part`, in order of start. */
export function within<Entry extends TimeSpan>(index: TimeIndex<Entry>, part: TimeSpan): Entry[] {
  const found: Entry[] = []
  for (let at = firstAbove(index.latestEnds, part.start); at < index.sorted.length; at++) {
    const entry = index.sorted[at] as Entry
    if (entry.start >= part.end) break
    if (entry.end > part.start) found.push(entry)
  }
  return found
}

/** Index of the first of ascending `values` that is greater than `limit`. */
function firstAbove(values: readonly number[], limit: number): number {
  let [low, high] = [0, values.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((values[middle] as number) > limit) high = middle
    else low = middle + 1
  }
  return low
}
