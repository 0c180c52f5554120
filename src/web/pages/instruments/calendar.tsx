import { useMemo, useState } from 'react'
import { type Booking, useBookings } from '../../api/queries/bookings.ts'
import { type Instrument, useAvailability } from '../../api/queries/instruments.ts'
import { useMe } from '../../api/queries/me.ts'
import { Note } from '../../kit/note.tsx'
import { ChoiceBar } from '../../kit/choiceBar.tsx'
import { Section } from '../../kit/page.tsx'
import { useNarrow } from '../../kit/useNarrow.ts'
import { useNow } from '../../kit/useNow.ts'
import { clocksDiffer, dayOf, viewerZone, writeInstant } from '../../time.ts'
import type { RowSpan, Zoom } from '../../timeline/model.ts'
import { useWords } from '../../words/words.tsx'
import { useNameOf } from '../../words/writing.ts'
import type { Wish } from '../bookings/bookingForm.ts'
import { BookingTimeline } from '../bookings/bookingTimeline.tsx'
import { TimeBar, windowOf } from '../find/timeBar.tsx'
import { rowOf } from '../find/timelineRows.ts'

const ZOOMS: readonly Zoom[] = ['day', 'week', 'month']
const nothing: readonly Booking[] = []

interface CalendarProps {
  readonly instrument: Instrument
  readonly selection: RowSpan | null
  readonly onWish: (wish: Wish) => void
}

/** The time of one instrument on its own clock: a week, until another range is chosen. */
export function Calendar({ instrument, selection, onWish }: CalendarProps) {
  const { instrument: words, find } = useWords()
  const isNarrow = useNarrow()
  const now = useNow()
  const { zone } = instrument
  const [zoom, setZoom] = useState<Zoom>('week')
  const [day, setDay] = useState(() => dayOf(now, zone))
  const [chosenView, setView] = useState<'timeline' | 'list' | null>(null)
  const view = chosenView ?? (isNarrow ? 'list' : 'timeline')
  const window = windowOf(day, zoom, zone)
  const asked = { from: writeInstant(window.start, 'UTC'), to: writeInstant(window.end, 'UTC') }
  const time = useAvailability({ instrumentIds: [instrument.id], ...asked })
  const bookings = useBookings({ instrumentId: instrument.id, ...asked }).data ?? nothing
  const row = useRow(instrument, time.data?.[0], bookings)
  const isClosed = time.data !== undefined && time.data.length === 0
  if (isClosed) return <Note>{words.calendarClosed}</Note>
  return (
    <Section title={words.calendar}>
      <div className="row-apart">
        <TimeBar zoom={zoom} zooms={ZOOMS} onZoom={setZoom} day={day} onDay={setDay} zone={zone} />
        <ChoiceBar
          label={find.view}
          choices={[
            { id: 'timeline', name: find.timeline },
            { id: 'list', name: find.list },
          ]}
          value={view}
          onChange={setView}
        />
      </div>
      {clocksDiffer(zone, viewerZone(), window.start) && (
        <p className="quiet">{words.yourTime(viewerZone())}</p>
      )}
      <BookingTimeline
        rows={row}
        window={window}
        zoom={zoom}
        zone={zone}
        view={view}
        label={view === 'list' ? find.listLabel : words.calendar}
        bookings={bookings}
        selection={selection}
        onWish={onWish}
      />
    </Section>
  )
}

function useRow(
  instrument: Instrument,
  time: Parameters<typeof rowOf>[0]['time'],
  bookings: readonly Booking[],
) {
  const { timeline } = useWords()
  const nameOf = useNameOf()
  const readerId = useMe().data?.person.id ?? ''
  const now = useNow()
  return useMemo(
    () => [
      rowOf({
        instrument,
        label: nameOf(instrument),
        time,
        bookings,
        readerId,
        untitled: timeline.own,
        busy: timeline.states.busy,
        now,
      }),
    ],
    [instrument, time, bookings, readerId, timeline, now, nameOf],
  )
}
