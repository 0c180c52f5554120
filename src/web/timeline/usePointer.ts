import { type MouseEvent, type PointerEvent, type RefObject, useEffect, useRef } from 'react'
import { isDrawnAlone, itemAt } from './cells.ts'
import { type Drag, type DragEvent, type Grip, type Outcome, type Place, turn } from './drag.ts'
import { millisecondsPerHour, timeAt, xOf } from './geometry.ts'
import type { Draft, TimelineItem } from './model.ts'
import { headHeight, type Plan } from './plan.ts'
import { heightOf, rowAt, topOf } from './windowing.ts'

const longPressMilliseconds = 350
/** Near an edge of the box a drag scrolls it, the faster the nearer. */
const scrollEdge = 40
const scrollPerFrameMax = 16
const scrollIntent = 8
/** How far beside a narrow bar a pointer still hits it. */
const reachPixels = 3

interface PointerWork {
  readonly box: RefObject<HTMLDivElement | null>
  readonly plan: Plan
  readonly onDraft: (draft: Draft | null) => void
  readonly onOutcome: (outcome: Outcome) => void
}

interface Spot {
  readonly clientX: number
  readonly clientY: number
}

const nowhere: Spot = { clientX: 0, clientY: 0 }

/** What goes on between a press and its release. */
interface Gesture {
  drag: Drag
  pointerId: number
  /** Where it began, and where it is. */
  from: Spot
  spot: Spot
  timer: number
  frame: number
  tap: Outcome | null
}

/**
 * Drags with mouse and finger over the timeline. Drafts are told as they change; the outcome once, when the
 * pointer is let go: a tap with its click, so that what it opens is not hit by that click.
 */
export function usePointer(work: PointerWork): PointerHandlers {
  const latest = useRef(work)
  useEffect(() => {
    latest.current = work
  })
  const gesture = useRef<Gesture>({
    drag: { kind: 'idle' },
    pointerId: -1,
    from: nowhere,
    spot: nowhere,
    timer: 0,
    frame: 0,
    tap: null,
  })
  const handlers = useRef<PointerHandlers>(undefined)
  handlers.current ??= pointerHandlers(gesture.current, () => latest.current)
  useTouchGuard(work.box, gesture.current)
  return handlers.current
}

export interface PointerHandlers {
  readonly onPointerDown: (event: PointerEvent) => void
  readonly onPointerMove: (event: PointerEvent) => void
  readonly onPointerUp: (event: PointerEvent) => void
  readonly onPointerCancel: () => void
  readonly onClick: () => void
  readonly onContextMenu: (event: MouseEvent) => void
}

function pointerHandlers(gesture: Gesture, work: () => PointerWork): PointerHandlers {
  const happen = (event: DragEvent): void => {
    const { plan, onDraft, onOutcome } = work()
    const before = gesture.drag
    const { drag, outcome } = turn(before, event, plan.field.gridOf)
    gesture.drag = drag
    if (drag.kind !== 'pressed') clearTimeout(gesture.timer)
    if (drag.kind === 'dragging' && before.kind !== 'dragging') start()
    if (drag.kind === 'dragging') onDraft(drag.draft)
    else if (before.kind === 'dragging') onDraft(null)
    if (outcome?.kind === 'tap') gesture.tap = outcome
    // The click that follows a drop must find the page as it was, not what the drop opens.
    if (outcome?.kind === 'drop') setTimeout(() => onOutcome(outcome))
  }
  const start = (): void => {
    work().box.current?.setPointerCapture(gesture.pointerId)
    const follow = (): void => {
      if (gesture.drag.kind !== 'dragging') return
      const { box, plan } = work()
      if (scrollNearEdge(box.current, gesture, plan.nameWidth)) {
        happen({ kind: 'move', place: placeOf(work(), gesture.spot) })
      }
      gesture.frame = requestAnimationFrame(follow)
    }
    gesture.frame = requestAnimationFrame(follow)
  }
  return {
    onPointerDown: event => {
      gesture.tap = null
      const grip = event.isPrimary && event.button === 0 ? gripOf(work(), event) : undefined
      if (grip === undefined) return
      const touch = event.pointerType !== 'mouse'
      gesture.pointerId = event.pointerId
      gesture.from = { clientX: event.clientX, clientY: event.clientY }
      gesture.spot = gesture.from
      happen({ kind: 'press', touch, grip, x: event.clientX, y: event.clientY })
      if (touch) gesture.timer = window.setTimeout(() => happen({ kind: 'hold' }), longPressMilliseconds)
    },
    onPointerMove: event => {
      if (gesture.drag.kind === 'idle') hint(work(), event)
      else if (event.pointerId === gesture.pointerId) {
        gesture.spot = { clientX: event.clientX, clientY: event.clientY }
        happen({ kind: 'move', place: placeOf(work(), event) })
      }
    },
    onPointerUp: event => {
      if (event.pointerId === gesture.pointerId) happen({ kind: 'release' })
    },
    onPointerCancel: () => happen({ kind: 'cancel' }),
    onClick: () => {
      if (gesture.tap !== null) work().onOutcome(gesture.tap)
      gesture.tap = null
    },
    onContextMenu: event => {
      if (gesture.drag.kind !== 'idle') event.preventDefault()
    },
  }
}

/**
 * Keeps the browser from scrolling under a finger that drags: what a touch may do cannot change once it has
 * begun, but its moves can be cancelled, by a listener that React does not offer.
 */
function useTouchGuard(box: RefObject<HTMLElement | null>, gesture: Gesture): void {
  useEffect(() => {
    const element = box.current
    const guard = (event: TouchEvent): void => {
      if (gesture.drag.kind === 'dragging' && event.cancelable) event.preventDefault()
    }
    element?.addEventListener('touchmove', guard, { passive: false })
    return () => {
      element?.removeEventListener('touchmove', guard)
      clearTimeout(gesture.timer)
      cancelAnimationFrame(gesture.frame)
    }
  }, [box, gesture])
}

/** Where a point of the screen lies in rows and time; beside the lanes, at their nearest end. */
function placeOf({ box, plan }: PointerWork, { clientX, clientY }: Spot): Place {
  const element = box.current
  const rect = element?.getBoundingClientRect() ?? { left: 0, top: 0 }
  const x = clientX - rect.left + (element?.scrollLeft ?? 0) - plan.nameWidth
  const y = clientY - rect.top + (element?.scrollTop ?? 0) - headHeight
  const inside = Math.max(0, Math.min(plan.scale.width - 1, x))
  return { x: clientX, y: clientY, row: rowAt(plan.layout, y), at: timeAt(plan.scale, inside) }
}

/** What lies under the pointer; undefined on names, head, scroll bars and below the last row. */
function gripOf(work: PointerWork, event: PointerEvent): Grip | undefined {
  const { plan } = work
  const element = work.box.current
  if (element === null) return undefined
  const rect = element.getBoundingClientRect()
  const [left, top] = [event.clientX - rect.left, event.clientY - rect.top]
  const y = top + element.scrollTop - headHeight
  const inLanes = left >= plan.nameWidth && left < element.clientWidth
  if (!inLanes || top < headHeight || top >= element.clientHeight || y >= heightOf(plan.layout))
    return undefined
  const { row, at } = placeOf(work, event)
  const prepared = plan.rows[row]
  if (prepared === undefined) return undefined
  const reach = (reachPixels / plan.scale.pixelsPerHour) * millisecondsPerHour
  const item = itemAt(prepared, at, y - topOf(plan.layout, row), reach)
  // In a month's crowd of specks nobody aims at one: the day is meant.
  if (item === undefined || (plan.zoom === 'month' && !isDrawnAlone(item, plan.scale, plan.zoom))) {
    return { row, at }
  }
  const edge = item.movable ? edgeOf(plan, item, at, event.pointerType === 'mouse' ? 8 : 16) : undefined
  return edge === undefined ? { row, at, item } : { row, at, item, edge }
}

/** The end of the bar that is held, if its middle is left free to be held too. */
function edgeOf({ scale }: Plan, item: TimelineItem, at: number, reach: number): 'start' | 'end' | undefined {
  const [from, to, x] = [xOf(scale, item.start), xOf(scale, item.end), xOf(scale, at)]
  if (to - from < reach * 3) return undefined
  if (x - from <= reach) return 'start'
  return to - x <= reach ? 'end' : undefined
}

/** Tells by the mouse's shape what a press would take hold of. */
function hint(work: PointerWork, event: PointerEvent): void {
  const element = work.box.current
  if (element === null || event.pointerType !== 'mouse') return
  const grip = gripOf(work, event)
  element.style.cursor = grip === undefined ? '' : shapeOf(grip)
}

function shapeOf({ item, edge }: Grip): string {
  if (item === undefined) return 'cell'
  if (edge !== undefined) return 'ew-resize'
  return item.movable ? 'grab' : 'pointer'
}

/**
 * Scrolls by one frame's worth where the pointer is near an edge, and tells whether it did. A drag that began
 * there must first go further towards it.
 */
function scrollNearEdge(element: HTMLElement | null, { from, spot }: Gesture, nameWidth: number): boolean {
  if (element === null) return false
  const { left, top } = element.getBoundingClientRect()
  const push = (at: number, begun: number, near: number, far: number): number => {
    const beyond = Math.max(0, at - (far - scrollEdge)) - Math.max(0, near + scrollEdge - at)
    const isMeant = Math.abs(at - begun) > scrollIntent && Math.sign(at - begun) === Math.sign(beyond)
    return isMeant ? Math.max(-1, Math.min(1, beyond / scrollEdge)) * scrollPerFrameMax : 0
  }
  const right = push(spot.clientX, from.clientX, left + nameWidth, left + element.clientWidth)
  const down = push(spot.clientY, from.clientY, top + headHeight, top + element.clientHeight)
  if (right === 0 && down === 0) return false
  element.scrollBy(right, down)
  return true
}
