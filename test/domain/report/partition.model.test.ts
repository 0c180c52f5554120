import { strict as assert } from 'node:assert'
import fc from 'fast-check'
import t from 'tap'
import type { InstrumentFacts } from '../../../src/domain/report/facts.ts'
import { partitionOf } from '../../../src/domain/report/partition.ts'
import { sumOf } from '../../../src/domain/report/rollup.ts'
import type { Utilization } from '../../../src/domain/report/time.ts'
import { intersectSpans, type Span, span, subtractSpans, totalSeconds } from '../../../src/domain/span.ts'
import { minutes } from './builders.ts'
import { naivePartition } from './model.ts'
import { timelineMinutes, timelines } from './timelines.ts'

const window = minutes(0, timelineMinutes)
const numRuns = 2000

const withoutZeros = (row: object) =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== 0))

const sameAsModel = (facts: InstrumentFacts) => {
  const { total, users } = partitionOf(facts, window)
  const model = naivePartition(facts, window)
  const mine = users.map(user => [`${user.institutionId}/${user.allianceId ?? '-'}`, withoutZeros(user.time)])
  assert.deepEqual(withoutZeros(total), model.total)
  assert.deepEqual(Object.fromEntries(mine), Object.fromEntries(model.users))
}

t.test('random timelines of an exclusive instrument agree with the minute model', async () => {
  fc.assert(fc.property(timelines(fc.constant(1)), sameAsModel), { numRuns })
})

t.test('random timelines of a shared instrument agree with the minute model', async () => {
  fc.assert(fc.property(timelines(fc.integer({ min: 2, max: 6 })), sameAsModel), { numRuns })
})

t.test('on an exclusive instrument the columns are the unions of the definition', async () => {
  fc.assert(
    fc.property(timelines(fc.constant(1)), facts => {
      const { total } = partitionOf(facts, window)
      const unions = unionsOf(facts)
      assert.deepEqual(
        [total.openSeconds, total.plannedDownSeconds, total.unplannedDownSeconds, total.availableSeconds],
        [unions.open, unions.plannedDown, unions.unplannedDown, unions.available],
      )
      assert.deepEqual(
        [total.usedSeconds, total.reservedSeconds, total.usedInReservationSeconds, total.idleSeconds],
        [unions.used, unions.reserved, unions.usedInReservation, unions.idle],
      )
      assert.equal(total.lateCancelSeconds, unions.lateCancel)
    }),
    { numRuns },
  )
})

/** `reports.md` §5.1 word for word, by set algebra on spans. */
function unionsOf(facts: InstrumentFacts) {
  const past = facts.asOf > window.start ? [span(window.start, Math.min(window.end, facts.asOf))] : []
  const open = intersectSpans(intersectSpans(past, facts.inService), facts.open)
  const outages = (kind: string) => facts.outages.filter(outage => outage.kind === kind)
  const plannedDown = intersectSpans(open, outages('planned'))
  const unplannedDown = subtractSpans(intersectSpans(open, outages('unplanned')), plannedDown)
  const available = subtractSpans(subtractSpans(open, plannedDown), unplannedDown)
  const kept = facts.bookings.filter(({ state }) =>
    ['confirmed', 'in_use', 'completed', 'no_show'].includes(state),
  )
  const late = facts.bookings.filter(booking => booking.cancelledLate)
  const used = intersectSpans(available, facts.runs)
  const reserved = intersectSpans(available, [...kept, ...late])
  const wasted = subtractSpans(reserved, used)
  return Object.fromEntries(
    Object.entries({
      open,
      plannedDown,
      unplannedDown,
      available,
      used,
      reserved,
      usedInReservation: intersectSpans(reserved, used),
      idle: subtractSpans(subtractSpans(available, used), wasted),
      lateCancel: subtractSpans(wasted, kept),
    }).map(([column, spans]) => [column, totalSeconds(spans)]),
  )
}

/** The facts a query for `part` would give. */
const factsFor = (facts: InstrumentFacts, part: Span): InstrumentFacts => {
  const near = <Fact extends Span>(all: readonly Fact[]) =>
    all.filter(each => each.start < part.end && each.end > part.start).toReversed()
  return { ...facts, outages: near(facts.outages), bookings: near(facts.bookings), runs: near(facts.runs) }
}

t.test('the sum over any cuts, each from its own facts, is the whole', async () => {
  const cuts = fc.uniqueArray(fc.integer({ min: 1, max: timelineMinutes - 1 }), {
    minLength: 1,
    maxLength: 5,
  })
  fc.assert(
    fc.property(timelines(fc.integer({ min: 1, max: 4 })), cuts, (facts, at) => {
      const edges = [0, ...at.toSorted((a, b) => a - b), timelineMinutes]
      const parts: Utilization[] = edges.slice(1).map((to, index) => {
        const part = minutes(edges[index] ?? 0, to)
        return partitionOf(factsFor(facts, part), part)
      })
      assert.deepEqual(sumOf(parts), partitionOf(facts, window))
    }),
    { numRuns },
  )
})
