import { useSearchParams } from 'wouter'
import { type Instrument, useInstrument } from '../../../api/queries/instruments.ts'
import { LinkButton } from '../../../kit/button.tsx'
import { Waiting } from '../../../kit/note.tsx'
import { Page } from '../../../kit/page.tsx'
import { useStaffWords } from '../../../words/words.tsx'
import { useNameOf } from '../../../words/writing.ts'
import { EditFacts } from './editFacts.tsx'
import { PhotoSection } from './photoSection.tsx'
import { PublicationChip } from './instrumentsPage.tsx'
import { PublicationSection } from './publicationSection.tsx'
import { SharingSection } from './sharingSection.tsx'
import { Steps } from './steps.tsx'

/** One instrument of the reader's: what is said of it, who may have it, and whether it is on offer. */
export function InstrumentPage({ id }: { readonly id: string }) {
  const { hosted } = useStaffWords()
  const found = useInstrument(id)
  if (found.data === undefined) {
    return (
      <Page title={hosted.title}>
        <Waiting error={found.error} onRetry={() => void found.refetch()} />
      </Page>
    )
  }
  return <Found instrument={found.data} />
}

function Found({ instrument }: { readonly instrument: Instrument }) {
  const { hosted } = useStaffWords()
  const nameOf = useNameOf()
  const [query] = useSearchParams()
  const step = query.get('step')
  const { id, publication, retiredAt } = instrument
  const actions = (
    <>
      <LinkButton href={`/manage/instruments/${id}/policy`}>{hosted.rules}</LinkButton>
      {publication === 'published' && <LinkButton href={`/instruments/${id}`}>{hosted.open}</LinkButton>}
    </>
  )
  const isDraft = publication === 'draft' && retiredAt === null
  return (
    <Page
      title={nameOf(instrument)}
      detail={retiredAt === null ? <PublicationChip publication={publication} /> : hosted.retired}
      actions={actions}
    >
      {isDraft && <Steps at={step === 'sharing' || step === 'publish' ? step : 'facts'} instrumentId={id} />}
      {step === 'sharing' || step === 'publish' ? (
        <>
          <SharingSection instrument={instrument} />
          <PublicationSection instrument={instrument} />
        </>
      ) : (
        <>
          <PublicationSection instrument={instrument} />
          <SharingSection instrument={instrument} />
          <PhotoSection instrument={instrument} />
          <EditFacts instrument={instrument} />
        </>
      )}
    </Page>
  )
}
