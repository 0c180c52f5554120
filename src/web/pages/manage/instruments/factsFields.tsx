import type { Dispatch, SetStateAction } from 'react'
import { DayField } from '../../../kit/dates.tsx'
import { Checkbox, NumberField, TextArea, TextField } from '../../../kit/field.tsx'
import { faultOf } from '../../../kit/problemNote.tsx'
import { Select } from '../../../kit/select.tsx'
import { useStaffWords } from '../../../words/words.tsx'
import { PoolField } from '../pools/poolField.tsx'
import type { Facts } from './facts.ts'
import { InstitutionField } from './institutionField.tsx'

const states = ['construction', 'research', 'trial', 'operation', 'retired'] as const
const capacityMax = 100_000
const turnaroundMinutesMax = 7 * 24 * 60
const serviceCharactersMax = 2000
/** Zones in which our members mostly stand; any other can be typed. */
const usualZones = ['Asia/Shanghai', 'Asia/Hong_Kong', 'Asia/Macau']

interface FactsFieldsProps {
  readonly facts: Facts
  readonly onChange: Dispatch<SetStateAction<Facts>>
  /** Where a new one may belong; absent where it is known. */
  readonly institutionIds?: readonly string[]
  readonly error: Error | null
}

type TextName = { [Name in keyof Facts]: Facts[Name] extends string ? Name : never }[Exclude<
  keyof Facts,
  'operatingState'
>]

/** Everything that is said of an instrument, in four groups. */
export function FactsFields({ facts, onChange, institutionIds, error }: FactsFieldsProps) {
  const { hosted } = useStaffWords()
  const set = <Name extends keyof Facts>(name: Name, value: Facts[Name]) =>
    onChange(before => ({ ...before, [name]: value }))
  const text = (name: TextName, help?: string, isRequired = false) => (
    <TextField
      key={name}
      label={hosted[name]}
      value={facts[name]}
      onChange={value => set(name, value)}
      isRequired={isRequired}
      error={faultOf(error, name)}
      {...(help !== undefined && { help })}
    />
  )
  return (
    <>
      <fieldset className="fields">
        <legend>{hosted.basics}</legend>
        {institutionIds !== undefined && (
          <InstitutionField
            ids={institutionIds}
            value={facts.institutionId}
            onChange={id => set('institutionId', id)}
          />
        )}
        {text('name', undefined, true)}
        {text('nameEn')}
        {text('resourceClass', hosted.resourceClassHelp, true)}
        {text('technique')}
        {text('location')}
        {text('zone', `${hosted.zoneHelp} · ${usualZones.join(' · ')}`, true)}
      </fieldset>
      <UseFields facts={facts} set={set} error={error} />
      <fieldset className="fields">
        <legend>{hosted.identity}</legend>
        {(['maker', 'model', 'serial', 'assetNumber', 'classCode', 'origin'] as const).map(name =>
          text(name),
        )}
        <DayField
          label={hosted.commissionedOn}
          value={facts.commissionedOn}
          onChange={day => set('commissionedOn', day)}
          error={faultOf(error, 'commissionedOn')}
        />
        <NumberField
          label={hosted.originalValue}
          value={facts.originalValue}
          onChange={value => set('originalValue', value)}
          isRequired={false}
          minValue={0}
          error={faultOf(error, 'originalValueMinor')}
        />
      </fieldset>
      <fieldset className="fields">
        <legend>{hosted.service}</legend>
        {text('contact')}
        <TextArea
          label={hosted.serviceText}
          value={facts.serviceText}
          onChange={value => set('serviceText', value)}
          isRequired={false}
          maxLength={serviceCharactersMax}
          error={faultOf(error, 'serviceText')}
        />
      </fieldset>
    </>
  )
}

interface UseFieldsProps {
  readonly facts: Facts
  readonly set: <Name extends keyof Facts>(name: Name, value: Facts[Name]) => void
  readonly error: Error | null
}

/** How many at a time, and in which stage of its life it is. */
function UseFields({ facts, set, error }: UseFieldsProps) {
  const { hosted, instrument } = useStaffWords()
  return (
    <fieldset className="fields">
      <legend>{hosted.use}</legend>
      <Select
        label={hosted.operatingState}
        choices={states.map(id => ({ id, name: instrument.states[id] }))}
        value={facts.operatingState}
        onChange={state => set('operatingState', state)}
      />
      <NumberField
        label={hosted.turnaround}
        value={facts.turnaroundMinutes}
        onChange={minutes => set('turnaroundMinutes', minutes)}
        minValue={0}
        maxValue={turnaroundMinutesMax}
        error={faultOf(error, 'turnaroundSeconds')}
      />
      <Checkbox isSelected={facts.exclusive} onChange={exclusive => set('exclusive', exclusive)}>
        {hosted.exclusive}
      </Checkbox>
      {!facts.exclusive && (
        <NumberField
          label={hosted.capacity}
          value={facts.capacity}
          onChange={capacity => set('capacity', capacity)}
          minValue={1}
          maxValue={capacityMax}
          error={faultOf(error, 'capacity')}
        />
      )}
      <PoolField
        institutionId={facts.institutionId}
        value={facts.poolId}
        onChange={poolId => set('poolId', poolId)}
        error={faultOf(error, 'poolId')}
      />
    </fieldset>
  )
}
