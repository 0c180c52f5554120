import { Link } from 'wouter'
import type { Booking } from '../../api/queries/bookings.ts'
import type { Instrument } from '../../api/queries/instruments.ts'
import { Button } from '../../kit/button.tsx'
import { BookingStatus } from '../../kit/status.tsx'
import { clocksDiffer, spanOf, spanText, viewerZone } from '../../time.ts'
import { useWords } from '../../words/words.tsx'
import { useLocale, useNameOf } from '../../words/writing.ts'

interface BookingRowProps {
  readonly booking: Booking
  /** Absent until it is known. */
  readonly instrument: Instrument | undefined
  readonly onRepeat: () => void
}

/** A booking in a list, with the deed most often wanted. */
export function BookingRow({ booking, instrument, onRepeat }: BookingRowProps) {
  const { booking: words, common } = useWords()
  const locale = useLocale()
  const nameOf = useNameOf()
  const here = viewerZone()
  const zone = instrument?.zone ?? here
  const span = spanOf(booking)
  const name = nameOf(instrument) || common.instrument
  const time = spanText(span, zone, locale)
  return (
    <li className="booking-row">
      <div className="booking-row-what">
        <Link href={`/bookings/${booking.id}`} className="booking-row-name">
          {name}
        </Link>
        <span className="moment">
          {time}
          {clocksDiffer(zone, here, span.start) && (
            <span className="quiet booking-row-here">
              {common.yourZone(here, spanText(span, here, locale))}
            </span>
          )}
        </span>
        <span className="quiet">
          {[booking.title, booking.projectCode, instrument?.location].filter(Boolean).join(' · ')}
        </span>
      </div>
      <BookingStatus state={booking.state} />
      {booking.kind === 'use' && (
        <Button onPress={onRepeat} aria-label={`${words.again}: ${name} ${time}`}>
          {words.again}
        </Button>
      )}
    </li>
  )
}
