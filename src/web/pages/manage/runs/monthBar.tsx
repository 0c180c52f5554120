import { Button } from '../../../kit/button.tsx'
import { addMonths, monthText, startOfDay } from '../../../time.ts'
import { useStaffWords } from '../../../words/words.tsx'
import { useLocale } from '../../../words/writing.ts'

interface MonthBarProps {
  /** Its first day. */
  readonly month: string
  readonly zone: string
  readonly onChange: (month: string) => void
}

/** Walks through the months. */
export function MonthBar({ month, zone, onChange }: MonthBarProps) {
  const { manage } = useStaffWords()
  const locale = useLocale()
  return (
    <div className="row">
      <Button onPress={() => onChange(addMonths(month, -1))} aria-label={manage.previousMonth}>
        ‹
      </Button>
      <strong aria-live="polite">{monthText(startOfDay(month, zone), zone, locale)}</strong>
      <Button onPress={() => onChange(addMonths(month, 1))} aria-label={manage.nextMonth}>
        ›
      </Button>
    </div>
  )
}
