import { useState } from 'react'
import type { Instrument } from '../../../api/queries/instruments.ts'
import { type PolicyDraft, useAddPolicy, usePolicyPreview } from '../../../api/queries/policies.ts'
import { Button } from '../../../kit/button.tsx'
import { MomentField } from '../../../kit/dates.tsx'
import { Note } from '../../../kit/note.tsx'
import { Section } from '../../../kit/page.tsx'
import { ProblemNote } from '../../../kit/problemNote.tsx'
import { Select } from '../../../kit/select.tsx'
import { addDays, dayOf, now, startOfDay, writeInstant } from '../../../time.ts'
import { useStaffWords } from '../../../words/words.tsx'
import { PreviewPanel } from './previewPanel.tsx'
import { areFilled, type Rules } from './rules.ts'

interface EffectSectionProps {
  readonly instrument: Instrument
  readonly rules: Rules
  /** Whether the instrument never had rules: then they hold since ever. */
  readonly isFirst: boolean
}

/** From when the rules hold, what they would change, and the button that sets them. */
export function EffectSection({ instrument, rules, isFirst }: EffectSectionProps) {
  const { policyEditor } = useStaffWords()
  const { zone } = instrument
  const [effect, setEffect] = useState<Effect>(() => ({
    when: 'now',
    from: startOfDay(addDays(dayOf(now(), zone), 1), zone),
  }))
  const [previewedOf, setPreviewedOf] = useState<string | null>(null)
  const preview = usePolicyPreview()
  const add = useAddPolicy()
  const draft: PolicyDraft = {
    instrumentId: instrument.id,
    rules,
    ...(effect.when === 'later' && { effectiveFrom: writeInstant(effect.from, zone) }),
  }
  const written = JSON.stringify(draft)
  const isReady = areFilled(rules)
  const isShown = preview.data !== undefined && previewedOf === written
  return (
    <Section title={policyEditor.effect}>
      <div className="card stack-tight">
        {!isFirst && <EffectFields effect={effect} onChange={setEffect} zone={zone} />}
        <p className="quiet">{policyEditor.effectHelp}</p>
        {!isReady && <Note tone="warn" title={policyEditor.unfilled} role="status" />}
        <div className="row">
          <Button
            isDisabled={!isReady}
            isPending={preview.isPending}
            onPress={() => preview.mutate(draft, { onSuccess: () => setPreviewedOf(written) })}
          >
            {policyEditor.preview}
          </Button>
          <Button
            look="main"
            isDisabled={!isReady}
            isPending={add.isPending}
            onPress={() => add.mutate(draft)}
          >
            {policyEditor.save}
          </Button>
        </div>
        <ProblemNote error={add.error ?? preview.error} />
        <div role="status">
          {add.data !== undefined && (
            <Note tone="good" title={`✓ ${policyEditor.saved(add.data.revision)}`} />
          )}
        </div>
        {preview.data !== undefined && !isShown && <Note title={policyEditor.previewStale} />}
      </div>
      {isShown && preview.data !== undefined && <PreviewPanel preview={preview.data} zone={zone} />}
    </Section>
  )
}

/** From when rules hold: at once, or from an instant on. */
interface Effect {
  readonly when: 'now' | 'later'
  /** Epoch milliseconds. */
  readonly from: number
}

interface EffectFieldsProps {
  readonly effect: Effect
  readonly onChange: (effect: Effect) => void
  readonly zone: string
}

function EffectFields({ effect, onChange, zone }: EffectFieldsProps) {
  const { common, policyEditor } = useStaffWords()
  return (
    <div className="effect">
      <Select
        label={policyEditor.effect}
        choices={[
          { id: 'now', name: policyEditor.effectNow },
          { id: 'later', name: policyEditor.effectLater },
        ]}
        value={effect.when}
        onChange={when => onChange({ ...effect, when })}
      />
      {effect.when === 'later' && (
        <MomentField
          label={policyEditor.effectFrom}
          value={effect.from}
          onChange={from => onChange({ ...effect, from })}
          zone={zone}
          help={common.zoneOf(zone)}
        />
      )}
    </div>
  )
}
