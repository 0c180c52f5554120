import { useState } from 'react'
import type { GrantLine } from '../../../api/queries/grants.ts'
import { useInstitutions } from '../../../api/queries/institutions.ts'
import type { LedgerWithPeriods, Period } from '../../../api/queries/ledgers.ts'
import { Button } from '../../../kit/button.tsx'
import { Dialog, DialogActions } from '../../../kit/dialog.tsx'
import { NumberField } from '../../../kit/field.tsx'
import { Select } from '../../../kit/select.tsx'
import { useWords } from '../../../words/words.tsx'
import { useNameOf } from '../../../words/writing.ts'
import { useAmounts } from '../amounts.ts'
import { emptyPaper, PaperFields, paperOf } from './paperFields.tsx'
import { TrialTable } from './trialTable.tsx'
import { useGranted } from './useGranted.ts'
import { useTrial } from './useTrial.ts'

interface GrantDialogProps {
  /** Fills the reserve from outside, or grants from it to one member. */
  readonly kind: 'refill' | 'grant'
  readonly allianceId: string
  readonly ledger: LedgerWithPeriods
  readonly period: Period
  readonly onGranted: (count: number) => void
  readonly onClose: () => void
}

/** One grant, tried out first. */
export function GrantDialog({ kind, allianceId, ledger, period, onGranted, onClose }: GrantDialogProps) {
  const { quota, common } = useWords()
  const nameOf = useNameOf()
  const { unitName, unitsOf } = useAmounts(ledger.unit)
  const members = useInstitutions({ allianceId }).data ?? []
  const grantedTo = useGranted(ledger, period)
  const [memberId, setMemberId] = useState<string | null>(null)
  const [typed, setTyped] = useState(Number.NaN)
  const [paper, setPaper] = useState(emptyPaper)
  const reserve = { kind: 'reserve', id: allianceId } as const
  const lineOf = (amount: number): GrantLine | null => {
    if (kind === 'refill') return { from: null, to: reserve, amount }
    return memberId === null ? null : { from: reserve, to: { kind: 'institution', id: memberId }, amount }
  }
  const line = unitsOf(typed) >= 1 ? lineOf(unitsOf(typed)) : null
  const draft = line && { ledgerId: ledger.id, periodId: period.id, ...paperOf(paper), lines: [line] }
  const trial = useTrial(draft)
  const member = members.find(({ id }) => id === memberId)
  const receiver = kind === 'refill' ? quota.holders.reserve : nameOf(member)
  return (
    <Dialog title={quota[kind]} isOpen onClose={onClose}>
      {kind === 'grant' && (
        <Select
          label={quota.to}
          choices={members.map(each => ({ id: each.id, name: nameOf(each) }))}
          value={memberId}
          onChange={setMemberId}
        />
      )}
      <NumberField
        label={quota.amountIn(unitName)}
        value={typed}
        onChange={setTyped}
        minValue={0}
        isRequired
      />
      <PaperFields value={paper} onChange={setPaper} />
      <TrialTable
        trial={trial}
        lines={line === null ? [] : [{ name: receiver, line, granted: grantedTo(line.to.id) }]}
        unit={ledger.unit}
      />
      <DialogActions>
        <Button onPress={onClose}>{common.cancel}</Button>
        <Button onPress={trial.attempt} isDisabled={draft === null} isPending={trial.isPending}>
          {quota.try}
        </Button>
        <Button
          look="main"
          isDisabled={trial.outcome === undefined}
          isPending={trial.isPending}
          onPress={() => trial.confirm(({ lines }) => onGranted(lines.length))}
        >
          {quota.confirm}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
