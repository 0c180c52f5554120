import { useState } from 'react'
import { type Booking, useReschedule } from '../../api/queries/bookings.ts'
import { type Instrument, useInstrument, usePolicy } from '../../api/queries/instruments.ts'
import { Dialog } from '../../kit/dialog.tsx'
import { DialogEnd } from '../../kit/dialogEnd.tsx'
import { Waiting } from '../../kit/note.tsx'
import { type Span, spanOf, spanText, writeInstant } from '../../time.ts'
import { useWords } from '../../words/words.tsx'
import { useLocale, useMoney, useNameOf } from '../../words/writing.ts'
import { Alternatives, type Choice } from './alternatives.tsx'
import { OverrideField } from './overrideField.tsx'
import { TimeFields } from './timeFields.tsx'
import { useTrialOfMove } from './useTrial.ts'
import { Verdict } from './verdict.tsx'

interface MoveDialogProps {
  readonly booking: Booking
  /** Where it is to go: where it was dropped, or where it is. */
  readonly instrumentId: string
  readonly span: Span
  readonly onClose: () => void
}

/** Moves a booking: shows what would come of it before it is done. */
export function MoveDialog({ instrumentId, ...rest }: MoveDialogProps) {
  const words = useWords().booking
  const nameOf = useNameOf()
  const asked = useInstrument(instrumentId)
  const title = asked.data === undefined ? words.move : words.moveTitle(nameOf(asked.data))
  return (
    <Dialog title={title} isOpen onClose={rest.onClose}>
      {asked.data === undefined ? (
        <Waiting error={asked.error} onRetry={() => void asked.refetch()} />
      ) : (
        <MoveSteps {...rest} instrument={asked.data} />
      )}
    </Dialog>
  )
}

interface MoveStepsProps extends Omit<MoveDialogProps, 'instrumentId'> {
  readonly instrument: Instrument
}

function MoveSteps({ booking, span, instrument, onClose }: MoveStepsProps) {
  const { booking: words } = useWords()
  const [to, setTo] = useState<Choice>({ instrumentId: instrument.id, start: span.start, end: span.end })
  const [overrideReason, setOverrideReason] = useState('')
  const chosen = useInstrument(to.instrumentId).data ?? instrument
  const unit = usePolicy(to.instrumentId).data?.rules.bookingUnit ?? 'time'
  const reschedule = useReschedule()
  const draftTo = (choice: Choice) => ({
    id: booking.id,
    version: booking.version,
    start: writeInstant(choice.start, chosen.zone),
    end: writeInstant(choice.end, chosen.zone),
    ...(choice.instrumentId !== booking.instrumentId && { instrumentId: choice.instrumentId }),
    ...(overrideReason !== '' && { overrideReason }),
  })
  const trial = useTrialOfMove(reschedule.isPending || reschedule.isSuccess ? null : draftTo(to))
  const error = reschedule.error ?? trial.error
  const change = (part: Partial<Choice>) => {
    reschedule.reset()
    setTo(before => ({ ...before, ...part }))
  }
  const take = (choice: Choice) => {
    setTo(choice)
    reschedule.mutate(draftTo(choice), { onSuccess: onClose })
  }
  return (
    <>
      <Before booking={booking} zone={instrument.zone} />
      <TimeFields span={to} onChange={change} zone={chosen.zone} unit={unit} />
      <Verdict booking={trial.booking} error={error} unit={unit} can={words.canMove} />
      <OverrideField error={error} instrument={chosen} value={overrideReason} onChange={setOverrideReason} />
      <Alternatives
        error={error}
        onChoose={change}
        onTake={take}
        takeLabel={words.moveThere}
        isPending={reschedule.isPending}
      />
      <DialogEnd
        deed={{ isPending: reschedule.isPending }}
        name={words.confirmMove}
        isReady={trial.error === null}
        onDo={() => take(to)}
        onClose={onClose}
      />
    </>
  )
}

function Before({ booking, zone }: { readonly booking: Booking; readonly zone: string }) {
  const words = useWords().booking
  const money = useMoney()
  const when = spanText(spanOf(booking), zone, useLocale())
  return (
    <p className="quiet">
      {words.moveFrom(when)}
      {booking.estimatedCost !== null && ` · ${words.costBefore(money(booking.estimatedCost))}`}
    </p>
  )
}
