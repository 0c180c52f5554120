import { useStaffWords } from '../../../words/words.tsx'
import type { Stretch, Weekly } from './rules.ts'
import { StretchFields } from './stretchFields.tsx'
import { hoursOn, WEEKDAYS, withHours } from './weekly.ts'

interface WeeklyFieldsProps {
  readonly weekly: Weekly
  readonly onChange: (weekly: Weekly) => void
  /** What these stretches are of, where the page has several weeks. */
  readonly of?: string
  /** Said of a day without a stretch. */
  readonly emptyText: string
}

/** Stretches of a week, weekday by weekday. */
export function WeeklyFields({ weekly, onChange, of, emptyText }: WeeklyFieldsProps) {
  const { policyEditor } = useStaffWords()
  return WEEKDAYS.map(weekday => {
    const day = policyEditor.weekdays[weekday - 1] ?? ''
    const name = of === undefined ? day : `${of} ${day}`
    const set = (hours: readonly Stretch[]) => onChange(withHours(weekly, [weekday], hours))
    return (
      <div key={weekday} className="day-hours" role="group" aria-label={name}>
        <span className="strong">{policyEditor.weekday(day)}</span>
        <StretchFields
          name={name}
          stretches={hoursOn(weekly, weekday)}
          onChange={set}
          emptyText={emptyText}
        />
      </div>
    )
  })
}
