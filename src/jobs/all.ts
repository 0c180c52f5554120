import { sweepBookings } from '../operations/bookings/sweep.ts'
import { forgetOldKeys } from '../operations/housekeeping.ts'
import type { Job } from './ticker.ts'

const second = 1_000
const hour = 3_600 * second

/** Every job of a server, one line each. */
export const ALL_JOBS: readonly Job[] = [
  { name: 'sweep-bookings', everyMilliseconds: 10 * second, tick: sweepBookings },
  { name: 'forget-idempotency-keys', everyMilliseconds: hour, tick: forgetOldKeys },
]
