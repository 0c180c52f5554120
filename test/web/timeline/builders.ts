import { prepareRow, type PreparedRow } from '../../../src/web/timeline/cells.ts'
import { dayGrid, millisecondsPerHour, type DayGrid } from '../../../src/web/timeline/geometry.ts'
import type { TimelineItem, TimelineRow } from '../../../src/web/timeline/model.ts'

export const hour = millisecondsPerHour
/** Three days of Shanghai from Monday 2026-11-23. */
export const monday = Date.parse('2026-11-22T16:00Z')
export const window = { start: monday, end: monday + 72 * hour }

/** An item from hour to hour of Monday. */
export function anItem(id: string, from: number, to: number, more: Partial<TimelineItem> = {}): TimelineItem {
  const span = { start: monday + from * hour, end: monday + to * hour }
  return { id, ...span, title: id, state: 'confirmed', places: 1, own: false, movable: false, ...more }
}

export function aRow(more: Partial<TimelineRow> = {}): TimelineRow {
  const base = { id: 'nmr', label: 'NMR', zone: 'Asia/Shanghai', capacity: 1 }
  return { ...base, open: null, outages: [], items: [], ...more }
}

export function prepared(more: Partial<TimelineRow> = {}): PreparedRow {
  return prepareRow(aRow(more), window, 40)
}

export function halfHours(): DayGrid {
  return dayGrid(window, 'Asia/Shanghai', hour / 2)
}
