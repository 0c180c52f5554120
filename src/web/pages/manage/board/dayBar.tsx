import { Button } from '../../../kit/button.tsx'
import { DayField } from '../../../kit/dates.tsx'
import { addDays, dayText, startOfDay } from '../../../time.ts'
import { useStaffWords } from '../../../words/words.tsx'
import { useLocale } from '../../../words/writing.ts'

interface DayBarProps {
  readonly day: string
  readonly today: string
  readonly zone: string
  readonly onChange: (day: string) => void
}

/** Walks through the days. */
export function DayBar({ day, today, zone, onChange }: DayBarProps) {
  const { common, manage } = useStaffWords()
  const locale = useLocale()
  return (
    <div className="row day-bar">
      <Button onPress={() => onChange(addDays(day, -1))} aria-label={manage.previousDay}>
        ‹
      </Button>
      <Button onPress={() => onChange(today)} isDisabled={day === today}>
        {manage.today}
      </Button>
      <Button onPress={() => onChange(addDays(day, 1))} aria-label={manage.nextDay}>
        ›
      </Button>
      <DayField label={common.date} value={day} onChange={next => next !== null && onChange(next)} />
      <strong aria-live="polite">{dayText(startOfDay(day, zone), zone, locale)}</strong>
    </div>
  )
}
