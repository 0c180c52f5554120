import { useEffect, useEffectEvent, useState } from 'react'
import { useBook } from '../../api/queries/bookings.ts'
import { type Instrument, useInstrument, usePolicy } from '../../api/queries/instruments.ts'
import type { Schema } from '../../api/schemas.ts'
import { Dialog } from '../../kit/dialog.tsx'
import { DialogEnd } from '../../kit/dialogEnd.tsx'
import { Waiting } from '../../kit/note.tsx'
import { now } from '../../time.ts'
import type { RowSpan } from '../../timeline/model.ts'
import { useWords } from '../../words/words.tsx'
import { useNameOf } from '../../words/writing.ts'
import { Alternatives, type Choice } from './alternatives.tsx'
import { Booked } from './booked.tsx'
import { BookingFields } from './bookingFields.tsx'
import { type BookingForm, draftOf, formOf, type Wish } from './bookingForm.ts'
import { OverrideField } from './overrideField.tsx'
import { useTrialOfBooking } from './useTrial.ts'
import { Verdict } from './verdict.tsx'

interface BookingDialogProps {
  readonly wish: Wish
  readonly onClose: () => void
  /** Hears what is about to be booked, at first and at every change. */
  readonly onSelection?: (selection: RowSpan) => void
}

/** Books a time: shows at every change what would come of it, and what else could be had. */
export function BookingDialog(props: BookingDialogProps) {
  const { wish, onClose } = props
  const words = useWords().booking
  const nameOf = useNameOf()
  const instrument = useInstrument(wish.instrumentId)
  const policy = usePolicy(wish.instrumentId)
  const title = instrument.data === undefined ? words.book : words.bookTitle(nameOf(instrument.data))
  const retry = () => void Promise.all([instrument.refetch(), policy.refetch()])
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      {instrument.data === undefined || policy.data === undefined ? (
        <Waiting error={instrument.error ?? policy.error} onRetry={retry} />
      ) : (
        <BookingSteps {...props} instrument={instrument.data} rules={policy.data.rules} />
      )}
    </Dialog>
  )
}

interface BookingStepsProps extends BookingDialogProps {
  readonly instrument: Instrument
  readonly rules: Schema<'PolicyRules'>
}

/** The form, and once it is booked what came of it. */
function BookingSteps({ wish, instrument, rules, onClose, onSelection }: BookingStepsProps) {
  const { booking: words } = useWords()
  const [form, setForm] = useState(() => formOf(wish, { instrument, rules, now: now() }))
  // An alternative may stand elsewhere, with another clock and other rules.
  const chosen = useInstrument(form.instrumentId).data ?? instrument
  const { bookingUnit } = usePolicy(form.instrumentId).data?.rules ?? rules
  const book = useBook()
  const { instrumentId: rowId, start, end } = form
  const tell = useEffectEvent((selection: RowSpan) => onSelection?.(selection))
  useEffect(() => tell({ rowId, span: { start, end } }), [rowId, start, end])
  const trial = useTrialOfBooking(book.isPending || book.isSuccess ? null : draftOf(form, chosen))
  if (book.data !== undefined) return <Booked booking={book.data} unit={bookingUnit} onClose={onClose} />
  const change = (part: Partial<BookingForm>) => {
    book.reset()
    setForm(before => ({ ...before, ...part }))
  }
  const choose = (choice: Choice) => change({ ...choice, anyOfPool: false })
  const take = (choice: Choice) => {
    const taken = { ...form, ...choice, anyOfPool: false }
    setForm(taken)
    book.mutate(draftOf(taken, chosen))
  }
  const error = book.error ?? trial.error
  const isRequest = trial.booking?.state === 'requested'
  return (
    <>
      <BookingFields form={form} onChange={change} instrument={chosen} unit={bookingUnit} />
      <Verdict booking={trial.booking} error={error} unit={bookingUnit} can={words.can} />
      <OverrideField
        error={error}
        instrument={chosen}
        value={form.overrideReason}
        onChange={overrideReason => change({ overrideReason })}
      />
      <Alternatives
        error={error}
        onChoose={choose}
        onTake={take}
        takeLabel={words.bookThis}
        isPending={book.isPending}
      />
      <DialogEnd
        deed={{ isPending: book.isPending }}
        name={isRequest ? words.request : words.confirm}
        isReady={trial.error === null}
        onDo={() => book.mutate(draftOf(form, chosen))}
        onClose={onClose}
      />
    </>
  )
}
