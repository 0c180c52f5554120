import { useState } from 'react'
import { type Booking, useCancel, useCancelTrial } from '../../api/queries/bookings.ts'
import type { Instrument } from '../../api/queries/instruments.ts'
import type { Schema } from '../../api/schemas.ts'
import { Dialog } from '../../kit/dialog.tsx'
import { DialogEnd } from '../../kit/dialogEnd.tsx'
import { TextField } from '../../kit/field.tsx'
import { Note } from '../../kit/note.tsx'
import { spanOf, spanText } from '../../time.ts'
import { useWords } from '../../words/words.tsx'
import { useLocale, useNameOf, useShare } from '../../words/writing.ts'
import { BookingProblem } from './bookingProblem.tsx'
import { useAmount } from './verdict.tsx'

const reasonCharactersMax = 500
const basisPointsWhole = 10_000

interface CancelDialogProps {
  readonly booking: Booking
  readonly instrument: Instrument
  readonly rules: Schema<'PolicyRules'>
  readonly onClose: () => void
}

/** Cancels a booking; first it says what that costs, as the service tells it for this moment. */
export function CancelDialog({ booking, instrument, rules, onClose }: CancelDialogProps) {
  const { booking: words } = useWords()
  const [reason, setReason] = useState('')
  const nameOf = useNameOf()
  const when = spanText(spanOf(booking), instrument.zone, useLocale())
  const trial = useCancelTrial(booking)
  const cancel = useCancel()
  const { id, version } = booking
  const send = () => cancel.mutate({ id, version, ...(reason !== '' && { reason }) }, { onSuccess: onClose })
  const error = cancel.error ?? trial.error
  return (
    <Dialog title={words.cancelTitle} isOpen onClose={onClose}>
      <p>
        <strong>{nameOf(instrument)}</strong>
        <br />
        <span className="moment">{when}</span>
      </p>
      <div role="status" className="verdict">
        {trial.data === undefined && error === null && <p className="quiet">{words.checking}</p>}
        {trial.data !== undefined && (
          <Consequence
            booking={booking}
            isLate={trial.data.cancelledLate}
            zone={instrument.zone}
            rules={rules}
          />
        )}
        <BookingProblem error={error} />
      </div>
      <TextField
        label={words.cancelReason}
        isRequired={false}
        value={reason}
        onChange={setReason}
        maxLength={reasonCharactersMax}
      />
      <DialogEnd
        deed={{ isPending: cancel.isPending }}
        name={words.confirmCancel}
        look="danger"
        isReady={trial.data !== undefined}
        onDo={send}
        onClose={onClose}
        cancel={words.keep}
      />
    </Dialog>
  )
}

interface ConsequenceProps {
  readonly booking: Booking
  readonly isLate: boolean
  readonly zone: string
  readonly rules: Schema<'PolicyRules'>
}

function Consequence({ booking, isLate, zone, rules }: ConsequenceProps) {
  const words = useWords().booking
  const share = useShare()
  const { bookingUnit, lateCancelForfeit } = rules
  const lost = useAmount(booking, { unit: bookingUnit, zone, share: lateCancelForfeit / basisPointsWhole })
  if (booking.state === 'requested') return <Note tone="good">{words.cancelRequest}</Note>
  if (!isLate) return <Note tone="good">{words.cancelFree}</Note>
  return (
    <Note tone="warn" title={words.cancelLate}>
      {booking.quota === 'none' || lateCancelForfeit === 0 ? (
        <p>{words.cancelForfeitNone}</p>
      ) : (
        <p>{words.cancelForfeit(share(lateCancelForfeit), lost)}</p>
      )}
    </Note>
  )
}
