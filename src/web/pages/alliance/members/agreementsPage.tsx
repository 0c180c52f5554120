import { useState } from 'react'
import type { Alliance } from '../../../api/queries/alliances.ts'
import { type Agreement, useAgreements, useEndAgreement } from '../../../api/queries/agreements.ts'
import { useInstitutions } from '../../../api/queries/institutions.ts'
import { Button } from '../../../kit/button.tsx'
import { Checkbox } from '../../../kit/field.tsx'
import { Empty, Waiting } from '../../../kit/note.tsx'
import { Chip } from '../../../kit/status.tsx'
import { wholeDates } from '../../../kit/wholeDates.tsx'
import { dayOf, now } from '../../../time.ts'
import { useStaffWords } from '../../../words/words.tsx'
import { useNameOf } from '../../../words/writing.ts'
import { AlliancePage, useMayRun } from '../alliancePage.tsx'
import { datesText, isOver } from '../dates.ts'
import { AddAgreementDialog } from './agreementDialog.tsx'
import { EndDialog } from './endDialog.tsx'

/** What binds some of the members. */
export function AgreementsPage({ allianceId }: { readonly allianceId: string }) {
  const { alliance: words } = useStaffWords()
  const mayRun = useMayRun(allianceId)
  const [isAdding, setAdding] = useState(false)
  return (
    <AlliancePage
      allianceId={allianceId}
      part="agreements"
      actions={
        mayRun && (
          <Button look="main" onPress={() => setAdding(true)}>
            {words.addAgreement}
          </Button>
        )
      }
    >
      {alliance => (
        <>
          <Agreements alliance={alliance} />
          {isAdding && <AddAgreementDialog alliance={alliance} onClose={() => setAdding(false)} />}
        </>
      )}
    </AlliancePage>
  )
}

function Agreements({ alliance }: { readonly alliance: Alliance }) {
  const { alliance: words } = useStaffWords()
  const [showsEnded, setShowsEnded] = useState(false)
  const asked = useAgreements(alliance.id)
  const today = dayOf(now(), alliance.zone)
  if (asked.data === undefined) return <Waiting error={asked.error} onRetry={() => void asked.refetch()} />
  const shown = asked.data.filter(each => showsEnded || !isOver(each, today))
  return (
    <>
      {shown.length === 0 && (
        <Empty title={words.noAgreements}>
          <p>{words.noAgreementsHelp}</p>
        </Empty>
      )}
      <ul className="grid-cards card-list">
        {shown.map(each => (
          <li key={each.id} className="card stack-tight">
            <AgreementCard alliance={alliance} agreement={each} today={today} />
          </li>
        ))}
      </ul>
      <Checkbox isSelected={showsEnded} onChange={setShowsEnded}>
        {words.showEnded}
      </Checkbox>
    </>
  )
}

interface AgreementCardProps {
  readonly alliance: Alliance
  readonly agreement: Agreement
  readonly today: string
}

function AgreementCard({ alliance, agreement, today }: AgreementCardProps) {
  const { alliance: words } = useStaffWords()
  const nameOf = useNameOf()
  const mayRun = useMayRun(alliance.id)
  const institutions = useInstitutions({ allianceId: alliance.id }).data ?? []
  const [isEnding, setEnding] = useState(false)
  const end = useEndAgreement()
  const { id, version, subject, partyIds } = agreement
  const isEnded = isOver(agreement, today)
  const close = () => setEnding(false)
  return (
    <>
      <div className="row-apart">
        <h2>{subject}</h2>
        {isEnded && <Chip>{words.ended}</Chip>}
      </div>
      <p className="quiet">
        {wholeDates(datesText(agreement, words.openEnd))} · {words.partyCount(String(partyIds.length))}
      </p>
      <ul className="party-list">
        {partyIds.map(partyId => (
          <li key={partyId}>{nameOf(institutions.find(each => each.id === partyId)) || partyId}</li>
        ))}
      </ul>
      {mayRun && !isEnded && (
        <div className="deeds">
          <Button
            look="plain"
            aria-label={`${words.endAgreement}: ${subject}`}
            onPress={() => setEnding(true)}
          >
            {words.endAgreement}
          </Button>
        </div>
      )}
      {isEnding && (
        <EndDialog
          title={words.endAgreement}
          help={subject}
          zone={alliance.zone}
          deed={end}
          onEnd={endsOn => end.mutate({ id, version, endsOn }, { onSuccess: close })}
          onClose={close}
        />
      )}
    </>
  )
}
