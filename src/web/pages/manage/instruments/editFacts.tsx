import { type FormEvent, useState } from 'react'
import { ApiProblem } from '../../../api/problem.ts'
import { useEditInstrument } from '../../../api/queries/instrumentEdits.ts'
import type { Instrument } from '../../../api/queries/instruments.ts'
import { Button } from '../../../kit/button.tsx'
import { Note } from '../../../kit/note.tsx'
import { Section } from '../../../kit/page.tsx'
import { ProblemNote } from '../../../kit/problemNote.tsx'
import { useStaffWords } from '../../../words/words.tsx'
import { changedFacts, factsOf } from './facts.ts'
import { FactsFields } from './factsFields.tsx'

/**
 * Changes what is said of an instrument. Only what the reader changed is sent; where somebody else was
 * first, what was typed stays and is sent on top of theirs once the reader has looked.
 */
export function EditFacts({ instrument }: { readonly instrument: Instrument }) {
  const { common, hosted, manage } = useStaffWords()
  const [before, setBefore] = useState(instrument)
  const [facts, setFacts] = useState(() => factsOf(instrument))
  const edit = useEditInstrument()
  const changes = changedFacts(factsOf(before), facts)
  const hasChanges = Object.keys(changes).length > 0
  const isStale = edit.error instanceof ApiProblem && edit.error.code === 'version-stale'
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // A number counts once its field is left: a button that waits for it would eat the first press.
    if (!hasChanges) return
    // After a conflict the page has asked for the newest version: the next try builds on it.
    const { id, version } = instrument
    edit.mutate(
      { id, version, changes },
      {
        onSuccess: saved => {
          setBefore(saved)
          setFacts(factsOf(saved))
        },
      },
    )
  }
  return (
    <Section title={hosted.edit}>
      <form className="stack card" onSubmit={submit}>
        <FactsFields facts={facts} onChange={setFacts} error={edit.error} />
        {isStale ? (
          <Note tone="warn" title={manage.conflict} role="alert" />
        ) : (
          <ProblemNote error={edit.error} />
        )}
        <div className="row">
          <Button type="submit" look="main" isPending={edit.isPending}>
            {hosted.save}
          </Button>
          <span role="status" className="quiet">
            {edit.isSuccess && !hasChanges && `✓ ${common.saved}`}
          </span>
        </div>
      </form>
    </Section>
  )
}
