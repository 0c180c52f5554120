import { Button } from '../../../kit/button.tsx'
import { Section } from '../../../kit/page.tsx'
import { useStaffWords } from '../../../words/words.tsx'
import type { RulesProps, Weekly } from './rules.ts'
import { hoursOn, WEEKDAYS, withHours, WORKDAYS } from './weekly.ts'
import { WeeklyFields } from './weeklyFields.tsx'

/** Opening hours, weekday by weekday. */
export function OpeningFields({ rules, onChange }: RulesProps) {
  const { policyEditor } = useStaffWords()
  const { opening } = rules
  const { weekly } = opening
  const set = (next: Weekly) => onChange({ opening: { ...opening, weekly: next } })
  return (
    <Section
      title={policyEditor.opening}
      actions={
        <>
          <Button look="plain" onPress={() => set(withHours(weekly, WORKDAYS, hoursOn(weekly, 1)))}>
            {policyEditor.sameAsMonday}
          </Button>
          <Button
            look="plain"
            onPress={() => set(withHours(weekly, WEEKDAYS, [{ from: '00:00', to: '24:00' }]))}
          >
            {policyEditor.allDay}
          </Button>
        </>
      }
    >
      <div className="card stack-tight">
        <WeeklyFields weekly={weekly} onChange={set} emptyText={policyEditor.closed} />
        <p className="quiet">{policyEditor.timeWrong}</p>
      </div>
    </Section>
  )
}
