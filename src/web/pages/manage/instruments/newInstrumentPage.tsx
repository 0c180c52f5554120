import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import { useAddInstrument } from '../../../api/queries/instrumentEdits.ts'
import { useMyDuties } from '../../../frame/duties.ts'
import { Button } from '../../../kit/button.tsx'
import { Page } from '../../../kit/page.tsx'
import { ProblemNote } from '../../../kit/problemNote.tsx'
import { viewerZone } from '../../../time.ts'
import { useStaffWords } from '../../../words/words.tsx'
import { noFacts, writtenFacts } from './facts.ts'
import { FactsFields } from './factsFields.tsx'
import { Steps } from './steps.tsx'

/** The first step from nothing to shared: the facts, kept as a draft that can be taken up again any time. */
export function NewInstrumentPage() {
  const { hosted } = useStaffWords()
  const { institutionIds } = useMyDuties()
  const [, navigate] = useLocation()
  const [facts, setFacts] = useState(() => noFacts(institutionIds[0] ?? null, viewerZone()))
  const add = useAddInstrument()
  const isReady =
    facts.institutionId !== null && [facts.name, facts.resourceClass, facts.zone].every(each => each.trim())
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { institutionId } = facts
    if (institutionId === null) return
    add.mutate(
      { institutionId, ...writtenFacts(facts) },
      { onSuccess: ({ id }) => navigate(`/manage/instruments/${id}/policy?step=new`) },
    )
  }
  return (
    <Page title={hosted.newTitle}>
      <Steps at="facts" />
      <form className="stack" onSubmit={submit}>
        <FactsFields facts={facts} onChange={setFacts} institutionIds={institutionIds} error={add.error} />
        <ProblemNote error={add.error} />
        <div className="row">
          <Button type="submit" look="main" isPending={add.isPending} isDisabled={!isReady}>
            {hosted.saveDraft}
          </Button>
        </div>
      </form>
    </Page>
  )
}
