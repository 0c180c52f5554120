import type { Cap, PolicyRules, Weekday, WeeklyStretch } from '../../domain/policy.ts'
import { seconds, secondsPerDay, type Seconds, type TimeOfDay } from '../../domain/units.ts'
import type { NemoTool } from './nemoTool.ts'

const secondsPerMinute = 60

/**
 * Says a NEMO tool's limits in Jishi's words. NEMO counts the horizon in days and all else in minutes, and
 * 0 or nothing means no limit.
 *
 * Policy-off hours free the caps outside the hours left; that they free the shortest and longest block too
 * has no counterpart, nor have the pause between a person's bookings and the late log-off.
 */
export function nemoPolicy(tool: NemoTool): {
  policy: Partial<PolicyRules>
  notMapped: readonly (keyof NemoTool)[]
} {
  const horizonDays = tool.reservation_horizon ?? 0
  const shortest = fromMinutes(tool.minimum_usage_block_time)
  const longest = fromMinutes(tool.maximum_usage_block_time)
  const noShowAfter = fromMinutes(tool.missed_reservation_threshold)
  const caps = capsOf(tool)
  const policy: Partial<PolicyRules> = {
    bookingUnit: 'time',
    ...(horizonDays > 0 && { horizonSeconds: seconds(horizonDays * secondsPerDay) }),
    ...(shortest !== undefined && { shortestSeconds: shortest }),
    ...(longest !== undefined && { longestSeconds: longest }),
    ...(noShowAfter !== undefined && { attendance: 'check-in', noShowAfterSeconds: noShowAfter }),
    ...(caps.length > 0 && { caps }),
  }
  return { policy, notMapped: WITHOUT_COUNTERPART.filter(key => Boolean(tool[key])) }
}

const WITHOUT_COUNTERPART = [
  'minimum_time_between_reservations',
  'max_delayed_logoff',
  'policy_off_between_times',
  'policy_off_weekend',
] as const satisfies readonly (keyof NemoTool)[]

function fromMinutes(count: number | null): Seconds | undefined {
  return count === null || count === 0 ? undefined : seconds(count * secondsPerMinute)
}

function capsOf(tool: NemoTool): Cap[] {
  const window = windowOf(tool)
  const counted = window === undefined ? {} : { window }
  const perDay = tool.maximum_reservations_per_day ?? 0
  const upcoming = fromMinutes(tool.maximum_future_reservation_time)
  const caps: Cap[] = []
  if (perDay > 0) caps.push({ per: 'person', measure: 'count', limit: perDay, period: 'day', ...counted })
  if (upcoming !== undefined) {
    caps.push({ per: 'person', measure: 'seconds', limit: upcoming, period: 'upcoming', ...counted })
  }
  return caps
}

const workdays: readonly Weekday[] = [1, 2, 3, 4, 5]
const allDays: readonly Weekday[] = [...workdays, 6, 7]

/** The hours in which the policy holds: from the end of the policy-off time to its next start. */
function windowOf(tool: NemoTool): WeeklyStretch[] | undefined {
  const days = tool.policy_off_weekend === true ? workdays : allDays
  const { policy_off_start_time: offFrom, policy_off_end_time: offUntil } = tool
  if (tool.policy_off_between_times !== true || offFrom === null || offUntil === null) {
    return days === allDays
      ? undefined
      : days.map(weekday => ({ weekday, from: timeOf('00:00'), to: timeOf('24:00') }))
  }
  return days.map(weekday => ({ weekday, from: timeOf(offUntil), to: timeOf(offFrom) }))
}

/** NEMO writes seconds, which no opening hour has. */
const timeOf = (clock: string) => clock.slice(0, 5) as TimeOfDay
