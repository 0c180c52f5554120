import { useInstrument } from '../../api/queries/instruments.ts'
import type { Booking } from '../../api/queries/bookings.ts'
import { Button, LinkButton } from '../../kit/button.tsx'
import { DialogActions } from '../../kit/dialog.tsx'
import { Note } from '../../kit/note.tsx'
import { spanOf, spanText, viewerZone } from '../../time.ts'
import { useWords } from '../../words/words.tsx'
import { useLocale } from '../../words/writing.ts'
import { type BookingUnit, Consequences } from './verdict.tsx'

interface BookedProps {
  readonly booking: Booking
  readonly unit: BookingUnit
  readonly onClose: () => void
}

/** What was booked, in place of the form. */
export function Booked({ booking, unit, onClose }: BookedProps) {
  const { booking: words, common } = useWords()
  const locale = useLocale()
  const zone = useInstrument(booking.instrumentId).data?.zone ?? viewerZone()
  return (
    <>
      <Note tone="good" role="alert" title={booking.state === 'requested' ? words.requested : words.done}>
        <p className="moment">{spanText(spanOf(booking), zone, locale)}</p>
        <Consequences booking={booking} unit={unit} />
      </Note>
      <DialogActions>
        <LinkButton href={`/bookings/${booking.id}`}>{words.open}</LinkButton>
        <Button onPress={onClose}>{words.another}</Button>
        <Button look="main" onPress={onClose} autoFocus>
          {common.close}
        </Button>
      </DialogActions>
    </>
  )
}
