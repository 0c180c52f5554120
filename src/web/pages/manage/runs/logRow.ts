import { CalendarDateTime, parseDate, toZoned } from '@internationalized/date'
import type { Booking, BookingDraft } from '../../../api/queries/bookings.ts'
import type { Person } from '../../../api/queries/people.ts'
import type { Span } from '../../../time.ts'

/** One line of a paper log book as it is typed. */
export interface LogRow {
  /** Only to tell the lines apart while they are edited. */
  readonly key: number
  readonly person: string
  readonly project: string
  readonly date: string
  readonly from: string
  readonly to: string
  readonly samples: string
  /** Chosen among people of one name. */
  readonly personId: string | null
  readonly outcome: Outcome
}

/** What came of a line; what is typed anew is not yet judged. */
export type Outcome =
  | { readonly kind: 'new' }
  | { readonly kind: 'fine'; readonly draft: BookingDraft }
  | { readonly kind: 'kept'; readonly booking: Booking }
  | { readonly kind: 'faulty'; readonly faults: readonly string[] }
  | { readonly kind: 'unclear'; readonly people: readonly Person[] }
  | { readonly kind: 'refused'; readonly error: Error }

export const LOG_COLUMNS = ['person', 'project', 'date', 'from', 'to', 'samples'] as const
export type LogColumn = (typeof LOG_COLUMNS)[number]

export const emptyRow = (key: number): LogRow => ({
  key,
  person: '',
  project: '',
  date: '',
  from: '',
  to: '',
  samples: '',
  personId: null,
  outcome: { kind: 'new' },
})

export const isEmptyRow = (row: LogRow) => LOG_COLUMNS.every(column => row[column].trim() === '')

/** Lines pasted from a spreadsheet, in the order of the columns from `first` on. */
export function pastedCells(text: string, first: LogColumn): Partial<Record<LogColumn, string>>[] {
  const columns = LOG_COLUMNS.slice(LOG_COLUMNS.indexOf(first))
  return text
    .split(/\r?\n/u)
    .filter(line => line.trim() !== '')
    .map(line => {
      const cells = line.split('\t')
      return Object.fromEntries(columns.map((column, index) => [column, (cells[index] ?? '').trim()]))
    })
}

/** `2026-11-03`, `2026/11/3`, `2026.11.3` or `2026年11月3日`; undefined: none of these. */
export function dayIn(typed: string): string | undefined {
  const plain = typed.normalize('NFKC').trim()
  const [, year, month, day] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u.exec(plain) ?? []
  if (year === undefined || month === undefined || day === undefined) return undefined
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  try {
    return parseDate(written).toString()
  } catch {
    // 2026-02-30 looks like a date and is none.
    return undefined
  }
}

/** What day and times mean on the clock of `zone`; an end at or before the start is on the next day. */
export function spanIn(zone: string, day: string, from: string, to: string): Span {
  const start = instantAt(zone, day, from)
  const end = instantAt(zone, day, to)
  return end > start ? { start, end } : { start, end: instantAt(zone, nextDay(day), to) }
}

const nextDay = (day: string) => parseDate(day).add({ days: 1 }).toString()

function instantAt(zone: string, day: string, time: string): number {
  const { year, month, day: date } = parseDate(day)
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const wall = new CalendarDateTime(year, month, date).add({ hours, minutes })
  return toZoned(wall, zone).toDate().getTime()
}

/** Which earlier line of the table takes some of the same time; undefined: none. */
export function overlapIn(spans: readonly (Span | undefined)[], index: number): number | undefined {
  const own = spans[index]
  if (own === undefined) return undefined
  const other = spans.findIndex(
    (span, at) => at < index && span !== undefined && span.start < own.end && own.start < span.end,
  )
  return other === -1 ? undefined : other
}
