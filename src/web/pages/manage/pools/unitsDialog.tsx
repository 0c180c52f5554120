import { useState } from 'react'
import { useEditInstrument } from '../../../api/queries/instrumentEdits.ts'
import type { Instrument } from '../../../api/queries/instruments.ts'
import { type Pool, usePools } from '../../../api/queries/pools.ts'
import { Dialog } from '../../../kit/dialog.tsx'
import { DialogEnd } from '../../../kit/dialogEnd.tsx'
import { Checkbox, TextField } from '../../../kit/field.tsx'
import { useStaffWords } from '../../../words/words.tsx'
import { useNameOf } from '../../../words/writing.ts'
import { matching } from '../matching.ts'

/** From so many on the list is searched rather than read. */
const searchedFrom = 12

interface UnitsDialogProps {
  readonly pool: Pool
  readonly instruments: readonly Instrument[]
  readonly onClose: () => void
}

/** Which instruments stand in a pool. They are moved one after the other; the first refusal ends it. */
export function UnitsDialog({ pool, instruments, onClose }: UnitsDialogProps) {
  const { manage, pools } = useStaffWords()
  const nameOf = useNameOf()
  const own = instruments.filter(each => each.institutionId === pool.institutionId && each.retiredAt === null)
  const [wanted, setWanted] = useState<ReadonlyMap<string, boolean>>(new Map())
  const [words, setWords] = useState('')
  const { move, moving, refused, error } = useMove(pool)
  const isIn = (each: Instrument) => wanted.get(each.id) ?? each.poolId === pool.id
  const changed = own.filter(each => isIn(each) !== (each.poolId === pool.id))
  const submit = async () => {
    if (await move(changed, isIn)) onClose()
  }
  return (
    <Dialog title={pools.chooseTitle(nameOf(pool))} isOpen onClose={onClose}>
      <p className="quiet">{pools.chooseHelp}</p>
      {own.length >= searchedFrom && (
        <TextField
          label={manage.narrow}
          placeholder={manage.narrowHelp}
          value={words}
          onChange={setWords}
          type="search"
        />
      )}
      <ul className="plain-list unit-choices">
        {own.filter(matching(words)).map(each => (
          <li key={each.id}>
            <Checkbox
              isSelected={isIn(each)}
              onChange={isSelected => setWanted(new Map(wanted).set(each.id, isSelected))}
            >
              <UnitName instrument={each} pool={pool} />
            </Checkbox>
          </li>
        ))}
      </ul>
      {refused !== undefined && <p className="strong">{nameOf(refused)}</p>}
      <DialogEnd
        deed={{ error, isPending: moving }}
        name={pools.saveUnits(changed.length)}
        isReady={changed.length > 0}
        onDo={() => void submit()}
        onClose={onClose}
      />
    </Dialog>
  )
}

/** Says where an instrument stands now, if it would leave another pool. */
function UnitName({ instrument, pool }: { readonly instrument: Instrument; readonly pool: Pool }) {
  const { find, pools } = useStaffWords()
  const nameOf = useNameOf()
  const { poolId, resourceClass, location } = instrument
  const other = usePools().data?.find(each => each.id === poolId && each.id !== pool.id)
  const details = [
    find.classes[resourceClass] ?? resourceClass,
    location,
    other && pools.standsIn(nameOf(other)),
  ]
  return (
    <span>
      {nameOf(instrument)} <span className="quiet">{details.filter(Boolean).join(' · ')}</span>
    </span>
  )
}

/** Puts instruments in or takes them out, and remembers the one that could not be moved. */
function useMove(pool: Pool) {
  const edit = useEditInstrument()
  const [moving, setMoving] = useState(false)
  const [refused, setRefused] = useState<Instrument>()
  const move = async (units: readonly Instrument[], isIn: (unit: Instrument) => boolean) => {
    setMoving(true)
    setRefused(undefined)
    for (const unit of units) {
      const { id, version } = unit
      try {
        await edit.mutateAsync({ id, version, changes: { poolId: isIn(unit) ? pool.id : null } })
      } catch {
        // What was refused stands in the mutation's own error, which is shown.
        setRefused(unit)
        setMoving(false)
        return false
      }
    }
    setMoving(false)
    return true
  }
  return { move, moving, refused, error: edit.error }
}
