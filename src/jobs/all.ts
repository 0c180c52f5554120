import { countReuses } from '../operations/bookings/reuse.ts'
import { sweepBookings } from '../operations/bookings/sweep.ts'
import { forgetOldKeys } from '../operations/housekeeping.ts'
import { sealLedgers } from '../operations/ledger/seal.ts'
import { keepSigningKeyFresh } from '../operations/signingKeys.ts'
import { rollUpDays } from './rollups.ts'
import type { Job } from './ticker.ts'

const second = 1_000
const hour = 3_600 * second

/** Every job of a server, one line each. */
export const ALL_JOBS: readonly Job[] = [
  { name: 'sweep-bookings', everyMilliseconds: 10 * second, tick: sweepBookings },
  { name: 'count-reuse', everyMilliseconds: 60 * second, tick: countReuses },
  { name: 'seal-ledgers', everyMilliseconds: second / 2, tick: context => sealLedgers(context, 'recent') },
  {
    name: 'seal-what-was-left',
    everyMilliseconds: hour,
    tick: context => sealLedgers(context, 'everything'),
  },
  { name: 'rotate-signing-keys', everyMilliseconds: hour, tick: keepSigningKeyFresh },
  rollUpDays,
  { name: 'forget-idempotency-keys', everyMilliseconds: hour, tick: forgetOldKeys },
]
