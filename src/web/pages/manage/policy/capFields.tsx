import { Button } from '../../../kit/button.tsx'
import { Checkbox } from '../../../kit/field.tsx'
import { InlineLength, InlineNumber, InlineSelect, Sentence } from '../../../kit/inline.tsx'
import { Section } from '../../../kit/page.tsx'
import { useStaffWords } from '../../../words/words.tsx'
import { type Cap, choicesOf, type RulesProps } from './rules.ts'
import { usualStretch } from './stretchFields.tsx'
import { withHours, WORKDAYS } from './weekly.ts'
import { WeeklyFields } from './weeklyFields.tsx'

/** The hours that are most wanted. */
const firstWindow = withHours([], WORKDAYS, [usualStretch])
const firstCap: Cap = { per: 'person', measure: 'count', limit: 3, period: 'week' }
/** What a cap counted in the other measure begins with. */
const firstLimit = { count: 3, seconds: 8 * 3600 } as const

/** How much one holder may have booked. */
export function CapFields({ rules, onChange }: RulesProps) {
  const { policyEditor } = useStaffWords()
  const { caps } = rules
  return (
    <Section
      title={policyEditor.caps}
      actions={
        <Button look="plain" onPress={() => onChange({ caps: [...caps, firstCap] })}>
          + {policyEditor.addCap}
        </Button>
      }
    >
      {caps.length === 0 && <p className="quiet">{policyEditor.noCaps}</p>}
      {caps.map((cap, index) => (
        <CapField
          key={index}
          cap={cap}
          name={policyEditor.capName(index + 1)}
          onChange={next => onChange({ caps: caps.map((each, at) => (at === index ? next : each)) })}
          onRemove={() => onChange({ caps: caps.filter((_, at) => at !== index) })}
        />
      ))}
    </Section>
  )
}

interface CapFieldProps {
  readonly cap: Cap
  /** Tells its fields from those of the other caps. */
  readonly name: string
  readonly onChange: (cap: Cap) => void
  readonly onRemove: () => void
}

function CapField({ cap, name, onChange, onRemove }: CapFieldProps) {
  const { policyEditor: w } = useStaffWords()
  const { exemptWithinSeconds, ...counted } = cap
  return (
    <div className="card stack-tight" role="group" aria-label={name}>
      <Sentence
        text={w.cap}
        parts={{
          per: (
            <InlineSelect
              label={w.capPer}
              value={cap.per}
              onChange={per => onChange({ ...cap, per })}
              choices={choicesOf(w.capPers)}
            />
          ),
          period: (
            <InlineSelect
              label={w.capPeriod}
              value={cap.period}
              onChange={period => onChange({ ...cap, period })}
              choices={choicesOf(w.capPeriods)}
            />
          ),
          limit: <Limit cap={cap} onChange={onChange} />,
        }}
      />
      <Sentence
        text={w.capExempt}
        parts={{
          exempt: (
            <InlineLength
              label={w.exempt}
              value={exemptWithinSeconds ?? 0}
              onChange={seconds =>
                onChange(seconds === 0 ? counted : { ...cap, exemptWithinSeconds: seconds })
              }
            />
          ),
        }}
      />
      <Window cap={cap} name={name} onChange={onChange} />
      <div>
        <Button look="plain" onPress={onRemove}>
          ✕ {w.removeCap}
        </Button>
      </div>
    </div>
  )
}

/** In which hours of the week time counts under a cap: all of them, or those said. */
function Window({ cap, name, onChange }: Pick<CapFieldProps, 'cap' | 'name' | 'onChange'>) {
  const { policyEditor: w } = useStaffWords()
  const { window, ...always } = cap
  return (
    <>
      <Checkbox
        isSelected={window !== undefined}
        onChange={isWindowed => onChange(isWindowed ? { ...cap, window: firstWindow } : always)}
      >
        {w.capWindowed}
      </Checkbox>
      {window !== undefined && (
        <>
          <WeeklyFields
            weekly={window}
            onChange={next => onChange({ ...cap, window: next })}
            of={name}
            emptyText={w.notCounted}
          />
          <p className={window.length === 0 ? 'wrong' : 'quiet'}>
            {window.length === 0 ? w.windowEmpty : w.windowHelp}
          </p>
        </>
      )}
    </>
  )
}

function Limit({ cap, onChange }: Pick<CapFieldProps, 'cap' | 'onChange'>) {
  const { policyEditor: w } = useStaffWords()
  const setLimit = (limit: number) => onChange({ ...cap, limit })
  return (
    <span className="inline-length">
      {cap.measure === 'count' ? (
        <InlineNumber label={w.capLimit} value={cap.limit} onChange={setLimit} minValue={0} />
      ) : (
        <InlineLength label={w.capLimit} value={cap.limit} onChange={setLimit} />
      )}
      <InlineSelect
        label={w.capMeasure}
        value={cap.measure}
        onChange={measure => onChange({ ...cap, measure, limit: firstLimit[measure] })}
        choices={choicesOf(w.capMeasures)}
      />
    </span>
  )
}
