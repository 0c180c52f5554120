import { useState } from 'react'
import { useReschedule } from '../../../api/queries/bookings.ts'
import { MomentField } from '../../../kit/dates.tsx'
import { TextArea } from '../../../kit/field.tsx'
import { instantOf, writeInstant } from '../../../time.ts'
import { useStaffWords } from '../../../words/words.tsx'
import { DeedForm, type DeedFormProps } from './deedForms.tsx'

interface MoveFormProps extends DeedFormProps {
  readonly zone: string
}

/** Another time for a booking; with a reason staff set the rules of the policy aside. */
export function MoveForm({ booking, zone, onBack, onDone }: MoveFormProps) {
  const { board, common } = useStaffWords()
  const reschedule = useReschedule()
  const [start, setStart] = useState(() => instantOf(booking.start))
  const [end, setEnd] = useState(() => instantOf(booking.end))
  const [reason, setReason] = useState('')
  const given = reason.trim()
  // Another start keeps the length.
  const moveTo = (next: number) => {
    setStart(next)
    setEnd(next + (end - start))
  }
  const submit = () => {
    const { id, version } = booking
    const times = { start: writeInstant(start, zone), end: writeInstant(end, zone) }
    const to = { id, version, ...times, ...(given !== '' && { overrideReason: given }) }
    reschedule.mutate(to, { onSuccess: onDone })
  }
  return (
    <DeedForm
      title={board.moveTitle}
      help={board.moveHelp}
      action={board.moveTitle}
      look="main"
      isBusy={reschedule.isPending}
      isReady={start < end}
      error={reschedule.error}
      onBack={onBack}
      onSubmit={submit}
    >
      <MomentField label={common.from} value={start} onChange={moveTo} zone={zone} />
      <MomentField label={common.to} value={end} onChange={setEnd} zone={zone} />
      <TextArea
        label={board.overrideReason}
        help={board.overrideNeeded}
        value={reason}
        onChange={setReason}
        isRequired={false}
      />
    </DeedForm>
  )
}
