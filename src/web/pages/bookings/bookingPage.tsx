import { useMemo } from 'react'
import { useParams } from 'wouter'
import { useLive } from '../../api/live.ts'
import { ApiProblem } from '../../api/problem.ts'
import { type Booking, useBooking } from '../../api/queries/bookings.ts'
import { type Instrument, useInstrument, usePolicy } from '../../api/queries/instruments.ts'
import { LinkButton } from '../../kit/button.tsx'
import { Empty, Waiting } from '../../kit/note.tsx'
import { Page } from '../../kit/page.tsx'
import { BookingStatus } from '../../kit/status.tsx'
import { spanOf, spanText } from '../../time.ts'
import { useWords } from '../../words/words.tsx'
import { useLocale, useNameOf } from '../../words/writing.ts'
import { Attendance } from './attendance.tsx'
import { BookingDeeds } from './bookingDeeds.tsx'
import { BookingFacts } from './bookingFacts.tsx'
import { RunFacts } from './runFacts.tsx'

/** Everything about one booking, and what can be done about it. */
export function BookingPage() {
  const { id } = useParams<{ id: string }>()
  const words = useWords().booking
  const asked = useBooking(id)
  const instrumentId = asked.data?.instrumentId
  const instrument = useInstrument(instrumentId ?? '', { enabled: instrumentId !== undefined })
  useLive(useMemo(() => (instrumentId === undefined ? [] : [instrumentId]), [instrumentId]))
  if (asked.error instanceof ApiProblem && asked.error.body.status === 404) {
    return (
      <Page title={words.missing}>
        <Empty title={words.missing}>
          <LinkButton href="/bookings">{words.title}</LinkButton>
        </Empty>
      </Page>
    )
  }
  if (asked.data === undefined || instrument.data === undefined) {
    const retry = () => void Promise.all([asked.refetch(), instrument.refetch()])
    return <Waiting error={asked.error ?? instrument.error} onRetry={retry} />
  }
  return <OneBooking booking={asked.data} instrument={instrument.data} />
}

interface OneBookingProps {
  readonly booking: Booking
  readonly instrument: Instrument
}

function OneBooking({ booking, instrument }: OneBookingProps) {
  const nameOf = useNameOf()
  const when = spanText(spanOf(booking), instrument.zone, useLocale())
  // The rules that hold at its start are those frozen on it.
  const rules = usePolicy(instrument.id, booking.start).data?.rules
  return (
    <Page
      title={nameOf(instrument)}
      detail={
        <span className="row">
          <span className="moment">{when}</span>
          <BookingStatus state={booking.state} />
        </span>
      }
      actions={
        rules !== undefined && <BookingDeeds booking={booking} instrument={instrument} rules={rules} />
      }
    >
      {rules !== undefined && <Attendance booking={booking} zone={instrument.zone} rules={rules} />}
      <div className="columns">
        <BookingFacts booking={booking} instrument={instrument} unit={rules?.bookingUnit ?? 'time'} />
        <RunFacts booking={booking} unit={rules?.bookingUnit ?? 'time'} />
      </div>
    </Page>
  )
}
