import { useState } from 'react'
import { type Booking, useExtend } from '../../api/queries/bookings.ts'
import type { Schema } from '../../api/schemas.ts'
import { Button } from '../../kit/button.tsx'
import { MomentField } from '../../kit/dates.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { DialogEnd } from '../../kit/dialogEnd.tsx'
import { addDays, dayOf, instantOf, startOfDay, writeInstant } from '../../time.ts'
import { useWords } from '../../words/words.tsx'
import { useLength } from '../../words/writing.ts'
import { useTrialOfExtension } from './useTrial.ts'
import { Verdict } from './verdict.tsx'

const secondsPerDay = 86_400
const halfHourSeconds = 1800

interface ExtendDialogProps {
  readonly booking: Booking
  readonly zone: string
  readonly rules: Schema<'PolicyRules'>
  readonly onClose: () => void
}

/** Gives a booking a later end: by a step, or to a moment. */
export function ExtendDialog({ booking, zone, rules, onClose }: ExtendDialogProps) {
  const { booking: words, common } = useWords()
  const length = useLength()
  const before = instantOf(booking.end)
  const isByDay = rules.bookingUnit === 'day'
  const step = isByDay ? secondsPerDay : Math.max(rules.gridSeconds, halfHourSeconds)
  const later = (steps: number) =>
    isByDay ? startOfDay(addDays(dayOf(before, zone), steps), zone) : before + steps * step * 1000
  const [end, setEnd] = useState(later(1))
  const extend = useExtend()
  const draft = { id: booking.id, version: booking.version, end: writeInstant(end, zone) }
  const trial = useTrialOfExtension(extend.isPending || extend.isSuccess ? null : draft)
  const error = extend.error ?? trial.error
  const choose = (at: number) => {
    extend.reset()
    setEnd(at)
  }
  return (
    <Dialog title={words.extendTitle} isOpen onClose={onClose}>
      <div className="row">
        {[1, 2, 4].map(steps => (
          <Button key={steps} onPress={() => choose(later(steps))} aria-pressed={end === later(steps)}>
            {words.extendBy(length(steps * step))}
          </Button>
        ))}
      </div>
      <MomentField label={words.end} value={end} onChange={choose} zone={zone} help={common.zoneOf(zone)} />
      <Verdict booking={trial.booking} error={error} unit={rules.bookingUnit} can={words.canExtend} />
      <DialogEnd
        deed={{ isPending: extend.isPending }}
        name={words.confirmExtend}
        isReady={trial.error === null}
        onDo={() => extend.mutate(draft, { onSuccess: onClose })}
        onClose={onClose}
      />
    </Dialog>
  )
}
