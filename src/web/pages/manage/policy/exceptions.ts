import { addDays } from '../../../time.ts'
import type { Exception } from './rules.ts'

/** Dates in a row on which the same holds, as people think of a holiday. */
export interface ExceptionRun {
  readonly firstDay: string
  readonly lastDay: string
  readonly open: Exception['open']
  readonly note: string
}

/** As many dates as one entry may cover. */
export const runDaysMax = 92

export function daysOf({ firstDay, lastDay }: Pick<ExceptionRun, 'firstDay' | 'lastDay'>): string[] {
  const days: string[] = []
  for (let day = firstDay; day <= lastDay && days.length < runDaysMax; day = addDays(day, 1)) days.push(day)
  return days
}

/** The dates of a run, each as the rules say it. */
export const exceptionsOf = ({ open, note, ...days }: ExceptionRun): Exception[] =>
  daysOf(days).map(date => ({ date, open, ...(note !== '' && { note }) }))

/** Exceptions by date; the later word on a date counts. */
export const withExceptions = (before: readonly Exception[], added: readonly Exception[]): Exception[] =>
  [...new Map([...before, ...added].map(each => [each.date, each])).values()].toSorted((a, b) =>
    a.date < b.date ? -1 : 1,
  )

/** Exceptions gathered into runs, by date. */
export function runsOf(exceptions: readonly Exception[]): ExceptionRun[] {
  const runs: ExceptionRun[] = []
  for (const { date, open, note = '' } of withExceptions([], exceptions)) {
    const last = runs.at(-1)
    const isNext = last !== undefined && addDays(last.lastDay, 1) === date
    if (isNext && last.note === note && sameHours(last.open, open)) {
      runs[runs.length - 1] = { ...last, lastDay: date }
    } else runs.push({ firstDay: date, lastDay: date, open, note })
  }
  return runs
}

const sameHours = (one: Exception['open'], other: Exception['open']) =>
  JSON.stringify(one) === JSON.stringify(other)
