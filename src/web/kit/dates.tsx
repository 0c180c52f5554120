import { fromAbsolute, parseDate, type CalendarDate, type ZonedDateTime } from '@internationalized/date'
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  FieldError,
  Group,
  Heading,
  Label,
  Popover,
  Text,
} from 'react-aria-components'
import { faultProps } from './fault.ts'

interface MomentFieldProps {
  readonly label: string
  /** Epoch milliseconds. */
  readonly value: number
  readonly onChange: (at: number) => void
  /** The zone whose clock is typed: the instrument's. */
  readonly zone: string
  readonly error?: string | undefined
  readonly help?: string
  readonly isDisabled?: boolean
}

/** A date with a time on the clock of `zone`, typed segment by segment or picked. */
export function MomentField({ label, value, onChange, zone, error, help, ...rest }: MomentFieldProps) {
  const change = (zoned: ZonedDateTime | null) => zoned !== null && onChange(zoned.toDate().getTime())
  return (
    <DatePicker
      {...rest}
      className="field"
      granularity="minute"
      hourCycle={24}
      hideTimeZone
      value={fromAbsolute(value, zone)}
      onChange={change}
      {...faultProps(error)}
    >
      <Label>{label}</Label>
      <PickerBox />
      {help !== undefined && (
        <Text slot="description" className="help">
          {help}
        </Text>
      )}
      <FieldError className="error">{error}</FieldError>
      <PickerPopover />
    </DatePicker>
  )
}

interface DayFieldProps {
  readonly label: string
  /** `2026-11-23`, or null while nothing is entered. */
  readonly value: string | null
  readonly onChange: (day: string | null) => void
  readonly error?: string | undefined
}

/** A calendar date. */
export function DayField({ label, value, onChange, error }: DayFieldProps) {
  const change = (date: CalendarDate | null) => onChange(date?.toString() ?? null)
  return (
    <DatePicker
      className="field"
      value={value === null ? null : parseDate(value)}
      onChange={change}
      {...faultProps(error)}
    >
      <Label>{label}</Label>
      <PickerBox />
      <FieldError className="error">{error}</FieldError>
      <PickerPopover />
    </DatePicker>
  )
}

const PickerBox = () => (
  <Group className="date-input">
    <DateInput className="row date-segments">
      {segment => <DateSegment segment={segment} className="date-segment" />}
    </DateInput>
    <Button className="button plain">
      <span aria-hidden="true">▾</span>
    </Button>
  </Group>
)

const PickerPopover = () => (
  <Popover className="popover">
    <Dialog>
      <Calendar className="calendar">
        <header>
          <Button slot="previous" className="button plain">
            ‹
          </Button>
          <Heading level={2} />
          <Button slot="next" className="button plain">
            ›
          </Button>
        </header>
        <CalendarGrid>{date => <CalendarCell date={date} className="calendar-cell" />}</CalendarGrid>
      </Calendar>
    </Dialog>
  </Popover>
)
