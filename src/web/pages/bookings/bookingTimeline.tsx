import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Booking } from '../../api/queries/bookings.ts'
import { useNow } from '../../kit/useNow.ts'
import type { Span } from '../../time.ts'
import { TimelineList } from '../../timeline/list.tsx'
import type { RowSpan, TimelineRow, Zoom } from '../../timeline/model.ts'
import { Timeline } from '../../timeline/timeline.tsx'
import { useWords } from '../../words/words.tsx'
import { useLocale } from '../../words/writing.ts'
import { isBusyId } from '../find/timelineRows.ts'
import type { Wish } from './bookingForm.ts'
import { MoveDialog } from './moveDialog.tsx'

const snapMinutes = 30

interface BookingTimelineProps {
  readonly rows: readonly TimelineRow[]
  readonly window: Span
  readonly zoom: Zoom
  readonly zone: string
  readonly label: string
  readonly view: 'timeline' | 'list'
  /** Those among the items that may be moved. */
  readonly bookings: readonly Booking[]
  /** What is being booked. */
  readonly selection: RowSpan | null
  readonly onWish: (wish: Wish) => void
}

interface Move {
  readonly booking: Booking
  readonly instrumentId: string
  readonly span: Span
}

/** Instruments against time: free time is booked, bookings are opened, and one's own moved. */
export function BookingTimeline({
  view,
  label,
  bookings,
  selection,
  onWish,
  ...shown
}: BookingTimelineProps) {
  const { timeline } = useWords()
  const now = useNow()
  const [, navigate] = useLocation()
  const [move, setMove] = useState<Move | null>(null)
  const shared = { ...shown, label, now, snapMinutes, language: useLocale(), words: timeline }
  const open = (itemId: string, rowId: string) => {
    const item = shown.rows.find(row => row.id === rowId)?.items.find(each => each.id === itemId)
    if (item === undefined) return
    // Time that somebody has taken is asked for all the same: the answer names times that are near.
    if (isBusyId(itemId)) onWish({ instrumentId: rowId, span: item, kind: 'free' })
    else navigate(`/bookings/${itemId}`)
  }
  const moveTo = (itemId: string, instrumentId: string | undefined, span: Span) => {
    const booking = bookings.find(each => each.id === itemId)
    if (booking === undefined) return
    setMove({ booking, instrumentId: instrumentId ?? booking.instrumentId, span })
  }
  const freshest = bookings.find(each => each.id === move?.booking.id) ?? move?.booking
  return (
    <>
      {view === 'timeline' ? (
        <Timeline
          {...shared}
          selection={selection}
          pending={pendingOf(move)}
          onSelect={(instrumentId, span) => onWish({ instrumentId, span, kind: 'drawn' })}
          onOpen={open}
          onMove={moveTo}
          onResize={(itemId, span) => moveTo(itemId, undefined, span)}
          onFollow={navigate}
        />
      ) : (
        <TimelineList
          {...shared}
          onSelect={(instrumentId, span) => onWish({ instrumentId, span, kind: 'free' })}
          onOpen={open}
        />
      )}
      {move !== null && freshest !== undefined && (
        <MoveDialog {...move} booking={freshest} onClose={() => setMove(null)} />
      )}
    </>
  )
}

/** Drawn where it is to go for as long as that is being decided; closed, it is back where it was. */
const pendingOf = (move: Move | null): RowSpan | null =>
  move === null ? null : { rowId: move.instrumentId, span: move.span, itemId: move.booking.id }
