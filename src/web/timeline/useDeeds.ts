import { type KeyboardEvent, type RefObject, useEffect, useEffectEvent, useMemo, useState } from 'react'
import { type Cursor, cursorCell, settle } from './cursor.ts'
import type { Outcome } from './drag.ts'
import { stepOfMinutes, xOf } from './geometry.ts'
import { type Deed, deedOf, slotOf } from './keys.ts'
import { lengthLabel, timeLabel } from './labels.ts'
import type { Draft, TimeSpan } from './model.ts'
import { headHeight, type Plan } from './plan.ts'
import { type PointerHandlers, usePointer } from './usePointer.ts'
import { heightOf, topOf } from './windowing.ts'

const slotMinutesUsual = 60

/** The cursor, what is being done, and the handlers that do it. */
export interface Deeds {
  readonly cursor: Cursor
  readonly draft: Draft | null
  /** Whether keys are in use, so that the cursor is to be seen. */
  readonly byKeys: boolean
  /** What a screen reader is told. */
  readonly spoken: string
  readonly handlers: PointerHandlers & {
    readonly onKeyDown: (event: KeyboardEvent) => void
    readonly onFocus: () => void
  }
}

/** What the timeline asks of its page. */
export interface Asks {
  /** The present, epoch milliseconds; once a minute is often enough. */
  readonly now: number
  /** Length of the slot that a tap or Enter on free time means; an hour unless said otherwise. */
  readonly slotMinutes?: number
  readonly onSelect: (rowId: string, span: TimeSpan) => void
  readonly onOpen: (itemId: string, rowId: string) => void
  /** The item is to lie in `toRowId` at `span`, whose length may have changed too. */
  readonly onMove: (itemId: string, toRowId: string, span: TimeSpan) => void
  readonly onResize: (itemId: string, span: TimeSpan) => void
  /** Follows a row's `href`; without it the link loads the page anew. */
  readonly onFollow?: (href: string) => void
}

/** Works the timeline by keys and pointer, and asks the page for what only it can do. */
export function useDeeds(box: RefObject<HTMLDivElement | null>, plan: Plan, asks: Asks): Deeds {
  const [kept, setCursor] = useState<Cursor>({ row: 0, at: asks.now, anchor: null })
  const [draft, setDraft] = useState<Draft | null>(null)
  const [byKeys, setByKeys] = useState(false)
  const [spoken, setSpoken] = useState('')
  const { field } = plan
  const cursor = useMemo(() => settle(kept, field), [kept, field])
  const slot = stepOfMinutes(asks.slotMinutes ?? slotMinutesUsual)

  const show = useEffectEvent(() => {
    if (byKeys) reveal(box.current, plan, cursor)
  })
  useEffect(() => show(), [cursor, byKeys])

  const carryOut = (deed: Deed): void => {
    switch (deed.kind) {
      case 'work':
      case 'dropped':
        setCursor(deed.work.cursor)
        setDraft(deed.work.draft)
        setSpoken(deed.kind === 'dropped' ? plan.speech.words.dropped : draftSentence(deed.work.draft, plan))
        return
      default:
        setDraft(null)
        setSpoken('')
        setCursor({ ...cursor, anchor: null })
        ask(deed, plan, asks)
    }
  }
  const onOutcome = (outcome: Outcome): void => {
    if (outcome.kind === 'drop') ask({ kind: 'commit', draft: outcome.draft }, plan, asks)
    else {
      const { row, at, item } = outcome.grip
      setCursor({ row, at, anchor: null })
      const prepared = plan.rows[row]
      if (item !== undefined) ask({ kind: 'open', row, item }, plan, asks)
      else if (prepared !== undefined) {
        ask({ kind: 'select', row, span: slotOf(prepared, row, at, plan, slot) }, plan, asks)
      }
    }
  }
  const pointer = usePointer({ box, plan, onDraft: setDraft, onOutcome })

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return
    const deed = deedOf(event, { cursor, draft }, plan, slot)
    if (event.key === 'Escape') pointer.onPointerCancel()
    if (deed === undefined) return
    event.preventDefault()
    event.stopPropagation()
    setByKeys(true)
    carryOut(deed)
  }
  const onPointerDown: PointerHandlers['onPointerDown'] = event => {
    setByKeys(false)
    pointer.onPointerDown(event)
  }
  const onFocus = (): void => setByKeys(box.current?.matches(':focus-visible') ?? false)
  return { cursor, draft, byKeys, spoken, handlers: { ...pointer, onPointerDown, onKeyDown, onFocus } }
}

type Request = Exclude<Deed, { kind: 'work' | 'dropped' }>

function ask(request: Request, { rows }: Plan, asks: Asks): void {
  const idOf = (row: number): string => rows[row]?.row.id ?? ''
  switch (request.kind) {
    case 'select':
      return asks.onSelect(idOf(request.row), request.span)
    case 'open':
      return asks.onOpen(request.item.id, idOf(request.row))
    case 'follow': {
      const href = rows[request.row]?.row.href
      return href === undefined ? undefined : asks.onFollow?.(href)
    }
    case 'commit': {
      const { kind, row, span, item } = request.draft
      if (item === undefined) return asks.onSelect(idOf(row), span)
      return kind === 'move' ? asks.onMove(item.id, idOf(row), span) : asks.onResize(item.id, span)
    }
    default:
      return request satisfies never
  }
}

/** What is about to be done, for the ear. */
function draftSentence(draft: Draft | null, { rows, speech }: Plan): string {
  const row = draft === null ? undefined : rows[draft.row]?.row
  if (draft === null || row === undefined) return ''
  const { words } = speech
  const time = timeLabel(draft.span, row.zone, speech)
  if (draft.item === undefined) return words.selecting(time, lengthLabel(draft.span, words))
  const { title } = draft.item
  const what = draft.kind === 'move' ? words.moving(title, row.label, time) : words.resizing(title, time)
  return words.sentence([what, words.confirmHint])
}

/** Scrolls no further than needed to have the cursor's cell in sight, clear of head and names. */
function reveal(box: HTMLElement | null, plan: Plan, cursor: Cursor): void {
  const prepared = plan.rows[cursor.row]
  if (box === null || prepared === undefined) return
  const cell = cursorCell(cursor, plan.field)
  const top = topOf(plan.layout, cursor.row)
  const room = { width: box.clientWidth - plan.nameWidth, height: box.clientHeight - headHeight }
  const toY = nearest(box.scrollTop, { start: top, end: top + prepared.height }, room.height)
  const across: TimeSpan = { start: xOf(plan.scale, cell.start), end: xOf(plan.scale, cell.end) }
  const toX = nearest(box.scrollLeft, across, room.width)
  box.scrollTo(Math.max(0, toX), Math.min(heightOf(plan.layout), Math.max(0, toY)))
}

/** The least scroll from `at` that shows `piece` in `room`. */
function nearest(at: number, piece: TimeSpan, room: number): number {
  if (piece.start < at) return piece.start
  return piece.end > at + room ? piece.end - room : at
}
