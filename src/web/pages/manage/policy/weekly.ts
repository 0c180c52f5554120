import type { Stretch, Weekly } from './rules.ts'

type Weekday = Weekly[number]['weekday']

export const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]
/** Monday to Friday. */
export const WORKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5]

export const hoursOn = (weekly: Weekly, weekday: Weekday): Stretch[] =>
  weekly.filter(each => each.weekday === weekday).map(({ from, to }) => ({ from, to }))

/** A week with these hours on some of its days. */
export function withHours(weekly: Weekly, on: readonly Weekday[], hours: readonly Stretch[]): Weekly {
  const others = weekly.filter(each => !on.includes(each.weekday))
  const these = on.flatMap(weekday => hours.map(stretch => ({ weekday, ...stretch })))
  return [...others, ...these].toSorted((a, b) => a.weekday - b.weekday)
}
