import { useMe } from '../../api/queries/me.ts'
import type { Instrument } from '../../api/queries/instruments.ts'
import { usePools } from '../../api/queries/pools.ts'
import { Checkbox, NumberField, TextField } from '../../kit/field.tsx'
import { Select } from '../../kit/select.tsx'
import { dayOf } from '../../time.ts'
import { useWords } from '../../words/words.tsx'
import { useNameOf } from '../../words/writing.ts'
import { AgreementSelect } from './agreementSelect.tsx'
import type { BookingForm } from './bookingForm.ts'
import { useIsStaffOf } from './overrideField.tsx'
import { PersonSearch } from './personSearch.tsx'
import { TimeFields } from './timeFields.tsx'
import type { BookingUnit } from './verdict.tsx'

const titleCharactersMax = 200
const noticeCharactersMax = 500
const noProject = 'auto'

interface BookingFieldsProps {
  readonly form: BookingForm
  readonly onChange: (part: Partial<BookingForm>) => void
  readonly instrument: Instrument
  readonly unit: BookingUnit
}

/** What a booking says of itself. */
export function BookingFields({ form, onChange, instrument, unit }: BookingFieldsProps) {
  const words = useWords().booking
  const isStaff = useIsStaffOf(instrument)
  const { customsSupervisedUntil, zone } = instrument
  const needsNotice = customsSupervisedUntil !== null && dayOf(form.start, zone) <= customsSupervisedUntil
  return (
    <>
      <TimeFields span={form} onChange={onChange} zone={zone} unit={unit} />
      <PoolBox form={form} onChange={onChange} instrument={instrument} />
      {!instrument.exclusive && (
        <NumberField
          label={words.places}
          help={words.placesHelp(instrument.capacity)}
          value={form.places}
          minValue={1}
          maxValue={instrument.capacity}
          onChange={places => !Number.isNaN(places) && onChange({ places })}
        />
      )}
      {needsNotice && (
        <TextField
          label={words.customs}
          help={words.customsHelp}
          value={form.customsNotice}
          onChange={customsNotice => onChange({ customsNotice })}
          maxLength={noticeCharactersMax}
        />
      )}
      <ProjectSelect form={form} onChange={onChange} />
      <AgreementSelect form={form} onChange={onChange} zone={zone} />
      <TextField
        label={words.subject}
        help={words.subjectHelp}
        isRequired={false}
        value={form.title}
        onChange={title => onChange({ title })}
        maxLength={titleCharactersMax}
      />
      {isStaff && (
        <PersonSearch
          personId={form.forPersonId}
          onChoose={forPersonId => onChange({ forPersonId, projectId: '' })}
        />
      )}
    </>
  )
}

/** Offered where the instrument is one of several that do as well. */
function PoolBox({ form, onChange, instrument }: Omit<BookingFieldsProps, 'unit'>) {
  const words = useWords().booking
  const nameOf = useNameOf()
  const pool = (usePools().data ?? []).find(each => each.id === instrument.poolId)
  if (pool === undefined) return null
  return (
    <Checkbox isSelected={form.anyOfPool} onChange={anyOfPool => onChange({ anyOfPool })}>
      {words.anyOfPool(nameOf(pool))}
    </Checkbox>
  )
}

/** Asked only of those who have several projects; whoever books for another lets the service choose. */
function ProjectSelect({ form, onChange }: Pick<BookingFieldsProps, 'form' | 'onChange'>) {
  const words = useWords().booking
  const projects = useMe().data?.projects ?? []
  if (projects.length < 2 || form.forPersonId !== '') return null
  const choices = [
    { id: noProject, name: words.projectAny },
    ...projects.map(({ id, name, code, groupName }) => ({ id, name, detail: `${code} ${groupName}` })),
  ]
  return (
    <Select
      label={words.project}
      choices={choices}
      value={form.projectId === '' ? noProject : form.projectId}
      onChange={id => onChange({ projectId: id === noProject ? '' : id })}
    />
  )
}
