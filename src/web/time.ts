import {
  CalendarDate,
  fromAbsolute,
  getLocalTimeZone,
  parseAbsolute,
  parseDate,
  toCalendarDate,
  toZoned,
} from '@internationalized/date'

export const minuteMilliseconds = 60_000
export const hourMilliseconds = 3_600_000

/** A half-open span of instants in epoch milliseconds. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The present, in epoch milliseconds. */
export const now = () => performance.timeOrigin + performance.now()

/** Epoch milliseconds of an instant as the API writes it. */
export const instantOf = (written: string) => parseAbsolute(written, 'UTC').toDate().getTime()

export const spanOf = (written: { readonly start: string; readonly end: string }): Span => ({
  start: instantOf(written.start),
  end: instantOf(written.end),
})

/** An instant as the API reads it, with the offset of `zone`. */
export const writeInstant = (at: number, zone: string) => {
  const zoned = fromAbsolute(Math.round(at), zone)
  return zoned.toString().replace(/\[.*\]$/u, '')
}

/** The reader's own zone. */
export const viewerZone = () => getLocalTimeZone()

/** Whether the clocks of two zones differ at an instant. */
export const clocksDiffer = (zone: string, other: string, at: number) =>
  fromAbsolute(at, zone).offset !== fromAbsolute(at, other).offset

/** The local date in `zone`, `2026-11-23`. */
export const dayOf = (at: number, zone: string) => toCalendarDate(fromAbsolute(at, zone)).toString()

/** The instant at which a local date begins in `zone`. */
export const startOfDay = (day: string, zone: string) => toZoned(parseDate(day), zone).toDate().getTime()

/** The local date so many days later. */
export const addDays = (day: string, days: number) => parseDate(day).add({ days }).toString()

/** The first of a date's month. */
export const firstOfMonth = (day: string) => {
  const { year, month } = parseDate(day)
  return new CalendarDate(year, month, 1).toString()
}

export const addMonths = (day: string, months: number) => parseDate(day).add({ months }).toString()

/** Whole days from local midnight to local midnight: 23, 24 or 25 hours each. */
export const daysSpan = (firstDay: string, count: number, zone: string): Span => ({
  start: startOfDay(firstDay, zone),
  end: startOfDay(addDays(firstDay, count), zone),
})

const formats = new Map<string, Intl.DateTimeFormat>()

function format(locale: string, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${zone} ${Object.values(options).join(' ')}`
  const known = formats.get(key)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone, hourCycle: 'h23' })
  formats.set(key, made)
  return made
}

/** `09:30` */
export const timeText = (at: number, zone: string) =>
  format('en-GB', zone, { hour: '2-digit', minute: '2-digit' }).format(at)

/** `周一`, `Mon` */
const weekdayText = (at: number, zone: string, locale: string) =>
  format(locale, zone, { weekday: 'short' }).format(at)

/** `2026-11-23 周一`: no country reads it otherwise. */
export const dayText = (at: number, zone: string, locale: string) =>
  `${dayOf(at, zone)} ${weekdayText(at, zone, locale)}`

/** `2026-11-23 周一 09:30` */
export const momentText = (at: number, zone: string, locale: string) =>
  `${dayText(at, zone, locale)} ${timeText(at, zone)}`

/** `2026-11-23 周一 09:30–12:00`, with both dates where the span crosses a midnight. */
export function spanText({ start, end }: Span, zone: string, locale: string): string {
  const sameDay = dayOf(start, zone) === dayOf(end, zone)
  const endsAtMidnight = timeText(end, zone) === '00:00' && dayOf(end - 1, zone) === dayOf(start, zone)
  if (sameDay) return `${momentText(start, zone, locale)}–${timeText(end, zone)}`
  if (endsAtMidnight) return `${momentText(start, zone, locale)}–24:00`
  return `${momentText(start, zone, locale)} – ${momentText(end, zone, locale)}`
}

/** `2026年11月`, `November 2026` */
export const monthText = (at: number, zone: string, locale: string) =>
  format(locale, zone, { year: 'numeric', month: 'long' }).format(at)

/** Hours with at most two decimals, `7.5`. */
export const hoursText = (seconds: number, locale: string) =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(seconds / 3600)
