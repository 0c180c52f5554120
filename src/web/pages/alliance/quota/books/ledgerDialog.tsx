import { useState } from 'react'
import { LEDGER_UNITS, type LedgerUnit } from '../../../../../domain/ledger/granting.ts'
import { useInstruments } from '../../../../api/queries/instruments.ts'
import { type Ledger, useOpenLedger } from '../../../../api/queries/ledgers.ts'
import { Dialog } from '../../../../kit/dialog.tsx'
import { DialogEnd } from '../../../../kit/dialogEnd.tsx'
import { Checkbox, TextField } from '../../../../kit/field.tsx'
import { Select } from '../../../../kit/select.tsx'
import { useStaffWords } from '../../../../words/words.tsx'
import { useClassName } from '../../amounts.ts'

const classCharactersMax = 100
const another = '+another'

interface LedgerDialogProps {
  readonly allianceId: string
  /** Those there are: one for each class and unit. */
  readonly ledgers: readonly Ledger[]
  readonly onOpened: (ledger: Ledger) => void
  readonly onClose: () => void
}

/** Opens the books for one class of resource. */
export function LedgerDialog({ allianceId, ledgers, onOpened, onClose }: LedgerDialogProps) {
  const { books, quota } = useStaffWords()
  const [chosen, setChosen] = useState<string | null>(null)
  const [typed, setTyped] = useState('')
  const [unit, setUnit] = useState<LedgerUnit>('second')
  const [pooled, setPooled] = useState(false)
  const choices = useClassChoices({ allianceId, ledgers, unit })
  const open = useOpenLedger()
  const resourceClass = chosen === another ? typed.trim() : (chosen ?? '')
  const save = () =>
    open.mutate({ allianceId, resourceClass, unit, pooled }, { onSuccess: made => onOpened(made) })
  return (
    <Dialog title={books.openLedger} isOpen onClose={onClose}>
      <Select label={books.resourceClass} choices={choices} value={chosen} onChange={setChosen} />
      {chosen === another && (
        <TextField
          label={books.classCode}
          help={books.classCodeHelp}
          value={typed}
          onChange={setTyped}
          maxLength={classCharactersMax}
          isRequired
        />
      )}
      <Select
        label={books.unit}
        help={books.unitHelp}
        choices={LEDGER_UNITS.map(id => ({ id, name: quota.unitOf[id] ?? id }))}
        value={unit}
        onChange={setUnit}
      />
      <div>
        <Checkbox isSelected={pooled} onChange={setPooled}>
          {books.pooled}
        </Checkbox>
        <p className="quiet">{books.pooledHelp}</p>
      </div>
      <DialogEnd
        deed={open}
        name={books.openLedger}
        isReady={resourceClass !== ''}
        onDo={save}
        onClose={onClose}
      />
    </Dialog>
  )
}

interface ClassesOf {
  readonly allianceId: string
  readonly ledgers: readonly Ledger[]
  readonly unit: string
}

/** Classes of the alliance's own instruments first, then all that are known; not those with such a ledger. */
function useClassChoices({ allianceId, ledgers, unit }: ClassesOf) {
  const { books, find } = useStaffWords()
  const classNameOf = useClassName()
  const shared = (useInstruments({ allianceId }).data ?? []).map(each => each.resourceClass)
  const taken = new Set(ledgers.filter(each => each.unit === unit).map(each => each.resourceClass))
  const classes = [...new Set([...shared, ...Object.keys(find.classes)])].filter(each => !taken.has(each))
  return [...classes.map(id => ({ id, name: classNameOf(id) })), { id: another, name: books.anotherClass }]
}
