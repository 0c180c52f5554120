import type { Grant, GrantLine } from '../../../api/queries/grants.ts'
import { Note } from '../../../kit/note.tsx'
import { ScrollBox } from '../../../kit/page.tsx'
import { ProblemNote } from '../../../kit/problemNote.tsx'
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
  if (trial.wasTried && !trial.isFresh) return <Note tone="warn" title={quota.trialStale} role="status" />
  if (trial.error !== null) return <ProblemNote error={trial.error} />
  if (trial.outcome === undefined && trial.lineRefusals.length === 0) {
    return <p className="quiet">{quota.tryFirst}</p>
  }
  return (
    <>
      <Verdict trial={trial} lines={lines} unit={unit} />
      <ScrollBox label={quota.outcome}>
        <table>
          <thead>
            <tr>
              <th className="number">{quota.row}</th>
              <th>{quota.to}</th>
              <th className="number">{quota.before}</th>
              <th className="number">{quota.change}</th>
              <th className="number">{quota.after}</th>
              <th>{quota.outcome}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((each, index) => (
              <TrialRow
                key={`${each.line.to.id} ${index}`}
                trial={trial}
                of={each}
                index={index}
                unit={unit}
              />
            ))}
          </tbody>
        </table>
      </ScrollBox>
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

interface TrialRowProps {
  readonly trial: Trial<Grant>
  readonly of: NamedLine
  readonly index: number
  readonly unit: string
}

function TrialRow({ trial, of, index, unit }: TrialRowProps) {
  const { quota } = useStaffWords()
  const { figure } = useAmounts(unit)
  const outcome = trial.outcome?.lines[index]
  const refusals = trial.lineRefusals.filter(({ line }) => line === index)
  return (
    <tr>
      <td className="number">{index + 1}</td>
      <th scope="row" className="name-cell">
        {of.name}
      </th>
      <td className="number">{figure(outcome?.grantedBefore ?? of.granted)}</td>
      <td className="number">+{figure(of.line.amount)}</td>
      <td className="number">{figure(outcome?.grantedAfter ?? null)}</td>
      <td>
        {refusals.length === 0 && (outcome === undefined ? '—' : <Chip tone="good">✓ {quota.fine}</Chip>)}
        {refusals.map(refusal => (
          <p key={refusal.code} className="refused">
            <span aria-hidden="true">✕ </span>
            <RefusalText refusal={refusal} unit={unit} />
          </p>
        ))}
      </td>
    </tr>
  )
}

/** Amounts are told in the unit of the table; the service counts in the ledger's own. */
export function RefusalText({ refusal, unit }: { readonly refusal: LineRefusal; readonly unit: string }) {
  const { quota } = useStaffWords()
  const { text } = useAmounts(unit)
  const { needed, available } = refusal
  const isOfAmounts = typeof needed === 'number' && typeof available === 'number'
  return isOfAmounts ? quota.exhausted(text(needed), text(available)) : refusal.message
}
