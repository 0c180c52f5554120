import { useState } from 'react'
import { DayField } from '../../../kit/dates.tsx'
import { Dialog } from '../../../kit/dialog.tsx'
import { type Deed, DialogEnd } from '../../../kit/dialogEnd.tsx'
import { dayOf, now } from '../../../time.ts'
import { useStaffWords } from '../../../words/words.tsx'

interface EndDialogProps {
  readonly title: string
  readonly help?: string
  readonly zone: string
  readonly deed: Deed
  readonly onEnd: (lastDay: string) => void
  readonly onClose: () => void
}

/** Asks for the last day of something dated: nothing is deleted. */
export function EndDialog({ title, help, zone, deed, onEnd, onClose }: EndDialogProps) {
  const { alliance } = useStaffWords()
  const [lastDay, setLastDay] = useState<string | null>(() => dayOf(now(), zone))
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      {help !== undefined && <p>{help}</p>}
      <DayField label={`${alliance.endsOn} · ${alliance.endsOnHelp}`} value={lastDay} onChange={setLastDay} />
      <DialogEnd
        deed={deed}
        name={title}
        look="danger"
        isReady={lastDay !== null}
        onDo={() => lastDay !== null && onEnd(lastDay)}
        onClose={onClose}
      />
    </Dialog>
  )
}
