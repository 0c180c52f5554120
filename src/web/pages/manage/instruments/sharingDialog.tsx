import { useState } from 'react'
import { needsAlliance } from '../../../../domain/sharing.ts'
import { useAlliances } from '../../../api/queries/alliances.ts'
import type { Instrument } from '../../../api/queries/instruments.ts'
import { type SharingTerm, useAddSharingTerm, useEditSharingTerm } from '../../../api/queries/sharingTerms.ts'
import { DayField } from '../../../kit/dates.tsx'
import { Dialog } from '../../../kit/dialog.tsx'
import { DialogEnd } from '../../../kit/dialogEnd.tsx'
import { faultOf } from '../../../kit/problemNote.tsx'
import { Select } from '../../../kit/select.tsx'
import { useStaffWords } from '../../../words/words.tsx'
import { useNameOf } from '../../../words/writing.ts'
import { PriceCategoryField } from './priceCategoryField.tsx'
import { changesOf, draftOf, firstTerm, type TermForm, typedTerm, withAudience } from './sharingForm.ts'

const audiences = ['own', 'alliance', 'partners', 'registered'] as const
const quotas = ['none', 'tracked', 'enforced'] as const
const visibilities = ['listed', 'hidden'] as const

interface SharingDialogProps {
  readonly instrument: Instrument
  /** The one to be changed; absent: a new one. */
  readonly term?: SharingTerm
  readonly onClose: () => void
}

/** Opens an instrument to one more audience, or changes on what conditions it is open. */
export function SharingDialog({ instrument, term, onClose }: SharingDialogProps) {
  const { common, hosted } = useStaffWords()
  const { zone } = instrument
  const [form, setForm] = useState(() => (term === undefined ? firstTerm : typedTerm(term, zone)))
  const add = useAddSharingTerm()
  const edit = useEditSharingTerm()
  const changes = term === undefined ? {} : changesOf(term, form, zone)
  const { error, isPending } = term === undefined ? add : edit
  const isReady =
    term === undefined
      ? !needsAlliance(form.audience) || form.allianceId !== null
      : Object.keys(changes).length > 0
  const submit = () => {
    if (term === undefined) add.mutate(draftOf(form, instrument), { onSuccess: onClose })
    else edit.mutate({ id: term.id, version: term.version, changes }, { onSuccess: onClose })
  }
  const fields = { form, onChange: setForm, instrument, error }
  return (
    <Dialog title={term === undefined ? hosted.addTerm : hosted.editTerm} isOpen onClose={onClose}>
      {term === undefined ? <AudienceFields {...fields} /> : <AudienceSaid {...fields} />}
      <ConditionFields {...fields} />
      <SpanFields {...fields} isNew={term === undefined} />
      <DialogEnd
        deed={{ error, isPending }}
        name={term === undefined ? common.add : common.save}
        isReady={isReady}
        onDo={submit}
        onClose={onClose}
      />
    </Dialog>
  )
}

interface TermFieldsProps {
  readonly form: TermForm
  readonly onChange: (form: TermForm) => void
  readonly instrument: Instrument
  readonly error: Error | null
}

/** Who. */
function AudienceFields({ form, onChange, instrument, error }: TermFieldsProps) {
  const { hosted } = useStaffWords()
  const nameOf = useNameOf()
  const alliances = useAlliances({ institutionId: instrument.institutionId }).data ?? []
  return (
    <>
      <Select
        label={hosted.audience}
        help={hosted.audienceHelps[form.audience]}
        choices={audiences.map(id => ({ id, name: hosted.audiences[id] }))}
        value={form.audience}
        onChange={audience => onChange(withAudience(form, audience))}
      />
      {needsAlliance(form.audience) && (
        <Select
          label={hosted.alliance}
          choices={alliances.map(each => ({ id: each.id, name: nameOf(each) }))}
          value={form.allianceId}
          onChange={allianceId => onChange({ ...form, allianceId })}
          error={faultOf(error, 'allianceId')}
        />
      )}
    </>
  )
}

/** Who, where it is settled: another audience is another term. */
function AudienceSaid({ form }: TermFieldsProps) {
  const { hosted } = useStaffWords()
  const nameOf = useNameOf()
  const alliance = useAlliances().data?.find(each => each.id === form.allianceId)
  return (
    <div>
      <p className="strong">
        {[hosted.audiences[form.audience], nameOf(alliance)].filter(Boolean).join(' · ')}
      </p>
      <p className="quiet">{hosted.editTermHelp}</p>
    </div>
  )
}

/** On what conditions. */
function ConditionFields({ form, onChange, instrument }: TermFieldsProps) {
  const { hosted } = useStaffWords()
  return (
    <>
      <Select
        label={hosted.quota}
        help={hosted.quotaHelps[form.quota]}
        choices={quotas.map(id => ({ id, name: hosted.quotas[id] }))}
        value={form.quota}
        onChange={quota => onChange({ ...form, quota })}
      />
      <Select
        label={hosted.visibility}
        help={hosted.visibilityHelps[form.visibility]}
        choices={visibilities.map(id => ({ id, name: hosted.visibilities[id] }))}
        value={form.visibility}
        onChange={visibility => onChange({ ...form, visibility })}
      />
      <PriceCategoryField
        instrument={instrument}
        value={form.priceCategory}
        onChange={priceCategory => onChange({ ...form, priceCategory })}
      />
    </>
  )
}

/** From when until when. */
function SpanFields({ form, onChange, error, isNew }: TermFieldsProps & { readonly isNew: boolean }) {
  const { common, hosted } = useStaffWords()
  const { firstDay, lastDay } = form
  const isBackwards = firstDay !== null && lastDay !== null && lastDay < firstDay
  return (
    <div className="fields">
      <DayField
        label={isNew ? `${hosted.firstDay}${common.optional}` : hosted.firstDay}
        value={firstDay}
        onChange={day => onChange({ ...form, firstDay: day })}
        error={faultOf(error, 'startsAt')}
      />
      <DayField
        label={`${hosted.lastDay}${common.optional}`}
        value={lastDay}
        onChange={day => onChange({ ...form, lastDay: day })}
        error={isBackwards ? hosted.endsBeforeStart : faultOf(error, 'endsAt')}
      />
      <p className="quiet whole-row">{isNew ? hosted.newSpanHelp : hosted.spanHelp}</p>
    </div>
  )
}
