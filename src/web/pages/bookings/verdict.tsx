import type { Booking } from '../../api/queries/bookings.ts'
import { useAlliances } from '../../api/queries/alliances.ts'
import { useInstrument } from '../../api/queries/instruments.ts'
import type { Schema } from '../../api/schemas.ts'
import { Note } from '../../kit/note.tsx'
import { hoursText, instantOf, momentText, spanOf } from '../../time.ts'
import { useLocale, useMoney, useNameOf } from '../../words/writing.ts'
import { useWords } from '../../words/words.tsx'
import { BookingProblem } from './bookingProblem.tsx'
import { daysIn } from './fitting.ts'

export type BookingUnit = Schema<'PolicyRules'>['bookingUnit']

interface VerdictProps {
  /** What the trial says: the booking as it would be. */
  readonly booking: Booking | undefined
  readonly error: Error | null
  readonly unit: BookingUnit
  /** What is said where all is well. */
  readonly can: string
}

/** Whether something can be booked, what it costs and holds, or every rule against it; said as it changes. */
export function Verdict({ booking, error, unit, can }: VerdictProps) {
  const words = useWords().booking
  return (
    <div className="verdict" role="status">
      {error === null && booking === undefined && <p className="quiet">{words.checking}</p>}
      {error === null && booking !== undefined && (
        <Note tone="good" title={booking.state === 'requested' ? words.canRequest : can}>
          <Consequences booking={booking} unit={unit} />
        </Note>
      )}
      <BookingProblem error={error} />
    </div>
  )
}

/** Cost, quota and by whose leave, in one line of short parts. */
export function Consequences({ booking, unit }: { readonly booking: Booking; readonly unit: BookingUnit }) {
  const words = useWords().booking
  const money = useMoney()
  const locale = useLocale()
  const nameOf = useNameOf()
  const alliances = useAlliances().data ?? []
  const instrument = useInstrument(booking.instrumentId).data
  const zone = instrument?.zone ?? 'UTC'
  const alliance = alliances.find(each => each.id === booking.allianceId)
  const holding = useHolding(booking, unit, zone)
  return (
    <ul className="parts">
      <li>{booking.estimatedCost === null ? words.free : words.cost(money(booking.estimatedCost))}</li>
      {holding !== null && <li>{holding}</li>}
      {alliance !== undefined && <li>{words.funded(nameOf(alliance))}</li>}
      <li>{words.assigned(nameOf(instrument))}</li>
      {booking.state === 'requested' && booking.expiresAt !== null && (
        <li>{words.until(momentText(instantOf(booking.expiresAt), zone, locale))}</li>
      )}
    </ul>
  )
}

/** The quota that a booking holds, in words; null where it holds none. */
export function useHolding(booking: Booking, unit: BookingUnit, zone: string): string | null {
  const words = useWords().booking
  const amount = useFigure(booking, { unit, zone, share: 1 })
  switch (booking.quota) {
    case 'none':
      return null
    case 'tracked':
      return unit === 'day' ? words.trackedDays(amount) : words.tracked(amount)
    case 'enforced':
      return unit === 'day' ? words.holdDays(amount) : words.hold(amount)
    default:
      return booking.quota satisfies never
  }
}

interface Part {
  readonly unit: BookingUnit
  readonly zone: string
  /** Of the whole, 0 to 1. */
  readonly share: number
}

/** A share of the quota that a booking holds, with its unit. */
export function useAmount(booking: Booking, part: Part): string {
  const { booking: words, common } = useWords()
  const figure = useFigure(booking, part)
  return part.unit === 'day' ? words.chargedUnits(figure) : common.hours(figure)
}

function useFigure(booking: Booking, { unit, zone, share }: Part): string {
  const locale = useLocale()
  const span = spanOf(booking)
  if (unit === 'day') {
    return new Intl.NumberFormat(locale).format(Math.floor(daysIn(span, zone) * booking.places * share))
  }
  return hoursText(((span.end - span.start) / 1000) * booking.places * share, locale)
}
