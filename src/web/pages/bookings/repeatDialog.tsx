import type { Booking } from '../../api/queries/bookings.ts'
import { useInstrument } from '../../api/queries/instruments.ts'
import { now, spanOf } from '../../time.ts'
import { BookingDialog } from './bookingDialog.tsx'
import { nextWeekOf } from './fitting.ts'

interface RepeatDialogProps {
  readonly booking: Booking
  readonly onClose: () => void
}

/** Books the same once more: same instrument, project and length, the same time of the next week ahead. */
export function RepeatDialog({ booking, onClose }: RepeatDialogProps) {
  const instrument = useInstrument(booking.instrumentId).data
  if (instrument === undefined) return null
  const span = nextWeekOf(spanOf(booking), { zone: instrument.zone, now: now() })
  const wish = { instrumentId: booking.instrumentId, span, kind: 'exact' as const, like: booking }
  return <BookingDialog wish={wish} onClose={onClose} />
}
