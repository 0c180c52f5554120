import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { ApiProblem } from '../../../api/problem.ts'
import { type Instrument, useInstrument, usePolicy } from '../../../api/queries/instruments.ts'
import { type Policy, usePolicies } from '../../../api/queries/policies.ts'
import { LinkButton } from '../../../kit/button.tsx'
import { Note, Waiting } from '../../../kit/note.tsx'
import { Page } from '../../../kit/page.tsx'
import { useNow } from '../../../kit/useNow.ts'
import { instantOf, momentText } from '../../../time.ts'
import { useStaffWords } from '../../../words/words.tsx'
import { useLocale, useNameOf } from '../../../words/writing.ts'
import { Steps } from '../instruments/steps.tsx'
import { AttendanceFields } from './attendanceFields.tsx'
import { CapFields } from './capFields.tsx'
import { ChangeFields } from './changeFields.tsx'
import { EffectSection } from './effectSection.tsx'
import { ExceptionFields } from './exceptionFields.tsx'
import { OpeningFields } from './openingFields.tsx'
import { PriceFields } from './priceFields.tsx'
import { type Rules, usualRules } from './rules.ts'
import { SlotFields } from './slotFields.tsx'
import { TurnaroundField } from './turnaroundField.tsx'

/** The rules of an instrument as sentences, to be changed, tried and set. */
export function PolicyPage({ id }: { readonly id: string }) {
  const { hosted } = useStaffWords()
  const instrument = useInstrument(id)
  const policy = usePolicy(id)
  // A draft may have no rules yet: then the usual ones are shown.
  const hasNone = policy.error instanceof ApiProblem && policy.error.code === 'not-found'
  const error = instrument.error ?? (hasNone || policy.data !== undefined ? null : policy.error)
  // Once shown, the editor stays while it is asked again: what was typed must not be lost.
  if (instrument.data === undefined || !policy.isFetched || error !== null) {
    return (
      <Page title={hosted.rules}>
        <Waiting error={error} onRetry={() => void policy.refetch()} />
      </Page>
    )
  }
  return <Editor instrument={instrument.data} policy={policy.data ?? null} />
}

interface EditorProps {
  readonly instrument: Instrument
  /** Null: none was ever set. */
  readonly policy: Policy | null
}

function Editor({ instrument, policy }: EditorProps) {
  const { hosted, policyEditor } = useStaffWords()
  const nameOf = useNameOf()
  const [query] = useSearchParams()
  const [rules, setRules] = useState<Rules>(policy?.rules ?? usualRules)
  const onChange = (changes: Partial<Rules>) => setRules(before => ({ ...before, ...changes }))
  const fields = { rules, onChange }
  const isNew = query.get('step') === 'new'
  return (
    <Page
      title={policyEditor.title(nameOf(instrument))}
      detail={<InForce policy={policy} zone={instrument.zone} />}
      actions={<LinkButton href={`/manage/instruments/${instrument.id}`}>{hosted.edit}</LinkButton>}
    >
      {isNew && <Steps at="rules" instrumentId={instrument.id} />}
      <Upcoming instrument={instrument} />
      <OpeningFields {...fields} />
      <ExceptionFields {...fields} />
      <SlotFields {...fields} />
      <TurnaroundField instrument={instrument} />
      <ChangeFields {...fields} />
      <AttendanceFields {...fields} />
      <CapFields {...fields} />
      <PriceFields {...fields} />
      <EffectSection instrument={instrument} rules={rules} isFirst={policy === null} />
      {isNew && (
        <div className="row">
          <LinkButton href={`/manage/instruments/${instrument.id}?step=sharing`}>{hosted.next}</LinkButton>
        </div>
      )}
    </Page>
  )
}

function InForce({ policy, zone }: { readonly policy: Policy | null; readonly zone: string }) {
  const { policyEditor } = useStaffWords()
  const locale = useLocale()
  if (policy === null) return policyEditor.noneYet
  const since = instantOf(policy.effectiveFrom)
  if (since === 0) return policyEditor.detailEver(policy.revision)
  return policyEditor.detail(policy.revision, momentText(since, zone, locale))
}

/** Revisions that are set already and hold later: what is edited here is the one in force. */
function Upcoming({ instrument }: { readonly instrument: Instrument }) {
  const { policyEditor } = useStaffWords()
  const locale = useLocale()
  const now = useNow()
  const upcoming = (usePolicies(instrument.id).data ?? []).filter(each => instantOf(each.effectiveFrom) > now)
  return upcoming.map(({ id, revision, effectiveFrom }) => (
    <Note
      key={id}
      tone="warn"
      title={policyEditor.upcoming(revision, momentText(instantOf(effectiveFrom), instrument.zone, locale))}
    />
  ))
}
