import { useState } from 'react'
import { useEditInstrument } from '../../../api/queries/instrumentEdits.ts'
import type { Instrument } from '../../../api/queries/instruments.ts'
import { Button } from '../../../kit/button.tsx'
import { InlineLength, Sentence } from '../../../kit/inline.tsx'
import { ProblemNote } from '../../../kit/problemNote.tsx'
import { useStaffWords } from '../../../words/words.tsx'

/** The time between two bookings: the instrument's own, so it is saved by itself. */
export function TurnaroundField({ instrument }: { readonly instrument: Instrument }) {
  const { common, policyEditor } = useStaffWords()
  const [seconds, setSeconds] = useState(instrument.turnaroundSeconds)
  const edit = useEditInstrument()
  const { id, version } = instrument
  const isChanged = seconds !== instrument.turnaroundSeconds
  return (
    <div className="card stack-tight">
      <div className="row">
        <Sentence
          text={policyEditor.turnaround}
          parts={{
            turnaround: (
              <InlineLength label={policyEditor.turnaroundLabel} value={seconds} onChange={setSeconds} />
            ),
          }}
        />
        {isChanged && !Number.isNaN(seconds) && (
          <Button
            isPending={edit.isPending}
            onPress={() => edit.mutate({ id, version, changes: { turnaroundSeconds: seconds } })}
          >
            {common.save}
          </Button>
        )}
        <span role="status" className="quiet">
          {edit.isSuccess && !isChanged && `✓ ${common.saved}`}
        </span>
      </div>
      <ProblemNote error={edit.error} />
    </div>
  )
}
