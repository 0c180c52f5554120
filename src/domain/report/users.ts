import type { UserKey } from './facts.ts'
import {
  addUserTime,
  emptyUserTally,
  type UserTally,
  type UserTime,
  userTime,
  type UserUtilization,
} from './time.ts'

/** Sums by user institution and alliance. */
export interface UserTallies {
  /** The sum of one user, begun at zero. */
  of(user: UserKey): UserTally
  /** Closes all sums: those with anything in them, by institution, then alliance (null first). */
  close(): UserUtilization[]
}

export function userTallies(): UserTallies {
  const byInstitution = new Map<string, Map<string | null, UserTally>>()
  return {
    of: ({ institutionId, allianceId }) => {
      const byAlliance = obtain(byInstitution, institutionId, () => new Map<string | null, UserTally>())
      return obtain(byAlliance, allianceId, emptyUserTally)
    },
    close: () =>
      [...byInstitution]
        .flatMap(([institutionId, byAlliance]) =>
          [...byAlliance].map(([allianceId, tally]) => ({
            institutionId,
            allianceId,
            time: userTime(tally),
          })),
        )
        .filter(({ time }) => Object.values(time).some(value => value > 0))
        .toSorted((a, b) => compare(a.institutionId, b.institutionId) || compare(a.allianceId, b.allianceId)),
  }
}

/** Adds up what the same institution and alliance had in several reports. */
export function sumOfUsers(users: Iterable<UserUtilization>): UserUtilization[] {
  const tallies = userTallies()
  for (const user of users) addUserTime(tallies.of(user), user.time)
  return tallies.close()
}

/** Adds up what each institution had, under whichever alliance. */
export const timeByInstitution = (users: Iterable<UserUtilization>): ReadonlyMap<string, UserTime> =>
  timeBy(users, user => user.institutionId)

/** Adds up what was had under each alliance; null holds what stood for none. */
export const timeByAlliance = (users: Iterable<UserUtilization>): ReadonlyMap<string | null, UserTime> =>
  timeBy(users, user => user.allianceId)

function timeBy<Key>(users: Iterable<UserUtilization>, keyOf: (user: UserUtilization) => Key) {
  const tallies = new Map<Key, UserTally>()
  for (const user of users) addUserTime(obtain(tallies, keyOf(user), emptyUserTally), user.time)
  return new Map([...tallies].map(([key, tally]) => [key, userTime(tally)]))
}

/** Code-unit order, the same on every machine and engine. */
function compare(a: string | null, b: string | null): number {
  if (a === b) return 0
  if (a === null || b === null) return a === null ? -1 : 1
  return a < b ? -1 : 1
}

function obtain<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const present = map.get(key)
  if (present !== undefined) return present
  const made = make()
  map.set(key, made)
  return made
}
