import { type CSSProperties, type MouseEvent, type ReactNode, useId, useMemo, useRef } from 'react'
import { cursorCell } from './cursor.ts'
import { xOf } from './geometry.ts'
import { Head, Lines } from './head.tsx'
import { cellLabel } from './labels.ts'
import type { RowSpan, TimelineRow, TimelineWords, TimeSpan, Zoom } from './model.ts'
import { Overlay } from './overlay.tsx'
import { headHeight, type Plan } from './plan.ts'
import { Row } from './row.tsx'
import { type Asks, useDeeds } from './useDeeds.ts'
import { useFirstSight } from './useFirstSight.ts'
import { usePlan } from './usePlan.ts'
import { useViewport, type Viewport, viewportQuantum } from './useViewport.ts'
import { heightOf, topOf, visibleRows, visibleTime } from './windowing.ts'

export interface TimelineProps extends Asks {
  readonly rows: readonly TimelineRow[]
  readonly window: TimeSpan
  readonly zoom: Zoom
  /** Zone of the axis. */
  readonly zone: string
  readonly snapMinutes: number
  /** BCP 47, for dates and weekdays. */
  readonly language: string
  readonly words: TimelineWords
  /** Names the grid. */
  readonly label: string
  /** What is selected while its dialog is open. */
  readonly selection?: RowSpan | null
  /** What has been sent and not yet been answered. */
  readonly pending?: RowSpan | null
}

/**
 * Many instruments against time: one tab stop, a cursor for the keys, dragging by mouse and finger. Only the
 * rows and the hours in sight are in the document.
 */
export function Timeline(props: TimelineProps): ReactNode {
  const { label, words, now, rows } = props
  const box = useRef<HTMLDivElement>(null)
  const id = useId()
  const viewport = useViewport(box)
  const plan = usePlan(props, viewport)
  const deeds = useDeeds(box, plan, props)
  useFirstSight(box, plan, now, viewport !== null)
  const { start, end } = cursorCell(deeds.cursor, plan.field)
  const cellId = `${id}-${rows[deeds.cursor.row]?.id ?? ''}-${start}`
  const style: CSSProperties & Record<`--${string}`, string> = {
    '--tl-name-width': `${plan.nameWidth}px`,
    '--tl-head-height': `${headHeight}px`,
  }
  return (
    <div className="tl" style={style}>
      <div
        ref={box}
        className="tl-grid"
        role="grid"
        tabIndex={0}
        aria-label={label}
        aria-describedby={`${id}-keys`}
        aria-rowcount={rows.length + 1}
        aria-colcount={columnOf(plan, plan.scale.window.end - 1)}
        aria-multiselectable="true"
        aria-activedescendant={rows.length > 0 && viewport !== null ? cellId : undefined}
        data-keys={deeds.byKeys || undefined}
        data-zoom={plan.zoom}
        onClickCapture={event => followLink(event, props.onFollow)}
        {...deeds.handlers}
      >
        {viewport !== null && (
          <Canvas
            {...props}
            plan={plan}
            viewport={viewport}
            deeds={deeds}
            cell={{ id: cellId, start, end }}
          />
        )}
      </div>
      {rows.length === 0 && <p className="tl-empty">{words.noRows}</p>}
      <p id={`${id}-keys`} hidden>
        {words.keys}
      </p>
      <p className="hidden-visually" role="status">
        {deeds.spoken}
      </p>
    </div>
  )
}

interface CanvasProps extends TimelineProps {
  readonly plan: Plan
  readonly viewport: Viewport
  readonly deeds: ReturnType<typeof useDeeds>
  readonly cell: TimeSpan & { readonly id: string }
}

/** What scrolls: head, lines, the rows in sight and that of the cursor, which the focus must not lose. */
function Canvas({ plan, viewport, deeds, cell, now, selection, pending }: CanvasProps): ReactNode {
  const { scale, layout, grid, nameWidth, nameRoom, speech } = plan
  const { cursor, draft } = deeds
  const { first, last } = visibleRows(layout, viewport.top, viewport.height + viewportQuantum)
  const laneWidth = viewport.width - nameWidth + viewportQuantum
  const { start, end } = visibleTime(scale, viewport.left, laneWidth)
  const part = useMemo(() => ({ start, end }), [start, end])
  const shown = plan.rows.slice(first, last).map((_, index) => first + index)
  const isAway = plan.rows[cursor.row] !== undefined && (cursor.row < first || cursor.row >= last)
  const isTall = heightOf(layout) + headHeight > viewport.height
  const axis = { scale, grid, part, nameWidth, speech }
  return (
    <div className="tl-canvas" role="presentation" style={{ width: nameWidth + scale.width }}>
      <Head {...axis} now={now} />
      <div className="tl-body" role="rowgroup" style={{ height: heightOf(layout) }}>
        <Lines {...axis} />
        {(isAway ? [...shown, cursor.row] : shown).map(row => {
          const prepared = plan.rows[row]
          if (prepared === undefined) return null
          return (
            <Row
              key={prepared.row.id}
              {...{ prepared, row, scale, part, nameWidth, nameRoom, speech }}
              top={topOf(layout, row)}
              zoom={plan.zoom}
              cursor={
                row === cursor.row && (
                  <CursorCell plan={plan} row={row} cell={cell} now={now} draft={draft !== null} />
                )
              }
            />
          )
        })}
        <Overlay
          plan={plan}
          clearFrom={isTall ? viewport.top + viewportQuantum : 0}
          now={now}
          draft={draft}
          selection={selection ?? null}
          pending={pending ?? null}
        />
      </div>
    </div>
  )
}

interface CursorCellProps {
  readonly plan: Plan
  readonly row: number
  readonly cell: TimeSpan & { readonly id: string }
  readonly now: number
  readonly draft: boolean
}

/** The cell under the cursor: what a screen reader speaks at each step. */
function CursorCell({ plan, row, cell, now, draft }: CursorCellProps): ReactNode {
  const { scale, nameWidth, speech } = plan
  const prepared = plan.rows[row]
  if (prepared === undefined) return null
  const left = xOf(scale, Math.max(cell.start, scale.window.start))
  const right = xOf(scale, Math.min(cell.end, scale.window.end))
  return (
    <div
      id={cell.id}
      className="tl-cursor"
      role="gridcell"
      aria-colindex={columnOf(plan, cell.start)}
      aria-selected={draft}
      aria-label={cellLabel(prepared, cell, speech, now)}
      style={{ left: nameWidth + left, width: right - left }}
    />
  )
}

/** Which column of the grid a moment lies in: the first is that of the names. */
function columnOf({ grid, scale }: Plan, at: number): number {
  if (grid.step === 'day') return 2 + grid.days.findLastIndex(day => day.start <= at)
  return 2 + Math.max(0, Math.floor((at - scale.window.start) / grid.step))
}

/** Follows a name's link within the page, unless a new tab is asked for. */
function followLink(event: MouseEvent, onFollow: TimelineProps['onFollow']): void {
  const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null
  if (link === null || !isPlain || onFollow === undefined) return
  event.preventDefault()
  onFollow(link.getAttribute('href') ?? '')
}
