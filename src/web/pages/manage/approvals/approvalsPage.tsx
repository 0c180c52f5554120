import { useMemo, useState } from 'react'
import type { Booking } from '../../../api/queries/bookings.ts'
import { type Instrument, useInstrumentsById } from '../../../api/queries/instruments.ts'
import { Button } from '../../../kit/button.tsx'
import { Empty, Waiting } from '../../../kit/note.tsx'
import { Page } from '../../../kit/page.tsx'
import { Chip } from '../../../kit/status.tsx'
import { useNow } from '../../../kit/useNow.ts'
import { instantOf, momentText, spanOf, spanText } from '../../../time.ts'
import { useStaffWords } from '../../../words/words.tsx'
import { useLength, useLocale, useMoney, useNameOf } from '../../../words/writing.ts'
import { BookingPanel } from '../board/bookingPanel.tsx'
import { DecideForm } from '../board/deedForms.tsx'
import { expiryOf, useWaiting } from '../useWaiting.ts'

/** Less than this left, and it is said with weight. */
const soonSeconds = 4 * 3600
const secondsPerMinute = 60

/** Requests that wait for the reader, the one that expires first on top. */
export function ApprovalsPage() {
  const { board } = useStaffWords()
  const { waiting, error, refetch } = useWaiting()
  const [openedId, setOpenedId] = useState<string | null>(null)
  const ids = useMemo(() => [...new Set((waiting ?? []).map(each => each.instrumentId))], [waiting])
  const instruments = useInstrumentsById(ids)
  return (
    <Page
      title={board.approvalsTitle}
      detail={waiting !== undefined && waiting.length > 0 && board.approvalsDetail(waiting.length)}
    >
      {waiting === undefined && <Waiting error={error} onRetry={() => void refetch()} />}
      {waiting?.length === 0 && (
        <Empty title={board.noApprovals}>
          <p className="quiet">{board.noApprovalsHelp}</p>
        </Empty>
      )}
      <ul className="plain-list stack">
        {waiting?.map(booking => (
          <li key={booking.id}>
            <Request
              booking={booking}
              instrument={instruments.get(booking.instrumentId)}
              onOpen={() => setOpenedId(booking.id)}
            />
          </li>
        ))}
      </ul>
      {openedId !== null && <BookingPanel id={openedId} onClose={() => setOpenedId(null)} />}
    </Page>
  )
}

interface RequestProps {
  readonly booking: Booking
  readonly instrument: Instrument | undefined
  readonly onOpen: () => void
}

function Request({ booking, instrument, onOpen }: RequestProps) {
  const { board, manage } = useStaffWords()
  const locale = useLocale()
  const nameOf = useNameOf()
  const money = useMoney()
  const [verdict, setVerdict] = useState<'approval' | 'rejection' | null>(null)
  const zone = instrument?.zone ?? 'UTC'
  const { person, projectCode, estimatedCost, title, places, createdAt } = booking
  const details = [
    person.name ?? manage.unnamed,
    projectCode ?? manage.noProject,
    board.quotas[booking.quota],
    estimatedCost && money(estimatedCost),
    places > 1 && board.places(places),
    title,
  ]
  return (
    <article className="card stack-tight" aria-label={`${nameOf(instrument)} ${person.name ?? ''}`}>
      <div className="row-apart">
        <h2>{nameOf(instrument)}</h2>
        <Expiry at={expiryOf(booking)} />
      </div>
      <p className="strong">{spanText(spanOf(booking), zone, locale)}</p>
      <p>{details.filter(Boolean).join(' · ')}</p>
      <p className="quiet">{board.askedAt(momentText(instantOf(createdAt), zone, locale))}</p>
      {verdict === null ? (
        <div className="row">
          <Button look="main" onPress={() => setVerdict('approval')}>
            {board.approve}
          </Button>
          <Button look="danger" onPress={() => setVerdict('rejection')}>
            {board.reject}
          </Button>
          <Button look="plain" onPress={onOpen}>
            {board.openBooking}
          </Button>
        </div>
      ) : (
        <DecideForm
          booking={booking}
          verdict={verdict}
          onBack={() => setVerdict(null)}
          onDone={() => setVerdict(null)}
        />
      )}
    </article>
  )
}

function Expiry({ at }: { readonly at: number }) {
  const { board } = useStaffWords()
  const length = useLength()
  const now = useNow()
  const minutes = Math.floor((at - now) / 1000 / secondsPerMinute)
  if (minutes < 0) return <Chip tone="bad">✕ {board.expired}</Chip>
  const seconds = minutes * secondsPerMinute
  // Hours are near enough from two on.
  const rough = seconds > 7200 ? Math.round(seconds / 3600) * 3600 : seconds
  return <Chip tone={seconds < soonSeconds ? 'warn' : 'plain'}>◔ {board.expiresIn(length(rough))}</Chip>
}
