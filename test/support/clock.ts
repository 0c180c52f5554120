import { DateTime } from 'luxon'
import type { Clock } from '../../src/context.ts'
import { type Instant, instant, plusSeconds } from '../../src/domain/units.ts'

/** A clock that stands still until the test moves it. */
export interface FakeClock extends Clock {
  moveTo(at: Instant): void
  advance(seconds: number): void
}

export function fakeClock(start: Instant): FakeClock {
  let now = start
  return {
    now: () => now,
    moveTo: at => {
      now = at
    },
    advance: seconds => {
      now = plusSeconds(now, seconds)
    },
  }
}

/** The instant of an ISO time: `at('2026-03-02T09:00+08:00')`; without an offset it is UTC. */
export const at = (iso: string): Instant => instant(DateTime.fromISO(iso, { zone: 'utc' }).toMillis())
