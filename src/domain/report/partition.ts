import { strict as assert } from 'node:assert'
import type { Span } from '../span.ts'
import { millisecondsPerSecond } from '../units.ts'
import { grantPlaces, splitReserved } from './allotment.ts'
import type { InstrumentFacts } from './facts.ts'
import {
  addUserTime,
  emptyInstrumentTally,
  type InstrumentTally,
  instrumentTime,
  type InstrumentTime,
  type Utilization,
} from './time.ts'
import {
  type Change,
  changesIn,
  type Claim,
  type Presence,
  secondOf,
  type Stint,
  type Window,
} from './timeline.ts'
import { userTallies } from './users.ts'

/**
 * Divides all time of one instrument in `window` into the columns of a utilization report, exactly.
 *
 * Pure, O(n log n) on an exclusive instrument; on a shared one each change also visits those present.
 * At every instant each of the instrument's places stands in one column:
 * - out of service, or closed: in none;
 * - open and in a planned outage: planned down, else in a failure: unplanned down;
 * - available: used as far as runs reach; then no-show, late-cancel or early-finish as far as reservations
 *   reach (`splitReserved`); the rest is idle, with the turnaround.
 * Partitions of neighbouring windows add up to that of the whole. `facts` must hold all that overlaps
 * `window`; more does no harm.
 *
 * @param watch - told of every stretch over which use does not change.
 */
export function partitionOf(facts: InstrumentFacts, window: Span, watch: Watch = unwatched): Utilization {
  assert(Number.isSafeInteger(facts.capacity) && facts.capacity >= 1, 'an instrument has at least one place')
  const users = userTallies()
  const floor = floorOf(facts.capacity)
  let now = Number.NEGATIVE_INFINITY
  for (const change of changesIn(facts, pastOf(window, facts), users)) {
    if (change.at > now && now !== Number.NEGATIVE_INFINITY) {
      watch({ from: now, to: change.at }, pass(floor, change.at - now))
    }
    now = change.at
    if (change.step === 'begins') enter(floor, change.of, change)
    else leave(floor, change.of)
  }
  const had = users.close()
  for (const { time } of had) addUserTime(floor.total, time)
  const total = instrumentTime(floor.total)
  assertWhole(total)
  return { total, users: had }
}

/** A stretch of time, and the places in use over it that count as used: those of an available instrument. */
export type Watch = (stretch: Window, placesUsed: number) => void

const unwatched: Watch = () => undefined

/** The part of the window that has happened; days and months begin on whole seconds. */
function pastOf(window: Span, { asOf }: InstrumentFacts): Window {
  assert(window.start % millisecondsPerSecond === 0 && window.end % millisecondsPerSecond === 0)
  return { from: secondOf(window.start), to: Math.min(secondOf(window.end), secondOf(asOf)) }
}

/** The instrument at one instant of the sweep, and what has been summed up to it. */
interface Floor {
  readonly capacity: number
  /** How many conditions of each kind hold. */
  readonly holding: Record<'inService' | 'open' | 'planned' | 'unplanned', number>
  readonly stints: Set<Stint>
  readonly kept: Set<Claim>
  readonly cancelled: Set<Claim>
  readonly total: InstrumentTally
}

const floorOf = (capacity: number): Floor => ({
  capacity,
  holding: { inService: 0, open: 0, planned: 0, unplanned: 0 },
  stints: new Set(),
  kept: new Set(),
  cancelled: new Set(),
  total: emptyInstrumentTally(),
})

const claimsLike = (floor: Floor, claim: Claim) =>
  claim.loss === 'lateCancelSeconds' ? floor.cancelled : floor.kept

function enter(floor: Floor, presence: Presence, { fresh }: Change): void {
  const once = fresh ? 1 : 0
  switch (presence.kind) {
    case 'stint':
      floor.stints.add(presence)
      presence.tally.runs += once
      return
    case 'claim':
      claimsLike(floor, presence).add(presence)
      presence.standing = true
      countBooking(presence, once)
      return
    default:
      // A failure that begins within another is the same breakdown.
      if (presence.kind === 'unplanned' && floor.holding.unplanned === 0) floor.total.failures += once
      floor.holding[presence.kind]++
  }
}

function countBooking({ tally, loss }: Claim, once: number): void {
  if (loss === 'lateCancelSeconds') {
    tally.lateCancels += once
    return
  }
  tally.bookings += once
  if (loss === 'noShowSeconds') tally.noShows += once
}

function leave(floor: Floor, presence: Presence): void {
  switch (presence.kind) {
    case 'stint':
      floor.stints.delete(presence)
      return
    case 'claim':
      claimsLike(floor, presence).delete(presence)
      presence.standing = false
      return
    default:
      floor.holding[presence.kind]--
  }
}

/** Lets `seconds` pass in which nothing changes. @returns places used while available. */
function pass(floor: Floor, seconds: number): number {
  const { capacity, holding, total } = floor
  const placeSeconds = capacity * seconds
  if (holding.unplanned > 0) total.repairSeconds += seconds
  if (holding.inService > 0) total.calendarSeconds += placeSeconds
  const used = grantPlaces(floor, capacity)
  if (holding.inService === 0 || holding.open === 0) {
    passOffHours(floor, seconds)
    return 0
  }
  total.openSeconds += placeSeconds
  if (holding.planned > 0 || holding.unplanned > 0) {
    total[holding.planned > 0 ? 'plannedDownSeconds' : 'unplannedDownSeconds'] += placeSeconds
    passOffHours(floor, seconds)
    return 0
  }
  total.availableSeconds += placeSeconds
  passAvailable(floor, capacity - used, seconds)
  return used
}

function passOffHours({ stints }: Floor, seconds: number): void {
  for (const { tally, granted } of stints) tally.offHoursSeconds += granted * seconds
}

function passAvailable(floor: Floor, free: number, seconds: number): void {
  const { reserved, wasted } = splitReserved(
    floor,
    { capacity: floor.capacity, free },
    (claim, held, lost) => {
      claim.tally.reservedSeconds += held * seconds
      claim.tally[claim.loss] += lost * seconds
    },
  )
  floor.total.idleSeconds += (free - wasted) * seconds
  let reused = reserved - wasted
  for (const { own } of floor.stints) reused -= own
  for (const { tally, granted, own, others } of floor.stints) {
    const onAnothers = Math.min(granted - own, reused)
    reused -= onAnothers
    tally.usedSeconds += granted * seconds
    tally.usedInReservationSeconds += (own + onAnothers) * seconds
    if (others !== undefined) tally[others] += granted * seconds
  }
}

/** The identity of the report: nothing of the open time is lost, nothing stands in two columns. */
export function assertWhole(time: InstrumentTime): void {
  const wasted = time.noShowSeconds + time.lateCancelSeconds + time.earlyFinishSeconds
  const down = time.plannedDownSeconds + time.unplannedDownSeconds
  assert.equal(
    down + time.usedSeconds + wasted + time.idleSeconds,
    time.openSeconds,
    'columns make open time',
  )
  assert.equal(time.availableSeconds, time.openSeconds - down, 'available is open and not down')
  assert.equal(time.usedInReservationSeconds + wasted, time.reservedSeconds, 'reserved is used or wasted')
}
