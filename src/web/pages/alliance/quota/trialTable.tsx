import type { Grant, GrantLine } from '../../../api/queries/grants.ts'
import { Note } from '../../../kit/note.tsx'
import { ProblemNote } from '../../../kit/problemNote.tsx'
import { type RecordColumn, RecordTable } from '../../../kit/recordTable.tsx'
import { Chip } from '../../../kit/status.tsx'
import { useStaffWords } from '../../../words/words.tsx'
import { useAmounts } from '../amounts.ts'
import type { LineRefusal, Trial } from './useTrial.ts'

/** A line of a grant with the name of its receiver and what they have before it, as far as is known. */
export interface NamedLine {
  readonly name: string
  readonly line: GrantLine
  readonly granted: number | null
}

interface TrialTableProps {
  readonly trial: Trial<Grant>
  readonly lines: readonly NamedLine[]
  readonly unit: string
}

/** What would come of a grant, row by row: before, change and after, or why it cannot be. */
export function TrialTable({ trial, lines, unit }: TrialTableProps) {
  const { quota } = useStaffWords()
  const columns = useColumns(trial, unit)
  if (trial.wasTried && !trial.isFresh) return <Note tone="warn" title={quota.trialStale} role="status" />
  if (trial.error !== null) return <ProblemNote error={trial.error} />
  if (trial.outcome === undefined && trial.lineRefusals.length === 0) {
    return <p className="quiet">{quota.tryFirst}</p>
  }
  return (
    <>
      <Verdict trial={trial} lines={lines} unit={unit} />
      <RecordTable
        label={quota.outcome}
        columns={columns}
        rows={lines.map((of, index) => ({ ...of, index }))}
        idOf={({ line, index }) => `${line.to.id} ${index}`}
      />
    </>
  )
}

function Verdict({ trial, lines, unit }: TrialTableProps) {
  const { quota } = useStaffWords()
  const { text } = useAmounts(unit)
  if (trial.lineRefusals.length > 0) {
    const bad = new Set(trial.lineRefusals.map(({ line }) => line))
    return <Note tone="bad" title={quota.trialBad(String(bad.size))} role="alert" />
  }
  const sum = lines.reduce((all, { line }) => all + line.amount, 0)
  return <Note tone="good" title={quota.trialGood(String(lines.length), text(sum))} role="status" />
}

type TrialLine = NamedLine & { readonly index: number }

function useColumns(trial: Trial<Grant>, unit: string): readonly RecordColumn<TrialLine>[] {
  const { quota } = useStaffWords()
  const { figure } = useAmounts(unit)
  const outcomeOf = ({ index }: TrialLine) => trial.outcome?.lines[index]
  return [
    { name: quota.row, look: 'number', cell: ({ index }) => index + 1 },
    { name: quota.to, look: 'head', cell: ({ name }) => name },
    {
      name: quota.before,
      look: 'number',
      cell: each => figure(outcomeOf(each)?.grantedBefore ?? each.granted),
    },
    { name: quota.change, look: 'number', cell: ({ line }) => `+${figure(line.amount)}` },
    { name: quota.after, look: 'number', cell: each => figure(outcomeOf(each)?.grantedAfter ?? null) },
    { name: quota.outcome, cell: ({ index }) => <Outcome trial={trial} index={index} unit={unit} /> },
  ]
}

interface OutcomeProps {
  readonly trial: Trial<Grant>
  readonly index: number
  readonly unit: string
}

function Outcome({ trial, index, unit }: OutcomeProps) {
  const { quota } = useStaffWords()
  const refusals = trial.lineRefusals.filter(({ line }) => line === index)
  if (refusals.length > 0) {
    return refusals.map(refusal => (
      <p key={refusal.code} className="refused">
        <span aria-hidden="true">✕ </span>
        <RefusalText refusal={refusal} unit={unit} />
      </p>
    ))
  }
  return trial.outcome?.lines[index] === undefined ? '—' : <Chip tone="good">✓ {quota.fine}</Chip>
}

/** Amounts are told in the unit of the table; the service counts in the ledger's own. */
export function RefusalText({ refusal, unit }: { readonly refusal: LineRefusal; readonly unit: string }) {
  const { quota } = useStaffWords()
  const { text } = useAmounts(unit)
  const { needed, available } = refusal
  const isOfAmounts = typeof needed === 'number' && typeof available === 'number'
  return isOfAmounts ? quota.exhausted(text(needed), text(available)) : refusal.message
}
