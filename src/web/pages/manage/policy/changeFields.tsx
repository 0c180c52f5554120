import { InlineSelect, Sentence } from '../../../kit/inline.tsx'
import { Section } from '../../../kit/page.tsx'
import { useStaffWords } from '../../../words/words.tsx'
import { choicesOf, type RulesProps } from './rules.ts'
import { ShareField } from './shareField.tsx'
import { LengthField } from './slotFields.tsx'

/** Until when a booking can be changed, and who has to say yes. */
export const ChangeFields = (props: RulesProps) => (
  <>
    <Windows {...props} />
    <Approval {...props} />
  </>
)

function Windows(props: RulesProps) {
  const { policyEditor: w } = useStaffWords()
  const { rules, onChange } = props
  return (
    <Section title={w.changes}>
      <div className="card stack-tight">
        <Sentence
          text={w.changeWindow}
          parts={{ change: <LengthField {...props} name="changeWindowSeconds" label={w.change} /> }}
        />
        <Sentence
          text={w.cancelWindow}
          parts={{
            cancel: <LengthField {...props} name="cancelWindowSeconds" label={w.cancel} />,
            late: (
              <InlineSelect
                label={w.late}
                value={rules.lateCancel}
                onChange={lateCancel => onChange({ lateCancel })}
                choices={choicesOf(w.lateCancels)}
              />
            ),
          }}
        />
        {rules.lateCancel === 'forfeit' && (
          <Sentence
            text={w.lateForfeit}
            parts={{
              share: (
                <ShareField
                  label={w.share}
                  value={rules.lateCancelForfeit}
                  onChange={lateCancelForfeit => onChange({ lateCancelForfeit })}
                />
              ),
            }}
          />
        )}
      </div>
    </Section>
  )
}

function Approval(props: RulesProps) {
  const { policyEditor: w } = useStaffWords()
  const { rules, onChange } = props
  return (
    <Section title={w.approvalTitle}>
      <div className="card stack-tight">
        <Sentence
          text={w.approval}
          parts={{
            approval: (
              <InlineSelect
                label={w.approvalLabel}
                value={rules.approval}
                onChange={approval => onChange({ approval })}
                choices={choicesOf(w.approvals)}
              />
            ),
          }}
        />
        {rules.approval === 'staff' && (
          <Sentence
            text={w.approvalHold}
            parts={{ hold: <LengthField {...props} name="approvalHoldSeconds" label={w.hold} /> }}
          />
        )}
        <Sentence
          text={w.onBehalf}
          parts={{
            who: (
              <InlineSelect
                label={w.onBehalfLabel}
                value={rules.onBehalf}
                onChange={onBehalf => onChange({ onBehalf })}
                choices={choicesOf(w.onBehalfs)}
              />
            ),
          }}
        />
      </div>
    </Section>
  )
}
