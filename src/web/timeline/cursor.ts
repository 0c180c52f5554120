import { cellAt, cellsBetween, dayAt, type DayGrid, sameTimeOn } from './geometry.ts'
import type { Draft, TimelineItem, TimeSpan } from './model.ts'

/** The cell that the keys act on, and where a selection by keys began. */
export interface Cursor {
  readonly row: number
  /** Start of the cell. */
  readonly at: number
  readonly anchor: number | null
}

export type Step =
  'up' | 'down' | 'left' | 'right' | 'dayBack' | 'dayOn' | 'dayStart' | 'dayEnd' | 'first' | 'last'

/** The ground that the cursor walks on. */
export interface Field {
  readonly window: TimeSpan
  readonly rowCount: number
  /** Steps of a row, in the days of its own zone. */
  readonly gridOf: (row: number) => DayGrid
}

/** An item on its way, moved or stretched so far. */
export interface Carried extends Draft {
  readonly item: TimelineItem
}

/**
 * Moves the cursor by one step within the window and the rows. `extend` keeps the place where a selection
 * began; a selection stays in its row.
 */
export function moveCursor(
  cursor: Cursor,
  step: Step,
  field: Field,
  { extend }: { extend: boolean },
): Cursor {
  const row = extend ? cursor.row : rowAfter(cursor.row, step, field)
  const at = clampTo(field, row, timeAfter(cursor.at, step, field.gridOf(cursor.row), field.window))
  return { row, at, anchor: extend ? (cursor.anchor ?? cursor.at) : null }
}

/** Puts the cursor back on the ground after rows, window or steps have changed. */
export function settle(cursor: Cursor, field: Field): Cursor {
  const row = Math.max(0, Math.min(field.rowCount - 1, cursor.row))
  const at = clampTo(field, row, cursor.at)
  return row === cursor.row && at === cursor.at ? cursor : { row, at, anchor: null }
}

/** The cell under the cursor. */
export function cursorCell(cursor: Cursor, field: Field): TimeSpan {
  return cellAt(field.gridOf(cursor.row), cursor.at)
}

/** What is selected by keys, in whole cells, or null. */
export function cursorRange(cursor: Cursor, field: Field): TimeSpan | null {
  if (cursor.anchor === null) return null
  return cellsBetween(field.gridOf(cursor.row), cursor.anchor, cursor.at)
}

/** One step to the left or right of `at`, for the cursor and for what it carries. */
function neighbour(grid: DayGrid, at: number, to: 'left' | 'right'): number {
  const cell = cellAt(grid, at)
  if (to === 'right') return cell.end
  return at > cell.start ? cell.start : cellAt(grid, cell.start - 1).start
}

/**
 * Carries an own item one step further: left and right move it or, where `mode` says so, its end; up and down
 * change the row. Nothing is stored until the draft is confirmed.
 */
export function carry(held: Carried, step: Step, mode: 'move' | 'resize', field: Field): Carried {
  const { item, row, span } = held
  const kind = mode === 'move' || held.kind === 'move' ? 'move' : 'resize'
  const grid = field.gridOf(row)
  if (step !== 'left' && step !== 'right') {
    return { kind, item, span, row: mode === 'move' ? rowAfter(row, step, field) : row }
  }
  if (mode === 'resize') {
    const end = Math.max(cellAt(grid, span.start).end, neighbour(grid, span.end, step))
    return { kind, item, row, span: { start: span.start, end } }
  }
  const start = neighbour(grid, span.start, step)
  return { kind, item, row, span: { start, end: start + span.end - span.start } }
}

function rowAfter(row: number, step: Step, { rowCount }: Field): number {
  if (step === 'up') return Math.max(0, row - 1)
  if (step === 'down') return Math.min(rowCount - 1, row + 1)
  if (step === 'first') return 0
  return step === 'last' ? rowCount - 1 : row
}

function timeAfter(at: number, step: Step, grid: DayGrid, window: TimeSpan): number {
  switch (step) {
    case 'left':
    case 'right':
      return neighbour(grid, at, step)
    case 'dayBack':
      return sameTimeOn(at, grid.zone, -1)
    case 'dayOn':
      return sameTimeOn(at, grid.zone, 1)
    case 'dayStart':
      return dayAt(grid, at).start
    case 'dayEnd':
      return dayAt(grid, at).end - 1
    case 'first':
      return window.start
    case 'last':
      return window.end - 1
    case 'up':
    case 'down':
      return at
    default:
      return step satisfies never
  }
}

/** The start of the cell of `at`, within the window: a cell that the window cuts counts as within. */
function clampTo({ window, gridOf }: Field, row: number, at: number): number {
  return cellAt(gridOf(row), Math.max(window.start, Math.min(window.end - 1, at))).start
}
