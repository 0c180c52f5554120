import { cellState, type PreparedRow, slotFrom } from './cells.ts'
import { type Carried, carry, type Cursor, cursorCell, cursorRange, moveCursor, type Step } from './cursor.ts'
import { cellAt } from './geometry.ts'
import type { Draft, TimelineItem, TimeSpan } from './model.ts'
import type { Plan } from './plan.ts'

/** What a key press is made of. */
export interface Stroke {
  readonly key: string
  readonly shiftKey: boolean
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

/** What the keys are about to change. */
export interface Work {
  readonly cursor: Cursor
  readonly draft: Draft | null
}

/** What a key does: the work goes on, or something is asked of the page. */
export type Deed =
  | { readonly kind: 'work'; readonly work: Work }
  | { readonly kind: 'dropped'; readonly work: Work }
  | { readonly kind: 'commit'; readonly draft: Draft }
  | { readonly kind: 'select'; readonly row: number; readonly span: TimeSpan }
  | { readonly kind: 'open'; readonly row: number; readonly item: TimelineItem }
  | { readonly kind: 'follow'; readonly row: number }

const steps: Readonly<Record<string, Step>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  PageUp: 'dayBack',
  PageDown: 'dayOn',
  Home: 'dayStart',
  End: 'dayEnd',
}
const farSteps: Readonly<Record<string, Step>> = { Home: 'first', End: 'last' }

/** What a key means to the timeline; undefined where it means nothing and is left to the page. */
export function deedOf(stroke: Stroke, work: Work, plan: Plan, slotMilliseconds: number): Deed | undefined {
  if (plan.rows.length === 0 || stroke.metaKey) return undefined
  if (stroke.key === 'Escape') return dropped(work)
  if (stroke.key === 'Enter' || stroke.key === ' ') return entered(stroke, work, plan, slotMilliseconds)
  const step = (stroke.ctrlKey ? farSteps : steps)[stroke.key]
  if (step === undefined) return undefined
  if (stroke.altKey) return carried(step, stroke.shiftKey ? 'resize' : 'move', work, plan)
  const cursor = moveCursor(work.cursor, step, plan.field, { extend: stroke.shiftKey })
  const span = cursorRange(cursor, plan.field)
  return {
    kind: 'work',
    work: { cursor, draft: span === null ? null : { kind: 'select', row: cursor.row, span } },
  }
}

/**
 * What Enter or a tap means on a cell that holds something. One's own booking is opened; free places are
 * booked, as is a day of the month view, where a day that holds a booking may well have free hours; else what
 * lies there is opened.
 */
function itemToOpen(prepared: PreparedRow, cell: TimeSpan, plan: Plan): TimelineItem | undefined {
  const { items, placesLeft } = cellState(prepared, cell)
  const own = items.find(item => item.own)
  return own ?? (placesLeft > 0 || plan.zoom === 'month' ? undefined : items[0])
}

/** What is booked when a single cell is chosen: a slot of the usual length, or the day in the month view. */
export function slotOf(prepared: PreparedRow, row: number, at: number, plan: Plan, length: number): TimeSpan {
  const grid = plan.field.gridOf(row)
  const cell = cellAt(grid, at)
  return grid.step === 'day' ? cell : slotFrom(prepared, cell.start, length, grid.step)
}

function dropped({ cursor, draft }: Work): Deed | undefined {
  if (draft === null && cursor.anchor === null) return undefined
  return { kind: 'dropped', work: { cursor: { ...cursor, anchor: null }, draft: null } }
}

function entered(stroke: Stroke, { cursor, draft }: Work, plan: Plan, length: number): Deed | undefined {
  const prepared = plan.rows[cursor.row]
  if (prepared === undefined) return undefined
  if (stroke.ctrlKey) return { kind: 'follow', row: cursor.row }
  if (draft !== null) return { kind: 'commit', draft }
  const item = itemToOpen(prepared, cursorCell(cursor, plan.field), plan)
  if (item !== undefined) return { kind: 'open', row: cursor.row, item }
  return { kind: 'select', row: cursor.row, span: slotOf(prepared, cursor.row, cursor.at, plan, length) }
}

/** Takes up the own booking under the cursor, or carries on the one already taken up. */
function carried(step: Step, mode: 'move' | 'resize', { cursor, draft }: Work, plan: Plan): Deed | undefined {
  const held = draft?.item === undefined ? underCursor(cursor, plan) : { ...draft, item: draft.item }
  const isSideways = step === 'left' || step === 'right'
  if (held === undefined || !(isSideways || step === 'up' || step === 'down')) return undefined
  const next = carry(held, step, mode, plan.field)
  const at = mode === 'resize' ? next.span.end - 1 : next.span.start
  const start = cellAt(plan.field.gridOf(next.row), at).start
  return { kind: 'work', work: { cursor: { row: next.row, at: start, anchor: null }, draft: next } }
}

function underCursor(cursor: Cursor, plan: Plan): Carried | undefined {
  const prepared = plan.rows[cursor.row]
  if (prepared === undefined) return undefined
  const { items } = cellState(prepared, cursorCell(cursor, plan.field))
  const item = items.find(each => each.movable)
  if (item === undefined) return undefined
  return { kind: 'resize', row: cursor.row, span: { start: item.start, end: item.end }, item }
}
