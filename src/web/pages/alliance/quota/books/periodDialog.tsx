import { useState } from 'react'
import { type LedgerWithPeriods, useOpenPeriod } from '../../../../api/queries/ledgers.ts'
import { Button } from '../../../../kit/button.tsx'
import { DayField } from '../../../../kit/dates.tsx'
import { Dialog } from '../../../../kit/dialog.tsx'
import { DialogEnd } from '../../../../kit/dialogEnd.tsx'
import { TextField } from '../../../../kit/field.tsx'
import { Note } from '../../../../kit/note.tsx'
import { dayOf, now } from '../../../../time.ts'
import { useStaffWords } from '../../../../words/words.tsx'
import { nextPeriods, type PeriodDraft, periodInTheWay } from './nextPeriods.ts'

const nameCharactersMax = 100

interface PeriodDialogProps {
  readonly ledger: LedgerWithPeriods
  /** The ledger's. */
  readonly name: string
  readonly onOpened: (periodName: string) => void
  readonly onClose: () => void
}

/** Opens the next period of a ledger; the quarter and the year that follow are one tap away. */
export function PeriodDialog({ ledger, name, onOpened, onClose }: PeriodDialogProps) {
  const { books } = useStaffWords()
  const proposed = nextPeriods(ledger, dayOf(now(), ledger.zone))
  const [draft, setDraft] = useState<PeriodDraft>(() => proposed[0] ?? emptyPeriod)
  const open = useOpenPeriod()
  const { startsOn, endsOn } = draft
  const other = periodInTheWay(ledger, draft)
  const hasDays = startsOn !== null && endsOn !== null && startsOn <= endsOn && other === undefined
  const isReady = hasDays && draft.name.trim() !== ''
  const save = () => {
    if (!isReady) return
    const period = { ledgerId: ledger.id, name: draft.name.trim(), startsOn, endsOn }
    open.mutate(period, { onSuccess: made => onOpened(made.name) })
  }
  return (
    <Dialog title={books.addPeriodTo(name)} isOpen onClose={onClose}>
      <div className="row" role="group" aria-label={books.propose}>
        {proposed.map(each => (
          <Button key={each.kind} onPress={() => setDraft(each)}>
            {books[each.kind](each.name)}
          </Button>
        ))}
      </div>
      <TextField
        label={books.periodName}
        value={draft.name}
        onChange={next => setDraft({ ...draft, name: next })}
        maxLength={nameCharactersMax}
        isRequired
      />
      <div className="field-pair">
        <DayField
          label={books.firstDay}
          value={startsOn}
          onChange={next => setDraft({ ...draft, startsOn: next })}
        />
        <DayField
          label={`${books.lastDay} · ${books.lastDayHelp}`}
          value={endsOn}
          onChange={next => setDraft({ ...draft, endsOn: next })}
        />
      </div>
      {other !== undefined && (
        <Note tone="warn" role="status">
          <p>{books.inTheWay(other.name, other.startsOn, other.endsOn)}</p>
        </Note>
      )}
      <DialogEnd deed={open} name={books.addPeriod} isReady={isReady} onDo={save} onClose={onClose} />
    </Dialog>
  )
}

const emptyPeriod: PeriodDraft = { name: '', startsOn: null, endsOn: null }
