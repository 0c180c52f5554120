import type { ReactNode } from 'react'
import { xOf } from './geometry.ts'
import { lengthLabel, timeLabel } from './labels.ts'
import type { Draft, RowSpan, TimeSpan } from './model.ts'
import type { Plan } from './plan.ts'
import { topOf } from './windowing.ts'

/** What the label of a time takes up, at most. */
const labelWidth = 420
const labelHeight = 28

interface OverlayProps {
  readonly plan: Plan
  /** Height from which on a label above a row is clear of the head. */
  readonly clearFrom: number
  readonly now: number
  readonly draft: Draft | null
  readonly selection: RowSpan | null
  readonly pending: RowSpan | null
}

/**
 * What lies above the rows: the veil of the past, the line of now, and what is being chosen or on its way.
 */
export function Overlay({ plan, clearFrom, now, draft, selection, pending }: OverlayProps): ReactNode {
  const { words } = plan.speech
  const rowOf = ({ rowId }: RowSpan): number => plan.rows.findIndex(({ row }) => row.id === rowId)
  return (
    <>
      <Now plan={plan} now={now} />
      {selection !== null && draft === null && (
        <Ghost
          plan={plan}
          clearFrom={clearFrom}
          kind="select"
          row={rowOf(selection)}
          span={selection.span}
          note={words.selected}
        />
      )}
      {pending !== null && (
        <Ghost
          plan={plan}
          clearFrom={clearFrom}
          kind="pending"
          row={rowOf(pending)}
          span={pending.span}
          note={words.pending}
        />
      )}
      {draft !== null && (
        <Ghost
          plan={plan}
          clearFrom={clearFrom}
          kind={draft.kind}
          row={draft.row}
          span={draft.span}
          note={lengthLabel(draft.span, words)}
        />
      )}
    </>
  )
}

function Now({ plan, now }: { plan: Plan; now: number }): ReactNode {
  const { scale, nameWidth } = plan
  const isIn = now >= scale.window.start && now < scale.window.end
  const pastWidth = xOf(scale, Math.min(now, scale.window.end))
  return (
    <>
      {pastWidth > 0 && (
        <div className="tl-past" aria-hidden="true" style={{ left: nameWidth, width: pastWidth }} />
      )}
      {isIn && <div className="tl-now" aria-hidden="true" style={{ left: nameWidth + xOf(scale, now) }} />}
    </>
  )
}

interface GhostProps {
  readonly plan: Plan
  readonly clearFrom: number
  readonly kind: Draft['kind'] | 'pending'
  readonly row: number
  readonly span: TimeSpan
  readonly note: string
}

/** A time not yet booked, with its hours written on it. */
function Ghost({ plan, clearFrom, kind, row, span, note }: GhostProps): ReactNode {
  const { scale, layout, nameWidth, speech } = plan
  const prepared = plan.rows[row]
  if (prepared === undefined || span.end <= scale.window.start || span.start >= scale.window.end) return null
  const left = xOf(scale, Math.max(span.start, scale.window.start))
  const right = xOf(scale, Math.min(span.end, scale.window.end))
  const above = topOf(layout, row) - labelHeight >= clearFrom
  return (
    <div
      className="tl-ghost"
      data-kind={kind}
      data-label={`${above ? 'above' : 'below'} ${left + labelWidth > scale.width ? 'end' : 'start'}`}
      aria-hidden="true"
      style={{
        left: nameWidth + left,
        width: Math.max(2, right - left),
        top: topOf(layout, row),
        height: prepared.height,
      }}
    >
      <span className="tl-ghost-label">{`${timeLabel(span, prepared.row.zone, speech)} · ${note}`}</span>
    </div>
  )
}
