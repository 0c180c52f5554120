import { Link } from 'wouter'
import { type Booking, useCheckIn, useCheckOut } from '../../api/queries/bookings.ts'
import { useInstrument, usePolicy } from '../../api/queries/instruments.ts'
import { Button } from '../../kit/button.tsx'
import { ProblemNote } from '../../kit/problemNote.tsx'
import { BookingStatus } from '../../kit/status.tsx'
import { instantOf, momentText, now, spanOf, spanText, viewerZone, clocksDiffer } from '../../time.ts'
import { LOCALES } from '../../words/language.ts'
import { useSpeech } from '../../words/words.tsx'
import { useNameOf } from '../../words/writing.ts'

/** Bookings as cards, each with the next thing to do about it. */
export const BookingCards = ({ bookings }: { readonly bookings: readonly Booking[] }) => (
  <div className="grid-cards">
    {bookings.map(booking => (
      <BookingCard key={booking.id} booking={booking} />
    ))}
  </div>
)

function BookingCard({ booking }: { readonly booking: Booking }) {
  const { language, words } = useSpeech()
  const { home, common } = words
  const locale = LOCALES[language]
  const nameOf = useNameOf()
  const instrument = useInstrument(booking.instrumentId).data
  const zone = instrument?.zone ?? viewerZone()
  const span = spanOf(booking)
  const differs = clocksDiffer(zone, viewerZone(), span.start)
  return (
    <article className="card stack-tight">
      <div className="row-apart">
        <h3>
          <Link href={`/bookings/${booking.id}`}>{nameOf(instrument)}</Link>
        </h3>
        <BookingStatus state={booking.state} />
      </div>
      <p className="figures">{spanText(span, zone, locale)}</p>
      {differs && (
        <p className="quiet">{common.yourZone(viewerZone(), spanText(span, viewerZone(), locale))}</p>
      )}
      {instrument?.location !== undefined && <p className="quiet">{instrument.location}</p>}
      {booking.state === 'requested' && booking.expiresAt !== null && (
        <p>{home.waitingUntil(momentText(instantOf(booking.expiresAt), zone, locale))}</p>
      )}
      <Attendance booking={booking} />
    </article>
  )
}

/** Check-in from shortly before the start, check-out while in use. */
function Attendance({ booking }: { readonly booking: Booking }) {
  const { home } = useSpeech().words
  const checkIn = useCheckIn()
  const checkOut = useCheckOut()
  const { attendance = 'as-booked' } = usePolicy(booking.instrumentId).data?.rules ?? {}
  const isNear = instantOf(booking.start) - now() < checkInLeadMilliseconds
  const seen = { id: booking.id, version: booking.version }
  if (booking.state === 'in_use')
    return (
      <div className="stack-tight">
        <Button look="main" onPress={() => checkOut.mutate(seen)} isPending={checkOut.isPending}>
          {home.checkOut}
        </Button>
        <ProblemNote error={checkOut.error} />
      </div>
    )
  if (booking.state !== 'confirmed' || !isNear || attendance === 'as-booked') return null
  return (
    <div className="stack-tight">
      <Button onPress={() => checkIn.mutate(seen)} isPending={checkIn.isPending}>
        {home.checkIn}
      </Button>
      <ProblemNote error={checkIn.error} />
    </div>
  )
}

/** Offered this long before the start; the instrument's own rule says from when it counts. */
const checkInLeadMilliseconds = 1_800_000
