import { useState } from 'react'
import { type Standing, useSetStanding } from '../../../api/queries/instrumentEdits.ts'
import type { Instrument } from '../../../api/queries/instruments.ts'
import { Button } from '../../../kit/button.tsx'
import { Note } from '../../../kit/note.tsx'
import { Section } from '../../../kit/page.tsx'
import { ProblemNote } from '../../../kit/problemNote.tsx'
import { SureDialog } from '../../../kit/sureDialog.tsx'
import { useStaffWords } from '../../../words/words.tsx'
import { PublicationChip } from './instrumentsPage.tsx'

/** Whether an instrument is on offer, and the ways between draft, offer and retirement. */
export function PublicationSection({ instrument }: { readonly instrument: Instrument }) {
  const { hosted } = useStaffWords()
  const [isRetiring, setRetiring] = useState(false)
  const set = useSetStanding()
  const { id, version, publication, retiredAt } = instrument
  const to = (standing: Standing) =>
    set.mutate({ id, version, to: standing }, { onSuccess: () => setRetiring(false) })
  if (retiredAt !== null) return <Note title={hosted.retired} />
  const isPublished = publication === 'published'
  return (
    <Section title={hosted.state}>
      <div className="card stack-tight">
        <div className="row">
          <PublicationChip publication={publication} />
          <span className="quiet">{isPublished ? hosted.withdrawHelp : hosted.publishHelp}</span>
        </div>
        <div className="row">
          <Button
            look={isPublished ? 'usual' : 'main'}
            isPending={set.isPending}
            onPress={() => to(isPublished ? 'draft' : 'published')}
          >
            {isPublished ? hosted.withdraw : hosted.publish}
          </Button>
          <Button look="danger" onPress={() => setRetiring(true)}>
            {hosted.retire}
          </Button>
        </div>
        <div role="status">
          {set.isSuccess && isPublished && <Note tone="good" title={`✓ ${hosted.published}`} />}
        </div>
        {!isRetiring && <ProblemNote error={set.error} />}
      </div>
      {isRetiring && (
        <SureDialog
          title={hosted.retireTitle}
          help={hosted.retireHelp}
          deed={set}
          name={hosted.retire}
          onDo={() => to('retired')}
          onClose={() => setRetiring(false)}
        />
      )}
    </Section>
  )
}
