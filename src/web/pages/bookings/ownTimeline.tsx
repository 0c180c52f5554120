import { useMemo, useState } from 'react'
import type { Booking } from '../../api/queries/bookings.ts'
import { useAvailability, useInstrumentsById } from '../../api/queries/instruments.ts'
import { useMe } from '../../api/queries/me.ts'
import { useNow } from '../../kit/useNow.ts'
import { clocksDiffer, dayOf, instantOf, viewerZone, writeInstant } from '../../time.ts'
import type { Zoom } from '../../timeline/model.ts'
import { useWords } from '../../words/words.tsx'
import { useNameOf } from '../../words/writing.ts'
import { TimeBar, windowOf } from '../find/timeBar.tsx'
import { isLive, rowOf } from '../find/timelineRows.ts'
import { BookingTimeline } from './bookingTimeline.tsx'
import { useBookingDialog } from './useBookingDialog.tsx'

const ZOOMS: readonly Zoom[] = ['day', 'week', 'month']

/** The reader's bookings against time, on a row for each instrument they have one on ahead or in sight. */
export function OwnTimeline({ bookings }: { readonly bookings: readonly Booking[] }) {
  const { booking: words, find } = useWords()
  const zone = viewerZone()
  const now = useNow()
  const [zoom, setZoom] = useState<Zoom>('week')
  const [day, setDay] = useState(() => dayOf(now, zone))
  const { dialog, ...booking } = useBookingDialog()
  const { start, end } = windowOf(day, zoom, zone)
  const shown = useMemo(
    () => bookings.filter(each => isLive(each) && (instantOf(each.end) > now || instantOf(each.end) > start)),
    [bookings, now, start],
  )
  const rows = useRows(shown, { start, end }, now)
  return (
    <div className="stack-tight">
      <TimeBar zoom={zoom} zooms={ZOOMS} onZoom={setZoom} day={day} onDay={setDay} zone={zone} />
      <p className="quiet">
        {words.rowsHelp} {rows.some(row => clocksDiffer(row.zone, zone, start)) && find.axis(zone)}
      </p>
      <BookingTimeline
        rows={rows}
        window={{ start, end }}
        zoom={zoom}
        zone={zone}
        view="timeline"
        label={words.grid}
        bookings={shown}
        {...booking}
      />
      {dialog}
    </div>
  )
}

function useRows(bookings: readonly Booking[], window: { start: number; end: number }, now: number) {
  const { timeline } = useWords()
  const nameOf = useNameOf()
  const readerId = useMe().data?.person.id ?? ''
  // The row of what comes next stands on top.
  const byStart = bookings.toSorted((a, b) => instantOf(a.start) - instantOf(b.start))
  const ids = [...new Set(byStart.map(each => each.instrumentId))]
  const instruments = useInstrumentsById(ids)
  const time = useAvailability({
    instrumentIds: ids,
    from: writeInstant(window.start, 'UTC'),
    to: writeInstant(window.end, 'UTC'),
  }).data
  return useMemo(() => {
    const times = new Map(time?.map(each => [each.instrumentId, each]))
    return [...instruments.values()].map(instrument =>
      rowOf({
        instrument,
        label: nameOf(instrument),
        ...(instrument.location !== null && { detail: instrument.location }),
        time: times.get(instrument.id),
        bookings,
        readerId,
        untitled: timeline.own,
        busy: timeline.states.busy,
        now,
      }),
    )
  }, [bookings, instruments, time, readerId, timeline, now, nameOf])
}
