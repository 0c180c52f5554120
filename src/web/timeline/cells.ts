import { type Scale, xOf } from './geometry.ts'
import { packLanes, rowHeight, type Packing } from './lanes.ts'
import type { TimelineItem, TimelineOutage, TimelineRow, TimeSpan, Zoom } from './model.ts'
import { indexByTime, type TimeIndex, within } from './windowing.ts'

/** Room above and below the bars of a row. */
const rowPadding = 2

/** Narrower bars are drawn together in one layer: alone they could neither be read nor told apart. */
const barWidthMin = 6
/** In a month an hour is two pixels wide, and there are thousands of them. */
const monthBarWidthMin = 24

/** A row made ready to be searched and drawn: done once for each, not at every frame. */
export interface PreparedRow {
  readonly row: TimelineRow
  readonly items: TimeIndex<TimelineItem>
  readonly outages: TimeIndex<TimelineOutage>
  readonly closed: TimeIndex<TimeSpan>
  readonly packing: Packing
  readonly height: number
}

/** What lies in a piece of a row's time. */
export interface CellState {
  readonly items: readonly TimelineItem[]
  readonly outage: TimelineOutage | undefined
  readonly closed: boolean
  /** The fewest places left at any moment of it; never below zero. */
  readonly placesLeft: number
}

export function prepareRow(row: TimelineRow, window: TimeSpan, heightMin: number): PreparedRow {
  const items = indexByTime(row.items)
  const packing = packLanes(items.sorted, row.capacity)
  return {
    row,
    items,
    outages: indexByTime(row.outages),
    closed: indexByTime(closedSpans(row.open, window)),
    packing,
    height: rowHeight(packing.count, heightMin),
  }
}

/** What of `window` is not open. */
export function closedSpans(open: readonly TimeSpan[] | null, window: TimeSpan): TimeSpan[] {
  if (open === null) return []
  const closed: TimeSpan[] = []
  let from = window.start
  for (const { start, end } of open.toSorted((a, b) => a.start - b.start)) {
    if (start > from) closed.push({ start: from, end: Math.min(start, window.end) })
    from = Math.max(from, end)
    if (from >= window.end) return closed
  }
  return [...closed, { start: from, end: window.end }]
}

export function cellState(prepared: PreparedRow, cell: TimeSpan): CellState {
  const items = within(prepared.items, cell)
  return {
    items,
    outage: within(prepared.outages, cell)[0],
    closed: within(prepared.closed, cell).length > 0,
    placesLeft: Math.max(0, prepared.row.capacity - peakPlaces(items, cell)),
  }
}

/**
 * The slot that a tap at `start` means: `length` long, cut short where the row closes, is out, or has no
 * place left, but never shorter than `step`. What is refused for other reasons the server says.
 */
export function slotFrom(prepared: PreparedRow, start: number, length: number, step: number): TimeSpan {
  const span = { start, end: start + length }
  const hindrances = [
    ...within(prepared.closed, span),
    ...within(prepared.outages, span),
    ...within(prepared.items, span).filter(item => isFullAt(prepared, Math.max(item.start, start))),
  ]
  const ends = hindrances.map(each => each.start).filter(at => at > start)
  return { start, end: Math.max(start + step, Math.min(span.end, ...ends)) }
}

/**
 * The bar that is drawn at time `at` and height `y` of its row, or so narrow that `reach` around still hits
 * it.
 */
export function itemAt(
  prepared: PreparedRow,
  at: number,
  y: number,
  reach: number,
): TimelineItem | undefined {
  const near = within(prepared.items, { start: at - reach, end: at + reach + 1 }).filter(item => {
    const box = boxOf(prepared, item)
    return y >= box.top && y < box.top + box.height
  })
  return near.find(item => item.start <= at && at < item.end) ?? near[0]
}

/** Where a bar lies within the height of its row. */
export function boxOf(prepared: PreparedRow, item: TimelineItem): { top: number; height: number } {
  const unit = (prepared.height - 2 * rowPadding) / prepared.packing.count
  const lane = prepared.packing.lanes.get(item.id) ?? { first: 0, count: prepared.packing.count }
  return { top: rowPadding + lane.first * unit, height: Math.max(2, lane.count * unit - 1) }
}

/** Whether an item is a bar of its own, or one of the many specks that only show how full a row is. */
export function isDrawnAlone(item: TimelineItem, scale: Scale, zoom: Zoom): boolean {
  if (item.own || item.movable) return true
  return xOf(scale, item.end) - xOf(scale, item.start) >= (zoom === 'month' ? monthBarWidthMin : barWidthMin)
}

function isFullAt({ items, row }: PreparedRow, at: number): boolean {
  const moment = { start: at, end: at + 1 }
  return peakPlaces(within(items, moment), moment) >= row.capacity
}

/** The most places that `items` take at one moment of `part`: they can only rise where one starts. */
function peakPlaces(items: readonly TimelineItem[], part: TimeSpan): number {
  const moments = [part.start, ...items.map(item => item.start).filter(at => at > part.start)]
  const taken = (at: number): number =>
    items.reduce((sum, item) => (item.start <= at && at < item.end ? sum + item.places : sum), 0)
  return Math.max(...moments.map(taken))
}
