import { cellAt, cellsBetween, type DayGrid, snap } from './geometry.ts'
import type { Draft, TimelineItem, TimeSpan } from './model.ts'

/** A mouse that strays less than this has clicked. */
const mouseSlop = 4
/** A finger that strays more than this before the long press is over has swiped. */
const touchSlop = 10

/** What the pointer went down on. `edge` tells where on the item. */
export interface Grip {
  readonly item?: TimelineItem
  readonly edge?: 'start' | 'end'
  readonly row: number
  readonly at: number
}

/** Where the pointer is: on the screen, and in rows and time. */
export interface Place {
  readonly x: number
  readonly y: number
  readonly row: number
  readonly at: number
}

export type Drag =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'pressed'
      readonly touch: boolean
      readonly grip: Grip
      readonly x: number
      readonly y: number
    }
  | { readonly kind: 'dragging'; readonly grip: Grip; readonly draft: Draft }

export type DragEvent =
  | {
      readonly kind: 'press'
      readonly touch: boolean
      readonly grip: Grip
      readonly x: number
      readonly y: number
    }
  | { readonly kind: 'hold' }
  | { readonly kind: 'move'; readonly place: Place }
  | { readonly kind: 'release' }
  | { readonly kind: 'cancel' }

/** What a gesture came to: a draft to carry out, or a tap. */
export type Outcome =
  { readonly kind: 'drop'; readonly draft: Draft } | { readonly kind: 'tap'; readonly grip: Grip }

export interface Turn {
  readonly drag: Drag
  readonly outcome?: Outcome
}

const idle: Turn = { drag: { kind: 'idle' } }

/**
 * One turn of a gesture. A mouse drags once it has moved; a finger only after a long press (`hold`), because
 * a plain swipe scrolls. A press that neither moves nor lasts is a tap.
 */
export function turn(drag: Drag, event: DragEvent, gridOf: (row: number) => DayGrid): Turn {
  switch (event.kind) {
    case 'press':
      return { drag: { kind: 'pressed', touch: event.touch, grip: event.grip, x: event.x, y: event.y } }
    case 'hold':
      return drag.kind === 'pressed' ? begin(drag.grip, gridOf) : { drag }
    case 'move':
      return moved(drag, event.place, gridOf)
    case 'release':
      return released(drag)
    case 'cancel':
      return idle
    default:
      return event satisfies never
  }
}

function moved(drag: Drag, place: Place, gridOf: (row: number) => DayGrid): Turn {
  if (drag.kind === 'idle') return { drag }
  if (drag.kind === 'dragging') return { drag: { ...drag, draft: follow(drag, place, gridOf) } }
  const strayed = Math.hypot(place.x - drag.x, place.y - drag.y)
  if (drag.touch) return strayed > touchSlop ? idle : { drag }
  if (strayed < mouseSlop) return { drag }
  const begun = begin(drag.grip, gridOf)
  return moved(begun.drag, place, gridOf)
}

function released(drag: Drag): Turn {
  if (drag.kind === 'pressed') return { ...idle, outcome: { kind: 'tap', grip: drag.grip } }
  if (drag.kind === 'idle' || isUnchanged(drag)) return idle
  return { ...idle, outcome: { kind: 'drop', draft: drag.draft } }
}

/** Takes hold: of the item where it may be moved, else, on free time, of a selection. */
function begin(grip: Grip, gridOf: (row: number) => DayGrid): Turn {
  const { item, row } = grip
  if (item === undefined) {
    const draft: Draft = { kind: 'select', row, span: cellAt(gridOf(row), grip.at) }
    return { drag: { kind: 'dragging', grip, draft } }
  }
  if (!item.movable) return idle
  const kind = grip.edge === undefined ? 'move' : 'resize'
  return { drag: { kind: 'dragging', grip, draft: { kind, row, span: spanOf(item), item } } }
}

function follow(
  { grip, draft }: Drag & { kind: 'dragging' },
  place: Place,
  gridOf: (row: number) => DayGrid,
): Draft {
  if (grip.item === undefined) return { ...draft, span: cellsBetween(gridOf(grip.row), grip.at, place.at) }
  if (grip.edge !== undefined)
    return { ...draft, span: resized(grip.item, grip.edge, place.at, gridOf(grip.row)) }
  const start = snap(gridOf(place.row), grip.item.start + place.at - grip.at)
  return { ...draft, row: place.row, span: { start, end: start + grip.item.end - grip.item.start } }
}

/** The item with one end at `at`, snapped, and at least the step at its other end long. */
function resized(item: TimeSpan, edge: 'start' | 'end', at: number, grid: DayGrid): TimeSpan {
  const to = snap(grid, at)
  if (edge === 'end') return { start: item.start, end: Math.max(to, cellAt(grid, item.start).end) }
  return { start: Math.min(to, cellAt(grid, item.end - 1).start), end: item.end }
}

/** Tells whether the item would stay where and as it was. */
function isUnchanged({ grip, draft }: Drag & { kind: 'dragging' }): boolean {
  const { item, span } = draft
  return item !== undefined && draft.row === grip.row && item.start === span.start && item.end === span.end
}

const spanOf = ({ start, end }: TimeSpan): TimeSpan => ({ start, end })
