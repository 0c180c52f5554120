import { strict as assert } from 'node:assert'
import { dayOf, monthSerials } from '../calendar/day.ts'
import { span, type Span, subtractSpans } from '../span.ts'
import type { Day, Instant } from '../units.ts'
import { dayBounds, localDay } from '../zone.ts'
import type { InstrumentFacts } from './facts.ts'
import { assertWhole, partitionOf } from './partition.ts'
import { addInstrumentTime, emptyInstrumentTally, instrumentTime, type Utilization } from './time.ts'
import { sumOfUsers } from './users.ts'

/** A local day of an instrument's zone: 23, 24 or 25 hours. */
export interface LocalDay {
  readonly day: Day
  readonly span: Span
}

/** What one instrument did on one local day: its own row, and one per user institution and alliance. */
export interface DayRollup {
  readonly instrumentId: string
  readonly day: Day
  readonly figures: Utilization
}

/** Rolls up a day that is over. `facts` hold all that overlaps it. */
export function rollupDay(facts: InstrumentFacts, { day, span }: LocalDay): DayRollup {
  assert(span.end <= facts.asOf, 'a day is rolled up when it is over')
  return { instrumentId: facts.instrumentId, day, figures: partitionOf(facts, span) }
}

/**
 * Adds reports up: days to a month, edge parts to days, instruments to a fleet. The parts must not overlap
 * in both instrument and time. The identity is asserted again on the sum.
 */
export function sumOf(parts: readonly Utilization[]): Utilization {
  const tally = emptyInstrumentTally()
  for (const { total } of parts) addInstrumentTime(tally, total)
  const total = instrumentTime(tally)
  assertWhole(total)
  return { total, users: sumOfUsers(parts.flatMap(({ users }) => users)) }
}

/** Local days from one on, up to but without another. */
export interface DayRange {
  readonly from: Day
  readonly before: Day
}

/** How far an instrument is rolled up: every day of the range but the dirty ones, which may lie anywhere. */
export interface RolledDays extends DayRange {
  readonly dirty: readonly Day[]
}

/** A window's parts: days whose clean rollups are added up, and spans worked out from the raw rows. */
export interface WindowPlan {
  readonly days: DayRange | undefined
  readonly rawSpans: readonly Span[]
}

/**
 * Decides how to read `window`: a whole day inside it from its rollup, unless it is dirty or not rolled up
 * yet; edge days and the others from raw rows, neighbours in one span.
 */
export function planWindow(zone: string, window: Span, rolled: RolledDays | undefined): WindowPlan {
  const whole = wholeDaysIn(zone, window)
  const from = later(whole.from, rolled?.from ?? whole.before)
  const before = earlier(whole.before, rolled?.before ?? whole.before)
  if (rolled === undefined || from >= before) return { days: undefined, rawSpans: [window] }
  const dirty = rolled.dirty.filter(day => day >= from && day < before).map(day => dayBounds(zone, day))
  const clean = subtractSpans([span(startOf(zone, from), startOf(zone, before))], dirty)
  return { days: { from, before }, rawSpans: subtractSpans([window], clean) }
}

/** Calendar months `2026-03` from one on, up to but without another. */
export interface MonthRange {
  readonly from: string
  readonly before: string
}

/** Parts a range of days into the calendar months that lie wholly in it and the days beside them. */
export function wholeMonthsIn({ from, before }: DayRange): {
  readonly months: MonthRange | undefined
  readonly days: readonly DayRange[]
} {
  const first = isFirstOfMonth(from) ? from : dayOf(monthSerials(from).next)
  const last = dayOf(monthSerials(before).first)
  if (first >= last) return { months: undefined, days: [{ from, before }] }
  const edges = [
    { from, before: first },
    { from: last, before },
  ]
  return {
    months: { from: monthOf(first), before: monthOf(last) },
    days: edges.filter(edge => edge.from < edge.before),
  }
}

const monthLength = 7

/** `2026-03` of `2026-03-14`. */
export const monthOf = (day: Day) => day.slice(0, monthLength)

/** The days of a month. */
export function daysOfMonth(month: string): DayRange {
  const from = `${month}-01` as Day
  return { from, before: dayOf(monthSerials(from).next) }
}

const isFirstOfMonth = (day: Day) => day.endsWith('-01')

/** The local days that lie wholly in `window`; none when `from` does not come before `before`. */
function wholeDaysIn(zone: string, window: Span): DayRange {
  const first = localDay(zone, window.start)
  const { start, end } = dayBounds(zone, first)
  const from = start === window.start ? first : localDay(zone, end)
  return { from, before: localDay(zone, window.end) }
}

const startOf = (zone: string, day: Day): Instant => dayBounds(zone, day).start

const later = (a: Day, b: Day) => (a > b ? a : b)
const earlier = (a: Day, b: Day) => (a < b ? a : b)
