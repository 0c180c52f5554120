import type { ReactNode } from 'react'
import { type Booking, useBooking } from '../../../api/queries/bookings.ts'
import { type Instrument, useInstrument } from '../../../api/queries/instruments.ts'
import { Dialog } from '../../../kit/dialog.tsx'
import { Waiting } from '../../../kit/note.tsx'
import { BookingStatus } from '../../../kit/status.tsx'
import { clocksDiffer, instantOf, momentText, spanOf, spanText, viewerZone } from '../../../time.ts'
import { useStaffWords } from '../../../words/words.tsx'
import { useLocale, useMoney, useNameOf } from '../../../words/writing.ts'
import { BookingDeeds } from './bookingDeeds.tsx'

interface BookingPanelProps {
  readonly id: string
  readonly onClose: () => void
}

/** One booking beside the board: who, when, on what terms, and what staff can do about it. */
export function BookingPanel({ id, onClose }: BookingPanelProps) {
  const { board } = useStaffWords()
  const found = useBooking(id)
  return (
    <Dialog title={board.booking} width="side" isOpen onClose={onClose}>
      {found.data === undefined ? (
        <Waiting error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <Found booking={found.data} onClose={onClose} />
      )}
    </Dialog>
  )
}

interface FoundProps {
  readonly booking: Booking
  readonly onClose: () => void
}

function Found({ booking, onClose }: FoundProps) {
  const instrument = useInstrument(booking.instrumentId)
  if (instrument.data === undefined) {
    return <Waiting error={instrument.error} onRetry={() => void instrument.refetch()} />
  }
  return (
    <>
      <div>
        <BookingStatus state={booking.state} />
      </div>
      <BookingFacts booking={booking} instrument={instrument.data} />
      <BookingDeeds booking={booking} zone={instrument.data.zone} onClose={onClose} />
    </>
  )
}

interface FactsProps {
  readonly booking: Booking
  readonly instrument: Instrument
}

/** What staff may know of a booking. */
function BookingFacts({ booking, instrument }: FactsProps) {
  const { board, common, manage } = useStaffWords()
  const locale = useLocale()
  const nameOf = useNameOf()
  const money = useMoney()
  const { zone } = instrument
  const { person, estimatedCost, title, overrideReason, checkedInAt, expiresAt, decisionReason } = booking
  const span = spanOf(booking)
  const moment = (at: string | null) => at && momentText(instantOf(at), zone, locale)
  const facts: readonly (readonly [string, ReactNode])[] = [
    [board.instrument, nameOf(instrument)],
    [board.when, spanText(span, zone, locale)],
    [
      '',
      isElsewhere(zone, span.start) && common.yourZone(viewerZone(), spanText(span, viewerZone(), locale)),
    ],
    [board.person, person.name ?? manage.unnamed],
    [board.contact, [person.email, person.phone].filter(Boolean).join('，')],
    [board.project, booking.projectCode ?? manage.noProject],
    [board.quota, board.quotas[booking.quota]],
    [board.cost, estimatedCost && money(estimatedCost)],
    [board.subject, title],
    [board.checkedIn, moment(checkedInAt)],
    [board.expires, booking.state === 'requested' && moment(expiresAt)],
    [board.decision, decisionReason],
    [board.override, overrideReason],
  ]
  return (
    <dl className="facts">
      {facts
        .filter(([, value]) => value !== null && value !== false && value !== '')
        .map(([name, value]) => (
          <div key={name} className="fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}

const isElsewhere = (zone: string, at: number) => clocksDiffer(zone, viewerZone(), at)
