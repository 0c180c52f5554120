import type { TimelineItem } from './model.ts'

/** More lanes than this are no longer told apart by eye: every item then takes one, whatever its places. */
const lanesByPlacesMax = 8
const laneHeight = 22
const lanesHeightMax = lanesByPlacesMax * laneHeight

/** Which of a row's lanes an item lies in. */
export interface Lane {
  readonly first: number
  readonly count: number
}

export interface Packing {
  readonly lanes: ReadonlyMap<string, Lane>
  /** Lanes in use, at least one. */
  readonly count: number
}

/**
 * Lays items of a row into lanes so that none covers another, each as high up as it fits.
 *
 * An item takes as many lanes as places, side by side. Bookings come and go, so the free places may lie
 * apart: then a lane more than the capacity is used, rather than that two bars overlap.
 *
 * @param sorted - by start.
 */
export function packLanes(sorted: readonly TimelineItem[], capacity: number): Packing {
  const byPlaces = capacity <= lanesByPlacesMax
  const lanes = new Map<string, Lane>()
  /** When each lane is free again. */
  const freeFrom: number[] = []
  for (const item of sorted) {
    const count = byPlaces ? Math.max(1, Math.min(item.places, capacity)) : 1
    const first = firstFit(freeFrom, item.start, count)
    for (let lane = first; lane < first + count; lane++) freeFrom[lane] = item.end
    lanes.set(item.id, { first, count })
  }
  const shown = byPlaces ? capacity : 1
  return { lanes, count: Math.max(1, shown, freeFrom.length) }
}

/** Height of a row: `least` for one lane, higher for more, and never above a limit. */
export function rowHeight(lanes: number, least: number): number {
  return Math.max(least, Math.min(lanes * laneHeight, lanesHeightMax) + 4)
}

/** The first of `count` neighbouring lanes that are free at `start`; new ones where there are none. */
function firstFit(freeFrom: readonly number[], start: number, count: number): number {
  let run = 0
  for (let lane = 0; lane < freeFrom.length; lane++) {
    run = (freeFrom[lane] as number) <= start ? run + 1 : 0
    if (run === count) return lane - count + 1
  }
  return freeFrom.length - run
}
