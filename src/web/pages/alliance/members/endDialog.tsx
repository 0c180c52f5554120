import { useState } from 'react'
import { Button } from '../../../kit/button.tsx'
import { DayField } from '../../../kit/dates.tsx'
import { Dialog, DialogActions } from '../../../kit/dialog.tsx'
import { ProblemNote } from '../../../kit/problemNote.tsx'
import { dayOf, now } from '../../../time.ts'
import { useStaffWords } from '../../../words/words.tsx'

interface EndDialogProps {
  readonly title: string
  readonly help?: string
  readonly zone: string
  readonly error: Error | null
  readonly isPending: boolean
  readonly onEnd: (lastDay: string) => void
  readonly onClose: () => void
}

/** Asks for the last day of something dated: nothing is deleted. */
export function EndDialog({ title, help, zone, error, isPending, onEnd, onClose }: EndDialogProps) {
  const { alliance, common } = useStaffWords()
  const [lastDay, setLastDay] = useState<string | null>(() => dayOf(now(), zone))
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      {help !== undefined && <p>{help}</p>}
      <DayField label={`${alliance.endsOn} · ${alliance.endsOnHelp}`} value={lastDay} onChange={setLastDay} />
      <ProblemNote error={error} />
      <DialogActions>
        <Button onPress={onClose}>{common.cancel}</Button>
        <Button
          look="danger"
          isDisabled={lastDay === null}
          isPending={isPending}
          onPress={() => lastDay !== null && onEnd(lastDay)}
        >
          {title}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
