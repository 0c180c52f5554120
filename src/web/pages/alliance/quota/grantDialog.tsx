import { useState } from 'react'
import type { Account } from '../../../api/queries/accounts.ts'
import { type GrantLine, useGrant, useGrantTrial } from '../../../api/queries/grants.ts'
import type { LedgerWithPeriods, Period } from '../../../api/queries/ledgers.ts'
import { Button } from '../../../kit/button.tsx'
import { Dialog, DialogActions } from '../../../kit/dialog.tsx'
import { NumberField } from '../../../kit/field.tsx'
import { useStaffWords } from '../../../words/words.tsx'
import { useAmounts } from '../amounts.ts'
import { emptyPaper, PaperFields, paperOf } from './paperFields.tsx'
import { InnerChoice, MemberChoice, type Receiver } from './receivers.tsx'
import { TrialTable } from './trialTable.tsx'
import { useGranted } from './useGranted.ts'
import { useTrial } from './useTrial.ts'

/** Fills the reserve from outside, grants from it to a member, or passes on what a member has. */
export type GrantDeed =
  | { readonly kind: 'refill' | 'grant' }
  | { readonly kind: 'suballocate'; readonly from: Account; readonly fromName: string }

interface GrantDialogProps {
  readonly deed: GrantDeed
  readonly allianceId: string
  readonly ledger: LedgerWithPeriods
  readonly period: Period
  readonly onGranted: (count: number) => void
  readonly onClose: () => void
}

/** One grant, tried out first. */
export function GrantDialog({ deed, allianceId, ledger, period, onGranted, onClose }: GrantDialogProps) {
  const { quota, common } = useStaffWords()
  const { unitName, unitsOf } = useAmounts(ledger.unit)
  const grantedTo = useGranted(ledger, period)
  const [receiver, setReceiver] = useState<Receiver | null>(null)
  const [typed, setTyped] = useState(Number.NaN)
  const [paper, setPaper] = useState(emptyPaper)
  const reserve: Receiver = { kind: 'reserve', id: allianceId, name: quota.holders.reserve }
  const to = deed.kind === 'refill' ? reserve : receiver
  const line =
    to !== null && unitsOf(typed) >= 1 ? lineOf(deed, { to, reserve, amount: unitsOf(typed) }) : null
  const draft = line && { ledgerId: ledger.id, periodId: period.id, ...paperOf(paper), lines: [line] }
  const trial = useTrial({ draft, trial: useGrantTrial(), real: useGrant() })
  return (
    <Dialog
      title={deed.kind === 'suballocate' ? quota.suballocateFrom(deed.fromName) : quota[deed.kind]}
      isOpen
      onClose={onClose}
    >
      {deed.kind === 'grant' && (
        <MemberChoice allianceId={allianceId} value={receiver} onChange={setReceiver} />
      )}
      {deed.kind === 'suballocate' && (
        <InnerChoice from={deed.from} value={receiver} onChange={setReceiver} />
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
        lines={line === null ? [] : [{ name: to?.name ?? '', line, granted: grantedTo(line.to.id) }]}
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

interface Move {
  readonly to: Receiver
  readonly reserve: Receiver
  readonly amount: number
}

function lineOf(deed: GrantDeed, { to, reserve, amount }: Move): GrantLine {
  const holder = ({ kind, id }: Pick<Receiver, 'kind' | 'id'>) => ({ kind, id })
  switch (deed.kind) {
    case 'refill':
      return { from: null, to: holder(to), amount }
    case 'grant':
      return { from: holder(reserve), to: holder(to), amount }
    case 'suballocate': {
      const { holderKind, holderId } = deed.from
      return { from: { kind: holderKind as Receiver['kind'], id: holderId }, to: holder(to), amount }
    }
    default:
      return deed satisfies never
  }
}
