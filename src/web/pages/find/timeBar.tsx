import { Button } from '../../kit/button.tsx'
import { ChoiceBar } from '../../kit/choiceBar.tsx'
import { DayField } from '../../kit/dates.tsx'
import { addDays, addMonths, dayOf, daysSpan, firstOfMonth, now, type Span } from '../../time.ts'
import type { Zoom } from '../../timeline/model.ts'
import { useWords } from '../../words/words.tsx'

interface TimeBarProps<Shown extends Zoom> {
  readonly zoom: Shown
  readonly zooms: readonly Shown[]
  readonly onZoom: (zoom: Shown) => void
  readonly day: string
  readonly onDay: (day: string) => void
  /** The zone in which today is told. */
  readonly zone: string
}

/** Goes through time by days, weeks or months. */
export function TimeBar<Shown extends Zoom>({ zoom, zooms, onZoom, day, onDay, zone }: TimeBarProps<Shown>) {
  const words = useWords().find
  const choices = zooms.map(id => ({ id, name: words.zooms[id] }))
  return (
    <div className="time-bar">
      <div className="row">
        <Button onPress={() => onDay(stepped(day, zoom, -1))} aria-label={words.previous}>
          <span aria-hidden="true">‹</span>
        </Button>
        <Button onPress={() => onDay(dayOf(now(), zone))}>{words.today}</Button>
        <Button onPress={() => onDay(stepped(day, zoom, 1))} aria-label={words.next}>
          <span aria-hidden="true">›</span>
        </Button>
      </div>
      <DayField label={words.day} value={day} onChange={chosen => chosen !== null && onDay(chosen)} />
      <ChoiceBar label={words.zoom} choices={choices} value={zoom} onChange={onZoom} />
    </div>
  )
}

/** The days that are shown: a day, a week from that day on, or the month it lies in. */
export function windowOf(day: string, zoom: Zoom, zone: string): Span {
  switch (zoom) {
    case 'day':
      return daysSpan(day, 1, zone)
    case 'week':
      return daysSpan(day, 7, zone)
    case 'month': {
      const first = firstOfMonth(day)
      const { start } = daysSpan(first, 1, zone)
      return { start, end: daysSpan(addMonths(first, 1), 1, zone).start }
    }
    default:
      return zoom satisfies never
  }
}

function stepped(day: string, zoom: Zoom, by: number): string {
  if (zoom === 'month') return addMonths(firstOfMonth(day), by)
  return addDays(day, zoom === 'week' ? 7 * by : by)
}
