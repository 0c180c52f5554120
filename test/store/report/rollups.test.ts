import { strict as assert } from 'node:assert'
import fc from 'fast-check'
import t from 'tap'
import type { BookingState } from '../../../src/domain/booking.ts'
import { GROUP_KEYS } from '../../../src/domain/report/grouping.ts'
import type { Reach } from '../../../src/domain/report/reach.ts'
import { Refused } from '../../../src/domain/refusal.ts'
import type { TimeOfDay } from '../../../src/domain/units.ts'
import { type Instant, plusSeconds } from '../../../src/domain/units.ts'
import { recomputeDirtyDays } from '../../../src/operations/rollups.ts'
import { utilizationReport } from '../../../src/store/report/utilization.ts'
import type { Fault } from '../../../src/store/verify/check.ts'
import { rollups } from '../../../src/store/verify/rollups.ts'
import { at } from '../../support/clock.ts'
import { ENGINES } from '../../support/engines.ts'
import { aHistory, type History, type Told } from '../../support/history.ts'
import { soakFactor } from '../../support/soak.ts'

const everywhere: Reach = {
  hosts: { everywhere: true, institutionIds: [], instrumentIds: [] },
  allianceId: null,
}

/** A few days over the end of a month, and over the night in which Berlin loses an hour. */
const from = at('2026-03-26T12:00Z')
const monthBefore = at('2026-02-26T12:00Z')
const hoursInAll = 8 * 24
const quarter = (count: number): Instant => plusSeconds(from, count * 900)
const quartersInAll = hoursInAll * 4

const spans = fc
  .tuple(fc.integer({ min: 0, max: quartersInAll - 1 }), fc.integer({ min: 1, max: 120 }))
  .map(([start, length]) => ({ start: quarter(start), end: quarter(start + length) }))
/** Some windows hold the whole month in which most of it happens. */
const windows = fc
  .tuple(spans, fc.boolean())
  .map(([over, wide]) => ({ start: wide ? plusSeconds(monthBefore, 3600) : over.start, end: over.end }))
const user = fc.constantFrom('host', 'member', 'outsider')
const STATES: readonly BookingState[] = [
  'confirmed',
  'in_use',
  'completed',
  'cancelled',
  'no_show',
  'displaced',
]

const steps = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        do: fc.constant('book' as const),
        over: spans,
        user,
        state: fc.constantFrom(...STATES),
        late: fc.boolean(),
        kind: fc.constantFrom('use', 'use', 'use', 'maintenance', 'downtime'),
      }),
    },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('use' as const), over: spans, user }) },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant('down' as const),
        over: spans,
        kind: fc.constantFrom('planned' as const, 'unplanned' as const),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('end' as const),
        which: fc.nat(),
        state: fc.constantFrom<BookingState>('completed', 'no_show', 'cancelled'),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('roll' as const),
        passed: fc.integer({ min: 0, max: 24 * 4 }),
        days: fc.constantFrom(1, 3, 1000),
      }),
    },
  ),
  { minLength: 5, maxLength: 40 },
)
type Step = typeof steps extends fc.Arbitrary<infer Steps extends readonly unknown[]> ? Steps[number] : never

const labHours = {
  opening: {
    weekly: ([1, 2, 3, 4, 5] as const).map(weekday => ({
      weekday,
      from: '08:00' as TimeOfDay,
      to: '02:00' as TimeOfDay,
    })),
    exceptions: [],
  },
}

for (const engine of ENGINES) {
  t.test(`${engine}: a report over rollups is the report over raw rows, to the second`, async t => {
    const history = await aHistory(t, engine, from)
    let rolled = 0
    await fc.assert(
      fc.asyncProperty(
        steps,
        fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/St_Johns'),
        fc.constantFrom(1, 1, 3),
        windows,
        fc.subarray([...GROUP_KEYS]),
        async (story, zone, capacity, window, groupBy) => {
          history.context.clock.moveTo(quarter(Math.floor(quartersInAll * 0.75)))
          const of = await history.instrument({ zone, capacity, rules: labHours, createdAt: monthBefore })
          for (const step of story) rolled += await tell(history, of, step)
          const asOf = history.context.clock.now()
          const request = {
            reach: everywhere,
            institutionId: null,
            instrumentId: of.id,
            allianceId: null,
            window,
            groupBy,
            asOf,
          }
          const read = (source: 'rollups' | 'raw') =>
            history.context.db.snapshot(reader => utilizationReport(reader, { ...request, from: source }))
          assert.deepEqual(await read('rollups'), await read('raw'))
        },
      ),
      { numRuns: Math.ceil(400 * soakFactor) },
    )
    t.ok(rolled > 100, 'days were rolled up on the way')
    history.context.clock.moveTo(quarter(2 * quartersInAll))
    const faults = await faultsIn(history)
    t.strictSame(faults, [], 'verify finds no fault in them')
  })
}

async function tell(history: History, of: Told, step: Step): Promise<number> {
  const { clock, db } = history.context
  switch (step.do) {
    case 'book': {
      // Check-in is taken between start and end only.
      const isNow = step.over.start <= clock.now() && clock.now() < step.over.end
      const state = step.state === 'in_use' && !isNow ? 'confirmed' : step.state
      const checkedInAt = state === 'in_use' ? step.over.start : null
      const booking = { ...history[step.user], state, checkedInAt, cancelledLate: step.late, kind: step.kind }
      await unlessTaken(() => history.book(of, step.over, booking))
      return 0
    }
    case 'use':
      await history.use(of, step.over, history[step.user])
      return 0
    case 'down':
      await history.down(of, step.over, step.kind)
      return 0
    case 'end': {
      const all = await db.read.q.select().from(db.read.t.bookings)
      const open = all.filter(
        each => each.instrumentId === of.id && ['confirmed', 'in_use'].includes(each.state),
      )
      const booking = open[step.which % open.length]
      if (booking === undefined) return 0
      const live = step.state === 'completed'
      await history.change(of, booking, { state: step.state, live, checkedInAt: null })
      return 0
    }
    default:
      clock.advance(step.passed * 900)
      return recomputeDirtyDays(history.context, step.days)
  }
}

async function faultsIn({ context }: History): Promise<Fault[]> {
  const question = { reader: context.db.read, now: context.clock.now(), advance: () => undefined }
  return Array.fromAsync(rollups(question))
}

/** A place that is taken already is no story. */
async function unlessTaken(work: () => Promise<unknown>) {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof Refused)) throw error
  }
}
