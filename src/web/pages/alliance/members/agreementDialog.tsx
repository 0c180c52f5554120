import { useState } from 'react'
import { useAddAgreement } from '../../../api/queries/agreements.ts'
import type { Alliance } from '../../../api/queries/alliances.ts'
import { useInstitutions } from '../../../api/queries/institutions.ts'
import { DayField } from '../../../kit/dates.tsx'
import { Dialog } from '../../../kit/dialog.tsx'
import { DialogEnd } from '../../../kit/dialogEnd.tsx'
import { Checkbox, TextField } from '../../../kit/field.tsx'
import { dayOf, now } from '../../../time.ts'
import { useStaffWords } from '../../../words/words.tsx'
import { useNameOf } from '../../../words/writing.ts'

const partiesMin = 2
const subjectCharactersMax = 500

interface AddAgreementProps {
  readonly alliance: Alliance
  readonly onClose: () => void
}

/** Some of the members bind themselves from a day on. */
export function AddAgreementDialog({ alliance, onClose }: AddAgreementProps) {
  const { alliance: words, common } = useStaffWords()
  const nameOf = useNameOf()
  const institutions = useInstitutions({ allianceId: alliance.id }).data ?? []
  const [subject, setSubject] = useState('')
  const [partyIds, setPartyIds] = useState<readonly string[]>([])
  const [startsOn, setStartsOn] = useState<string | null>(() => dayOf(now(), alliance.zone))
  const [endsOn, setEndsOn] = useState<string | null>(null)
  const add = useAddAgreement()
  const isReady = subject.trim() !== '' && partyIds.length >= partiesMin && startsOn !== null
  const toggle = (id: string, isParty: boolean) =>
    setPartyIds(isParty ? [...partyIds, id] : partyIds.filter(each => each !== id))
  const save = () => {
    if (!isReady) return
    const draft = { allianceId: alliance.id, subject, partyIds: [...partyIds], startsOn, endsOn }
    add.mutate({ ...draft, formsAllianceId: null }, { onSuccess: onClose })
  }
  return (
    <Dialog title={words.addAgreement} isOpen onClose={onClose}>
      <TextField
        label={words.subject}
        value={subject}
        onChange={setSubject}
        maxLength={subjectCharactersMax}
        isRequired
        autoFocus
      />
      <fieldset className="party-choice">
        <legend>
          {words.parties} <span className="quiet">{words.partiesHelp}</span>
        </legend>
        {institutions.map(each => (
          <Checkbox
            key={each.id}
            isSelected={partyIds.includes(each.id)}
            onChange={isParty => toggle(each.id, isParty)}
          >
            {nameOf(each)}
          </Checkbox>
        ))}
      </fieldset>
      <div className="field-pair">
        <DayField label={words.startsOn} value={startsOn} onChange={setStartsOn} />
        <DayField label={`${words.endsOn}${common.optional}`} value={endsOn} onChange={setEndsOn} />
      </div>
      <DialogEnd deed={add} name={words.addAgreement} isReady={isReady} onDo={save} onClose={onClose} />
    </Dialog>
  )
}
