import { useMemo } from 'react'
import { type Booking, useBookings } from '../../api/queries/bookings.ts'
import { type Availability, type Instrument, useAvailability } from '../../api/queries/instruments.ts'
import { useInstitutions } from '../../api/queries/institutions.ts'
import { useMe } from '../../api/queries/me.ts'
import { Waiting } from '../../kit/note.tsx'
import { useNow } from '../../kit/useNow.ts'
import { clocksDiffer, viewerZone, writeInstant } from '../../time.ts'
import type { RowSpan, TimelineRow } from '../../timeline/model.ts'
import { useWords } from '../../words/words.tsx'
import { useNameOf } from '../../words/writing.ts'
import type { Wish } from '../bookings/bookingForm.ts'
import { BookingTimeline } from '../bookings/bookingTimeline.tsx'
import type { FindState } from './findState.ts'
import { InstrumentCards } from './instrumentCards.tsx'
import { windowOf } from './timeBar.tsx'
import { rowOf } from './timelineRows.ts'

interface ResultsProps {
  readonly instruments: readonly Instrument[]
  readonly state: FindState
  /** What is being booked. */
  readonly selection: RowSpan | null
  readonly onWish: (wish: Wish) => void
}

const nothing: readonly Booking[] = []

/** The instruments found, against time. */
export function Results({ instruments, state: { view, zoom, day }, selection, onWish }: ResultsProps) {
  const words = useWords().find
  const zone = axisZoneOf(instruments)
  const window = windowOf(day, zoom, zone)
  const asked = { from: writeInstant(window.start, 'UTC'), to: writeInstant(window.end, 'UTC') }
  const time = useAvailability({ instrumentIds: instruments.map(each => each.id), ...asked })
  const own = useBookings({ mine: true, ...asked }).data ?? nothing
  const now = useNow()
  const rows = useRows({ instruments, time: time.data, own, now })
  if (time.data === undefined) return <Waiting error={time.error} onRetry={() => void time.refetch()} />
  return (
    <div className="stack-tight">
      <h2 className="hidden-visually">{words.listLabel}</h2>
      <AxisNote zone={zone} instruments={instruments} at={window.start} />
      {view === 'cards' ? (
        <InstrumentCards instruments={instruments} time={time.data} now={now} onWish={onWish} />
      ) : (
        <BookingTimeline
          rows={rows}
          window={window}
          zoom={zoom}
          zone={zone}
          view={view}
          label={view === 'list' ? words.listLabel : words.grid}
          bookings={own}
          selection={selection}
          onWish={onWish}
        />
      )}
    </div>
  )
}

/** The one zone in which all of them stand, else the reader's. */
function axisZoneOf(instruments: readonly Instrument[]): string {
  const zones = new Set(instruments.map(each => each.zone))
  const [first] = zones
  return zones.size === 1 && first !== undefined ? first : viewerZone()
}

interface RowsSource {
  readonly instruments: readonly Instrument[]
  readonly time: readonly Availability[] | undefined
  readonly own: readonly Booking[]
  readonly now: number
}

/** Rows stay the same objects while nothing in them changes, for the timeline prepares each but once. */
function useRows({ instruments, time, own, now }: RowsSource): readonly TimelineRow[] {
  const { timeline, find } = useWords()
  const nameOf = useNameOf()
  const institutions = useInstitutions().data
  const readerId = useMe().data?.person.id ?? ''
  return useMemo(() => {
    const times = new Map(time?.map(each => [each.instrumentId, each]))
    const hosts = new Map(institutions?.map(each => [each.id, each]))
    return instruments.map(instrument => {
      const where = [nameOf(hosts.get(instrument.institutionId)), instrument.location].filter(Boolean)
      return rowOf({
        instrument,
        label: nameOf(instrument),
        detail: times.has(instrument.id) ? where.join(' · ') : find.calendarClosed,
        time: times.get(instrument.id),
        bookings: own,
        readerId,
        untitled: timeline.own,
        busy: timeline.states.busy,
        now,
      })
    })
  }, [instruments, time, own, institutions, readerId, timeline, find, now, nameOf])
}

interface AxisNoteProps {
  readonly zone: string
  readonly instruments: readonly Instrument[]
  readonly at: number
}

function AxisNote({ zone, instruments, at }: AxisNoteProps) {
  const words = useWords().find
  const others = [...new Set(instruments.map(each => each.zone))].filter(each => clocksDiffer(each, zone, at))
  const isElsewhere = clocksDiffer(zone, viewerZone(), at)
  if (others.length === 0 && !isElsewhere) return null
  return (
    <p className="quiet">
      {words.axis(zone)} {isElsewhere && words.axisHere(viewerZone())}{' '}
      {others.length > 0 && words.axisDiffers(others.join(' / '))}
    </p>
  )
}
