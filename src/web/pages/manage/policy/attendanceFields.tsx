import { InlineSelect, Sentence } from '../../../kit/inline.tsx'
import { Section } from '../../../kit/page.tsx'
import { useStaffWords } from '../../../words/words.tsx'
import { useLength } from '../../../words/writing.ts'
import { choicesOf, type RulesProps } from './rules.ts'
import { ShareField } from './shareField.tsx'
import { LengthField } from './slotFields.tsx'

/** How it is known who used how much, and what of it counts. */
export function AttendanceFields(props: RulesProps) {
  const { policyEditor: w } = useStaffWords()
  const { rules, onChange } = props
  return (
    <Section title={w.attendanceTitle}>
      <div className="card stack-tight">
        <Sentence
          text={w.attendance}
          parts={{
            attendance: (
              <InlineSelect
                label={w.attendanceLabel}
                value={rules.attendance}
                onChange={attendance => onChange({ attendance })}
                choices={choicesOf(w.attendances)}
              />
            ),
          }}
        />
        {rules.attendance !== 'as-booked' && (
          <Sentence
            text={w.checkIn}
            parts={{
              early: <LengthField {...props} name="checkInEarlySeconds" label={w.early} />,
              noShow: <LengthField {...props} name="noShowAfterSeconds" label={w.noShow} />,
              share: (
                <ShareField
                  label={w.noShowShare}
                  value={rules.noShowForfeit}
                  onChange={noShowForfeit => onChange({ noShowForfeit })}
                />
              ),
            }}
          />
        )}
        <Charge {...props} />
        <Sentence
          text={w.phases}
          parts={{
            prep: <LengthField {...props} name="prepSeconds" label={w.prep} />,
            post: <LengthField {...props} name="postSeconds" label={w.post} />,
            mode: (
              <InlineSelect
                label={w.mode}
                value={rules.runMode}
                onChange={runMode => onChange({ runMode })}
                choices={choicesOf(w.modes)}
              />
            ),
          }}
        />
      </div>
    </Section>
  )
}

function Charge(props: RulesProps) {
  const { policyEditor: w } = useStaffWords()
  const length = useLength()
  const { rules, onChange } = props
  const step = rules.chargeStepSeconds
  return (
    <Sentence
      text={w.charge}
      parts={{
        what: (
          <InlineSelect
            label={w.chargeLabel}
            value={rules.chargeFor}
            onChange={chargeFor => onChange({ chargeFor })}
            choices={choicesOf(w.chargeFors)}
          />
        ),
        from: (
          <InlineSelect
            label={w.chargeFromLabel}
            value={rules.chargeFrom}
            onChange={chargeFrom => onChange({ chargeFrom })}
            choices={choicesOf(w.chargeFroms)}
          />
        ),
        step: <LengthField {...props} name="chargeStepSeconds" label={w.chargeStep} />,
        step2: Number.isNaN(step) ? '' : length(step),
      }}
    />
  )
}
