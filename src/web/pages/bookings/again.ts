import type { Booking } from '../../api/queries/bookings.ts'
import { addDays, dayOf, type Span, spanOf, startOfDay } from '../../time.ts'
import type { Wish } from './bookingForm.ts'

const daysPerWeek = 7

/**
 * The same booking once more: on the first coming day of the same weekday, at the same time on the
 * instrument's clock, as long as it was.
 */
export function wishAgain(booking: Booking, zone: string, now: number): Wish {
  const was = spanOf(booking)
  let span = was
  while (span.start <= now) span = weekLater(span, zone)
  return { instrumentId: booking.instrumentId, span, kind: 'exact', like: booking }
}

function weekLater({ start, end }: Span, zone: string): Span {
  const day = dayOf(start, zone)
  const next = startOfDay(addDays(day, daysPerWeek), zone) + (start - startOfDay(day, zone))
  return { start: next, end: next + (end - start) }
}
