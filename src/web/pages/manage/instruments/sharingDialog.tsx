import { useState } from 'react'
import { needsAlliance, quotaByDefault } from '../../../../domain/sharing.ts'
import { useAlliances } from '../../../api/queries/alliances.ts'
import type { Instrument } from '../../../api/queries/instruments.ts'
import {
  type SharingTerm,
  type SharingTermDraft,
  useAddSharingTerm,
} from '../../../api/queries/sharingTerms.ts'
import { Button } from '../../../kit/button.tsx'
import { DayField } from '../../../kit/dates.tsx'
import { Dialog, DialogActions } from '../../../kit/dialog.tsx'
import { TextField } from '../../../kit/field.tsx'
import { faultOf, ProblemNote } from '../../../kit/problemNote.tsx'
import { Select } from '../../../kit/select.tsx'
import { addDays, startOfDay, writeInstant } from '../../../time.ts'
import { useWords } from '../../../words/words.tsx'
import { useNameOf } from '../../../words/writing.ts'

const audiences = ['own', 'alliance', 'partners', 'registered'] as const
const quotas = ['none', 'tracked', 'enforced'] as const
const visibilities = ['listed', 'hidden'] as const

interface SharingDialogProps {
  readonly instrument: Instrument
  readonly onClose: () => void
}

/** What is typed into the form. */
interface Term {
  readonly audience: SharingTerm['audience']
  readonly allianceId: string | null
  readonly quota: SharingTerm['quota']
  readonly visibility: SharingTerm['visibility']
  readonly priceCategory: string
  readonly lastDay: string | null
}

const firstTerm: Term = {
  audience: 'own',
  allianceId: null,
  quota: quotaByDefault('own'),
  visibility: 'listed',
  priceCategory: '',
  lastDay: null,
}

/** Opens an instrument to one more audience. */
export function SharingDialog({ instrument, onClose }: SharingDialogProps) {
  const { common, hosted } = useWords()
  const [term, setTerm] = useState(firstTerm)
  const add = useAddSharingTerm()
  const isOfAlliance = needsAlliance(term.audience)
  return (
    <Dialog title={hosted.addTerm} isOpen onClose={onClose}>
      <AudienceFields
        term={term}
        onChange={setTerm}
        institutionId={instrument.institutionId}
        error={add.error}
      />
      <ConditionFields term={term} onChange={setTerm} error={add.error} />
      <ProblemNote error={add.error} />
      <DialogActions>
        <Button onPress={onClose}>{common.cancel}</Button>
        <Button
          look="main"
          isPending={add.isPending}
          isDisabled={isOfAlliance && term.allianceId === null}
          onPress={() => add.mutate(written(term, instrument), { onSuccess: onClose })}
        >
          {common.add}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

function written(term: Term, { id, zone }: Instrument): SharingTermDraft {
  const { audience, allianceId, quota, visibility, lastDay } = term
  const priceCategory = term.priceCategory.trim()
  return {
    instrumentId: id,
    audience,
    quota,
    visibility,
    ...(needsAlliance(audience) && { allianceId }),
    ...(priceCategory !== '' && { priceCategory }),
    // The last day is a whole one.
    ...(lastDay !== null && { endsAt: writeInstant(startOfDay(addDays(lastDay, 1), zone), zone) }),
  }
}

interface TermFieldsProps {
  readonly term: Term
  readonly onChange: (term: Term) => void
  readonly error: Error | null
}

/** Who. */
function AudienceFields({
  term,
  onChange,
  institutionId,
  error,
}: TermFieldsProps & { readonly institutionId: string }) {
  const { hosted } = useWords()
  const nameOf = useNameOf()
  const alliances = useAlliances({ institutionId }).data ?? []
  return (
    <>
      <Select
        label={hosted.audience}
        choices={audiences.map(id => ({ id, name: hosted.audiences[id] }))}
        value={term.audience}
        onChange={audience => onChange({ ...term, audience, quota: quotaByDefault(audience) })}
      />
      {needsAlliance(term.audience) && (
        <Select
          label={hosted.alliance}
          choices={alliances.map(each => ({ id: each.id, name: nameOf(each) }))}
          value={term.allianceId}
          onChange={allianceId => onChange({ ...term, allianceId })}
          error={faultOf(error, 'allianceId')}
        />
      )}
    </>
  )
}

/** On what conditions. */
function ConditionFields({ term, onChange, error }: TermFieldsProps) {
  const { common, hosted } = useWords()
  return (
    <>
      <Select
        label={hosted.quota}
        choices={quotas.map(id => ({ id, name: hosted.quotas[id] }))}
        value={term.quota}
        onChange={quota => onChange({ ...term, quota })}
      />
      <Select
        label={hosted.visibility}
        choices={visibilities.map(id => ({ id, name: hosted.visibilities[id] }))}
        value={term.visibility}
        onChange={visibility => onChange({ ...term, visibility })}
      />
      <TextField
        label={hosted.priceCategory}
        help={hosted.priceCategoryHelp}
        value={term.priceCategory}
        onChange={priceCategory => onChange({ ...term, priceCategory })}
        isRequired={false}
        error={faultOf(error, 'priceCategory')}
      />
      <DayField
        label={`${hosted.until}${common.optional}`}
        value={term.lastDay}
        onChange={lastDay => onChange({ ...term, lastDay })}
      />
    </>
  )
}
