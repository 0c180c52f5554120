import { useState } from 'react'
import { type LedgerWithPeriods, type Period, useShortenPeriod } from '../../../../api/queries/ledgers.ts'
import { DayField } from '../../../../kit/dates.tsx'
import { Dialog } from '../../../../kit/dialog.tsx'
import { DialogEnd } from '../../../../kit/dialogEnd.tsx'
import { dayOf, instantOf, now } from '../../../../time.ts'
import { useStaffWords } from '../../../../words/words.tsx'

interface ShortenDialogProps {
  readonly ledger: LedgerWithPeriods
  readonly period: Period
  readonly onShortened: (lastDay: string) => void
  readonly onClose: () => void
}

/** Lets an open period end earlier, so that the next one finds room. */
export function ShortenDialog({ ledger, period, onShortened, onClose }: ShortenDialogProps) {
  const { books } = useStaffWords()
  const [endsOn, setEndsOn] = useState<string | null>(null)
  const shorten = useShortenPeriod()
  const today = dayOf(now(), ledger.zone)
  const firstDay = dayOf(instantOf(period.start), ledger.zone)
  const lastDay = dayOf(instantOf(period.end) - 1, ledger.zone)
  const isReady = endsOn !== null && today <= endsOn && firstDay <= endsOn && endsOn < lastDay
  const save = () => {
    if (!isReady) return
    const asked = { ledgerId: ledger.id, periodId: period.id, endsOn }
    shorten.mutate(asked, { onSuccess: () => onShortened(endsOn) })
  }
  return (
    <Dialog title={books.shortenOf(period.name)} isOpen onClose={onClose}>
      <p>{books.shortenHelp(lastDay)}</p>
      <DayField
        label={`${books.lastDay} · ${books.lastDayHelp}`}
        value={endsOn}
        onChange={next => setEndsOn(next)}
      />
      <DialogEnd deed={shorten} name={books.shorten} isReady={isReady} onDo={save} onClose={onClose} />
    </Dialog>
  )
}
