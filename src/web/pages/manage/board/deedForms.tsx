import { type FormEvent, type ReactNode, useState } from 'react'
import {
  type Booking,
  useCancel,
  useCheckOut,
  useDecide,
  useMarkNoShow,
} from '../../../api/queries/bookings.ts'
import { samplesMax } from '../../../../domain/runSamples.ts'
import { Button } from '../../../kit/button.tsx'
import { NumberField, TextArea } from '../../../kit/field.tsx'
import { ProblemNote } from '../../../kit/problemNote.tsx'
import { useStaffWords } from '../../../words/words.tsx'

const reasonCharactersMax = 500

export interface DeedFormProps {
  readonly booking: Booking
  readonly onBack: () => void
  readonly onDone: () => void
}

interface DecideFormProps extends DeedFormProps {
  readonly verdict: 'approval' | 'rejection'
}

/** Approves, with a word if one likes, or rejects, with a reason. */
export function DecideForm({ booking, verdict, onBack, onDone }: DecideFormProps) {
  const { board, common } = useStaffWords()
  const decide = useDecide()
  const [reason, setReason] = useState('')
  const isApproval = verdict === 'approval'
  const given = reason.trim()
  const submit = () =>
    decide.mutate(
      { id: booking.id, version: booking.version, verdict, ...(given !== '' && { reason: given }) },
      { onSuccess: onDone },
    )
  return (
    <DeedForm
      title={isApproval ? board.approveTitle : board.rejectTitle}
      help={isApproval ? board.approveHelp : undefined}
      action={isApproval ? board.approve : board.reject}
      look={isApproval ? 'main' : 'danger'}
      isBusy={decide.isPending}
      isReady={isApproval || given !== ''}
      error={decide.error}
      onBack={onBack}
      onSubmit={submit}
    >
      <TextArea
        label={common.reason}
        help={board.reasonHelp}
        value={reason}
        onChange={setReason}
        isRequired={!isApproval}
        maxLength={reasonCharactersMax}
      />
    </DeedForm>
  )
}

export function CancelForm({ booking, onBack, onDone }: DeedFormProps) {
  const { board, common } = useStaffWords()
  const cancel = useCancel()
  const [reason, setReason] = useState('')
  const given = reason.trim()
  const submit = () =>
    cancel.mutate({ id: booking.id, version: booking.version, reason: given }, { onSuccess: onDone })
  return (
    <DeedForm
      title={board.cancelTitle}
      help={board.cancelHelp}
      action={board.cancel}
      look="danger"
      isBusy={cancel.isPending}
      isReady={given !== ''}
      error={cancel.error}
      onBack={onBack}
      onSubmit={submit}
    >
      <TextArea
        label={common.reason}
        help={board.reasonHelp}
        value={reason}
        onChange={setReason}
        isRequired
        maxLength={reasonCharactersMax}
      />
    </DeedForm>
  )
}

export function NoShowForm({ booking, onBack, onDone }: DeedFormProps) {
  const { board } = useStaffWords()
  const mark = useMarkNoShow()
  return (
    <DeedForm
      title={board.noShowTitle}
      help={board.noShowHelp}
      action={board.noShow}
      look="danger"
      isBusy={mark.isPending}
      isReady
      error={mark.error}
      onBack={onBack}
      onSubmit={() => mark.mutate(booking, { onSuccess: onDone })}
    />
  )
}

export function CheckOutForm({ booking, onBack, onDone }: DeedFormProps) {
  const { board } = useStaffWords()
  const checkOut = useCheckOut()
  const [samples, setSamples] = useState(Number.NaN)
  const { id, version } = booking
  const submit = () =>
    checkOut.mutate({ id, version, ...(!Number.isNaN(samples) && { samples }) }, { onSuccess: onDone })
  return (
    <DeedForm
      title={board.checkOutTitle}
      help={board.checkOutHelp}
      action={board.checkOut}
      look="main"
      isBusy={checkOut.isPending}
      isReady
      error={checkOut.error}
      onBack={onBack}
      onSubmit={submit}
    >
      <NumberField
        label={board.samples}
        value={samples}
        onChange={setSamples}
        isRequired={false}
        minValue={0}
        maxValue={samplesMax}
      />
    </DeedForm>
  )
}

interface DeedFormShape {
  readonly title: string
  readonly help?: string | undefined
  readonly action: string
  readonly look: 'main' | 'danger'
  readonly isBusy: boolean
  readonly isReady: boolean
  readonly error: Error | null
  readonly onBack: () => void
  readonly onSubmit: () => void
  readonly children?: ReactNode
}

/** What is about to be done, what it needs, and the way back. */
export function DeedForm({ title, help, action, look, isBusy, isReady, error, ...rest }: DeedFormShape) {
  const { common } = useStaffWords()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    rest.onSubmit()
  }
  return (
    <form className="stack deed" onSubmit={submit} aria-label={title}>
      <div>
        <h3>{title}</h3>
        {help !== undefined && <p className="quiet">{help}</p>}
      </div>
      {rest.children}
      <ProblemNote error={error} />
      <div className="dialog-actions">
        <Button onPress={rest.onBack}>{common.back}</Button>
        <Button type="submit" look={look} isPending={isBusy} isDisabled={!isReady}>
          {action}
        </Button>
      </div>
    </form>
  )
}
