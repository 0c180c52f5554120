import { DayField, MomentField } from '../../kit/dates.tsx'
import { NumberField } from '../../kit/field.tsx'
import { clocksDiffer, dayOf, type Span, spanText, viewerZone } from '../../time.ts'
import { useWords } from '../../words/words.tsx'
import { useLocale } from '../../words/writing.ts'
import { daysFrom, daysIn } from './fitting.ts'
import type { BookingUnit } from './verdict.tsx'

interface TimeFieldsProps {
  readonly span: Span
  readonly onChange: (span: Span) => void
  /** The instrument's. */
  readonly zone: string
  readonly unit: BookingUnit
}

const daysMost = 366

/** Start and end on the instrument's clock; beneath, what the reader's own clock shows where it differs. */
export function TimeFields({ span, onChange, zone, unit }: TimeFieldsProps) {
  const { common } = useWords()
  const locale = useLocale()
  const here = viewerZone()
  const differs = clocksDiffer(zone, here, span.start)
  return (
    <div className="stack-tight">
      <div className="fields">
        {unit === 'day' ? (
          <DayFields span={span} onChange={onChange} zone={zone} />
        ) : (
          <MomentFields span={span} onChange={onChange} zone={zone} />
        )}
      </div>
      {differs && (
        <p className="quiet">
          {common.zoneOf(zone)} · {common.yourZone(here, spanText(span, here, locale))}
        </p>
      )}
    </div>
  )
}

type FieldsProps = Omit<TimeFieldsProps, 'unit'>

/** Another start keeps the length. */
function MomentFields({ span, onChange, zone }: FieldsProps) {
  const words = useWords().booking
  const moveTo = (start: number) => onChange({ start, end: start + (span.end - span.start) })
  return (
    <>
      <MomentField label={words.start} value={span.start} onChange={moveTo} zone={zone} />
      <MomentField
        label={words.end}
        value={span.end}
        onChange={end => onChange({ start: span.start, end })}
        zone={zone}
      />
    </>
  )
}

function DayFields({ span, onChange, zone }: FieldsProps) {
  const words = useWords().booking
  const count = daysIn(span, zone)
  const day = dayOf(span.start, zone)
  return (
    <>
      <DayField
        label={words.start}
        value={day}
        onChange={chosen => chosen !== null && onChange(daysFrom(chosen, count, zone))}
      />
      <NumberField
        label={words.days}
        value={count}
        minValue={1}
        maxValue={daysMost}
        onChange={days => !Number.isNaN(days) && onChange(daysFrom(day, days, zone))}
      />
    </>
  )
}
