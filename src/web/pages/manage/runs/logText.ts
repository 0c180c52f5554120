import { CalendarDateTime, parseDate, toZoned } from '@internationalized/date'
import type { Span } from '../../../time.ts'

/** The columns of a log book, in the order in which they are typed. */
export const LOG_COLUMNS = ['person', 'project', 'date', 'from', 'to', 'samples', 'remark'] as const
export type LogColumn = (typeof LOG_COLUMNS)[number]

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
