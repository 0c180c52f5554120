import { strict as assert } from 'node:assert'
import { mergeSpans, type Span, subtractSpans } from '../span.ts'
import type { Day } from '../units.ts'
import { definitionsVersion } from './columns.ts'
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
  /** A rollup made under other definitions is worth nothing and is made anew. */
  readonly definitions: string
  readonly figures: Utilization
}

/** Rolls up a day that is over. `facts` hold all that overlaps it. */
export function rollupDay(facts: InstrumentFacts, { day, span }: LocalDay): DayRollup {
  assert(span.end <= facts.asOf, 'a day is rolled up when it is over')
  return {
    instrumentId: facts.instrumentId,
    day,
    definitions: definitionsVersion,
    figures: partitionOf(facts, span),
  }
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

/** A window's parts: days to be read from rollups, and spans to be worked out from the raw rows. */
export interface WindowPlan {
  readonly rolledDays: readonly Day[]
  readonly rawSpans: readonly Span[]
}

/**
 * Decides how to read `window`: a whole day inside it from its rollup, unless it is dirty or was never
 * rolled up; edge days and the others from raw rows, neighbours in one span.
 *
 * @param rolled - local days, in any order, that have a clean rollup under these definitions.
 */
export function planWindow(window: Span, rolled: readonly LocalDay[]): WindowPlan {
  const inside = rolled.filter(({ span }) => span.start >= window.start && span.end <= window.end)
  return {
    rolledDays: inside.map(({ day }) => day).toSorted(),
    rawSpans: subtractSpans([window], mergeSpans(inside.map(({ span }) => span))),
  }
}
