import { InlineLength, InlineSelect, Sentence } from '../../../kit/inline.tsx'
import { Section } from '../../../kit/page.tsx'
import { useStaffWords } from '../../../words/words.tsx'
import { choicesOf, type LengthName, type RulesProps } from './rules.ts'

interface LengthFieldProps extends RulesProps {
  readonly name: LengthName
  readonly label: string
}

/** One length among the rules, inside a sentence. */
export const LengthField = ({ rules, onChange, name, label }: LengthFieldProps) => (
  <InlineLength label={label} value={rules[name]} onChange={seconds => onChange({ [name]: seconds })} />
)

/** What a time must be like to be booked. */
export function SlotFields(props: RulesProps) {
  const { policyEditor: w } = useStaffWords()
  const { rules, onChange } = props
  return (
    <Section title={w.slot}>
      <div className="card stack-tight">
        <Sentence
          text={w.unit}
          parts={{
            unit: (
              <InlineSelect
                label={w.unitLabel}
                value={rules.bookingUnit}
                onChange={bookingUnit => onChange({ bookingUnit })}
                choices={choicesOf(w.bookingUnits)}
              />
            ),
          }}
        />
        {rules.bookingUnit === 'time' && (
          <Sentence
            text={w.grid}
            parts={{ grid: <LengthField {...props} name="gridSeconds" label={w.gridLabel} /> }}
          />
        )}
        <Sentence
          text={w.lengths}
          parts={{
            shortest: <LengthField {...props} name="shortestSeconds" label={w.shortest} />,
            longest: <LengthField {...props} name="longestSeconds" label={w.longest} />,
          }}
        />
        <Sentence
          text={w.noticeAndHorizon}
          parts={{
            notice: <LengthField {...props} name="noticeSeconds" label={w.notice} />,
            horizon: <LengthField {...props} name="horizonSeconds" label={w.horizon} />,
          }}
        />
      </div>
    </Section>
  )
}
