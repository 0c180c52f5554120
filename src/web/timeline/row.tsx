import { memo, type ReactNode } from 'react'
import { boxOf, isDrawnAlone, type PreparedRow } from './cells.ts'
import { type Scale, xOf } from './geometry.ts'
import { itemLabel, outageLabel, type Speech } from './labels.ts'
import type { TimelineItem, TimeSpan, Zoom } from './model.ts'
import { shownName } from './names.ts'
import { within } from './windowing.ts'

/** Bars from this width on have room for a sign, */
const signedFrom = 14
/** for their title where it fits, or from this on for as much of it as there is room, */
const titledFrom = 72
/** and from this on they keep it in sight while they are scrolled. */
const pinnedFrom = 160

interface RowProps {
  readonly prepared: PreparedRow
  readonly row: number
  readonly top: number
  readonly scale: Scale
  /** The part of time to render. */
  readonly part: TimeSpan
  readonly nameWidth: number
  readonly nameRoom: number
  readonly speech: Speech
  readonly zoom: Zoom
  /** The cursor's cell, in the row that it is in. */
  readonly cursor?: ReactNode
}

/** One instrument: its name, its hours, outages and bookings within `part`. */
export const Row = memo((props: RowProps) => {
  const { prepared, row, top, scale, part, nameWidth, nameRoom, speech, zoom, cursor } = props
  const items = within(prepared.items, part)
  const isBar = (item: TimelineItem): boolean => isDrawnAlone(item, scale, zoom)
  const layer = {
    left: nameWidth + xOf(scale, part.start),
    width: xOf(scale, part.end) - xOf(scale, part.start),
  }
  const shift = xOf(scale, part.start)
  const rectOf = (span: TimeSpan, box: { top: number; height: number }): string =>
    rectPath(xOf(scale, span.start) - shift, xOf(scale, span.end) - shift, box)
  const closed = within(prepared.closed, part).map(span => rectOf(span, { top: 0, height: prepared.height }))
  const specks = items.filter(item => !isBar(item)).map(item => rectOf(item, boxOf(prepared, item)))
  return (
    <div
      className="tl-row"
      role="row"
      aria-rowindex={row + 2}
      data-row={prepared.row.id}
      style={{ top, height: prepared.height }}
    >
      <Name prepared={prepared} room={nameRoom} />
      {closed.length > 0 && (
        <div className="tl-closed" aria-hidden="true" style={{ ...layer, clipPath: pathOf(closed) }} />
      )}
      <Outages {...props} />
      {specks.length > 0 && (
        <div className="tl-specks" aria-hidden="true" style={{ ...layer, clipPath: pathOf(specks) }} />
      )}
      {items.filter(isBar).map(item => (
        <Bar
          key={item.id}
          item={item}
          prepared={prepared}
          scale={scale}
          nameWidth={nameWidth}
          speech={speech}
        />
      ))}
      {cursor}
    </div>
  )
})
Row.displayName = 'Row'

interface NameProps {
  readonly prepared: PreparedRow
  readonly room: number
}

/** The whole name is read out and shown under the pointer where there was no room for it. */
function Name({ prepared: { row }, room }: NameProps): ReactNode {
  const { text, isCut } = shownName(row.label, room)
  const said = { className: 'tl-label', 'data-cut': isCut || undefined }
  return (
    <div
      className="tl-name"
      role="rowheader"
      aria-colindex={1}
      aria-label={isCut ? [row.label, row.detail ?? []].flat().join(' ') : undefined}
      title={row.label}
    >
      {row.href === undefined ? (
        <span {...said}>{text}</span>
      ) : (
        <a {...said} href={row.href} tabIndex={-1}>
          {text}
        </a>
      )}
      {row.detail !== undefined && <span className="tl-detail">{row.detail}</span>}
    </div>
  )
}

function Outages({ prepared, part, scale, nameWidth, speech }: RowProps): ReactNode {
  return within(prepared.outages, part).map(outage => {
    const { left, width } = spread(outage, scale)
    const label = outageLabel(outage, speech.words)
    return (
      <div
        key={outage.id}
        className="tl-outage"
        role="gridcell"
        data-planned={outage.planned}
        title={label}
        style={{ left: nameWidth + left, width }}
      >
        <span className="tl-pinned">{label}</span>
      </div>
    )
  })
}

interface BarProps {
  readonly item: TimelineItem
  readonly prepared: PreparedRow
  readonly scale: Scale
  readonly nameWidth: number
  readonly speech: Speech
}

/**
 * A booking. Its state shows as a sign that the style sheet draws before the title, and is said in the label.
 */
const Bar = memo(({ item, prepared, scale, nameWidth, speech }: BarProps) => {
  const { left, width } = spread(item, scale)
  const { top, height } = boxOf(prepared, item)
  const label = itemLabel(item, prepared.row, speech)
  return (
    <div
      className="tl-item"
      role="gridcell"
      aria-label={label}
      title={label}
      data-item={item.id}
      data-state={item.state}
      data-own={item.own || undefined}
      data-slim={width < signedFrom || undefined}
      style={{ left: nameWidth + left, width, top, height }}
    >
      {hasRoomFor(item.title, width) &&
        (width < pinnedFrom ? item.title : <span className="tl-pinned">{item.title}</span>)}
    </div>
  )
})
Bar.displayName = 'Bar'

/** Half a word says nothing: a title shows whole, or where much of it can be seen. */
function hasRoomFor(title: string, width: number): boolean {
  const wide = [...title].filter(character => character > '\u2e7f').length
  const text = 12 * wide + 7 * (title.length - wide)
  return width >= titledFrom || width >= text + signedFrom
}

/** Left end and width of a span; never so narrow that it vanishes, nor beyond the window. */
function spread(span: TimeSpan, scale: Scale): { left: number; width: number } {
  const left = xOf(scale, Math.max(span.start, scale.window.start))
  const right = xOf(scale, Math.min(span.end, scale.window.end))
  return { left, width: Math.max(2, right - left - 1) }
}

function rectPath(from: number, to: number, { top, height }: { top: number; height: number }): string {
  const [left, right] = [Math.round(from), Math.max(Math.round(to), Math.round(from) + 2)]
  return `M${left} ${top}H${right}V${top + height}H${left}Z`
}

const pathOf = (rects: readonly string[]): string => `path('${rects.join('')}')`
