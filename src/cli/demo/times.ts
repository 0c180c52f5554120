import { instant, type Day, type Instant, plusSeconds, secondsPerDay } from '../../domain/units.ts'
import { localDay, localDaysOf, monthBounds } from '../../domain/zone.ts'
import { demoZone } from './zone.ts'

/** Three months of quota, named by the first and the last of them. */
export interface Quarter {
  readonly name: string
  readonly year: string
  readonly start: Instant
  readonly startsOn: Day
  readonly endsOn: Day
}

/** When everything in a demonstration lies that is seen at `until`. */
export interface DemoTimes {
  readonly until: Instant
  /** Its life begins with the earlier quarter: four whole months and the days since. */
  readonly start: Instant
  readonly startsOn: Day
  readonly earlier: Quarter
  /** Began with last month, so that both what was used and what is left can be seen. */
  readonly current: Quarter
}

const quarterMonths = 3
const monthsBegun = 1

export function demoTimes(until: Instant): DemoTimes {
  const current = quarterFrom(monthFrom(until, -monthsBegun))
  const earlier = quarterFrom(monthFrom(current.start, -quarterMonths))
  return { until, start: earlier.start, startsOn: earlier.startsOn, earlier, current }
}

/** Every local day from the start until so many days after the end. */
export const daysOf = ({ start, until }: DemoTimes, daysToCome: number): readonly Day[] =>
  localDaysOf(demoZone, { start, end: plusSeconds(until, daysToCome * secondsPerDay) })

function quarterFrom(start: Instant): Quarter {
  const startsOn = localDay(demoZone, start)
  const endsOn = localDay(demoZone, instant(monthFrom(start, quarterMonths) - 1))
  return { name: `${month(startsOn)}至${month(endsOn)}`, year: startsOn.slice(0, 4), start, startsOn, endsOn }
}

/** `2026-10` as `2026年10月`. */
const month = (day: Day) => `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月`

/** The first instant of the month so many months from that of `at`. */
function monthFrom(at: Instant, count: number): Instant {
  const { start, end } = monthBounds(demoZone, localDay(demoZone, at))
  if (count === 0) return start
  return count < 0 ? monthFrom(instant(start - 1), count + 1) : monthFrom(end, count - 1)
}
