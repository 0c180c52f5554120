import { useState } from 'react'
import { useReverse } from '../../../api/queries/grants.ts'
import { Dialog } from '../../../kit/dialog.tsx'
import { DialogEnd } from '../../../kit/dialogEnd.tsx'
import { NumberField, TextField } from '../../../kit/field.tsx'
import { useStaffWords } from '../../../words/words.tsx'
import { useAmounts } from '../amounts.ts'
import type { OwnRow } from './statementLines.ts'

const reasonCharactersMax = 500

interface ReverseDialogProps {
  readonly row: OwnRow
  readonly unit: string
  /** What of it has been reversed before. */
  readonly reversed: number
  readonly onClose: () => void
}

/** Takes a grant back, in whole or in part, as far as it is unspent. */
export function ReverseDialog({ row, unit, reversed, onClose }: ReverseDialogProps) {
  const { quota } = useStaffWords()
  const { typedOf, unitsOf, unitName } = useAmounts(unit)
  const rest = row.amount - reversed
  const [typed, setTyped] = useState(() => typedOf(rest))
  const [reason, setReason] = useState('')
  const reverse = useReverse()
  const amount = unitsOf(typed)
  const isReady = reason.trim() !== '' && amount >= 1
  const save = () => {
    // All of it is named as such, for a number may have been rounded on its way here.
    const part = amount === rest ? null : amount
    reverse.mutate({ transferId: row.id, amount: part, reason }, { onSuccess: onClose })
  }
  return (
    <Dialog title={quota.reverseTitle} isOpen onClose={onClose}>
      <p>{quota.reverseHelp}</p>
      {row.documentNumber !== null && <p>{`${quota.documentNumber}: ${row.documentNumber}`}</p>}
      <NumberField
        label={quota.reverseAmount(unitName)}
        value={typed}
        onChange={setTyped}
        minValue={0}
        maxValue={typedOf(rest)}
        isRequired
      />
      <TextField
        label={quota.reason}
        value={reason}
        onChange={setReason}
        maxLength={reasonCharactersMax}
        isRequired
      />
      <DialogEnd
        deed={reverse}
        name={quota.reverse}
        look="danger"
        isReady={isReady}
        onDo={save}
        onClose={onClose}
      />
    </Dialog>
  )
}
