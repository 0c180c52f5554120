import { useState } from 'react'
import {
  type GrantedRow,
  type Reversals,
  useGrantedRows,
  useReverseMany,
  useReverseManyTrial,
} from '../../../../api/queries/grants.ts'
import type { LedgerWithPeriods } from '../../../../api/queries/ledgers.ts'
import { Button } from '../../../../kit/button.tsx'
import { TextField } from '../../../../kit/field.tsx'
import { Note, Waiting } from '../../../../kit/note.tsx'
import { ProblemNote } from '../../../../kit/problemNote.tsx'
import { useStaffWords } from '../../../../words/words.tsx'
import { useMayRun } from '../../alliancePage.tsx'
import { emptyPaper, type Paper, paperOf } from '../paperFields.tsx'
import { useTrial, type Trial } from '../useTrial.ts'
import { GrantedRows } from './grantedRows.tsx'
import { useSums } from './sums.ts'

const documentCharactersMax = 100
const reasonCharactersMax = 500

interface DocumentReversalProps {
  readonly allianceId: string
  readonly documentNumber: string
  readonly ledgers: readonly LedgerWithPeriods[]
}

/** All that a document granted, taken back at once: tried out first, all of it or none. */
export function DocumentReversal(of: DocumentReversalProps) {
  const asked = useGrantedRows(of.allianceId, of.documentNumber)
  if (asked.data === undefined) return <Waiting error={asked.error} onRetry={() => void asked.refetch()} />
  return <ReversalForm {...of} rows={asked.data} />
}

function ReversalForm({
  allianceId,
  ledgers,
  rows,
}: DocumentReversalProps & { readonly rows: readonly GrantedRow[] }) {
  const { books, quota } = useStaffWords()
  const mayRun = useMayRun(allianceId)
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set())
  const [paper, setPaper] = useState(emptyPaper)
  const [done, setDone] = useState<Reversals | null>(null)
  const open = rows.filter(({ amount, reversed }) => amount > reversed)
  const chosen = open.filter(({ id }) => !leftOut.has(id))
  const { documentNumber, reason } = paperOf(paper)
  const draft =
    chosen.length === 0 || reason === null
      ? null
      : {
          // What is seen is what goes back, even if somebody else takes some of it back in between.
          lines: chosen.map(({ id, amount, reversed }) => ({ transferId: id, amount: amount - reversed })),
          documentNumber,
          reason,
        }
  const trial = useTrial({ draft, trial: useReverseManyTrial(), real: useReverseMany() })
  const include = (id: string, isIn: boolean) => {
    const next = new Set(leftOut)
    if (isIn) next.delete(id)
    else next.add(id)
    setLeftOut(next)
  }
  return (
    <>
      {done !== null && !trial.wasTried && (
        <Note tone="good" title={books.done(String(done.lines.length))} role="status" />
      )}
      <GrantedRows
        allianceId={allianceId}
        ledgers={ledgers}
        rows={rows}
        chosen={chosen}
        trial={trial}
        {...(mayRun && open.length > 0 && { onInclude: include })}
      />
      {open.length === 0 && done === null && <Note title={books.nothingLeft} />}
      {mayRun && open.length > 0 && (
        <>
          <ReversalPaper paper={paper} onChange={setPaper} />
          <Verdict ledgers={ledgers} chosen={chosen} trial={trial} />
          <div className="row">
            <Button onPress={trial.attempt} isDisabled={draft === null} isPending={trial.isPending}>
              {quota.try}
            </Button>
            <Button
              look="danger"
              isDisabled={trial.outcome === undefined}
              isPending={trial.isPending}
              onPress={() => trial.confirm(setDone)}
            >
              {books.confirmReversal(String(chosen.length))}
            </Button>
          </div>
        </>
      )}
    </>
  )
}

interface ReversalPaperProps {
  readonly paper: Paper
  readonly onChange: (paper: Paper) => void
}

/** Why it is taken back, and by which document; a reversal always says why. */
function ReversalPaper({ paper, onChange }: ReversalPaperProps) {
  const { books, quota } = useStaffWords()
  return (
    <div className="field-pair">
      <TextField
        label={books.reversalDocument}
        help={books.reversalDocumentHelp}
        value={paper.documentNumber}
        onChange={documentNumber => onChange({ ...paper, documentNumber })}
        maxLength={documentCharactersMax}
        isRequired={false}
      />
      <TextField
        label={quota.reason}
        value={paper.reason}
        onChange={reason => onChange({ ...paper, reason })}
        maxLength={reasonCharactersMax}
        isRequired
      />
    </div>
  )
}

interface VerdictProps {
  readonly ledgers: readonly LedgerWithPeriods[]
  readonly chosen: readonly GrantedRow[]
  readonly trial: Trial<Reversals>
}

function Verdict({ ledgers, chosen, trial }: VerdictProps) {
  const { books, quota } = useStaffWords()
  const sumsOf = useSums(ledgers)
  if (chosen.length === 0) return <p className="quiet">{books.noneChosen}</p>
  if (trial.wasTried && !trial.isFresh) return <Note tone="warn" title={quota.trialStale} role="status" />
  if (trial.error !== null) return <ProblemNote error={trial.error} />
  if (trial.lineRefusals.length > 0) {
    const bad = new Set(trial.lineRefusals.map(({ line }) => line))
    return <Note tone="bad" title={books.trialBad(String(bad.size))} role="alert" />
  }
  if (trial.outcome === undefined) return <p className="quiet">{books.tryFirst}</p>
  const title = books.trialGood(String(chosen.length), sumsOf(chosen))
  return <Note tone="good" title={title} role="status" />
}
