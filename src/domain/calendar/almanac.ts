import { strict as assert } from 'node:assert'
import { IANAZone, Settings } from 'luxon'
import type { Day } from '../units.ts'
import { dayMilliseconds, dayOf, instantEarliest, instantLatest } from './day.ts'

Settings.throwOnInvalid = true

/** About a year: filling one block from luxon takes about a millisecond, reading it afterwards none. */
const blockDays = 366
/** Days that a block knows on both sides, so that no question about its own days needs a neighbour. */
const blockMarginDays = 3
/**
 * Some 15 kB each. A site asks about a few zones and years; whoever asks about all of them pays the
 * refills.
 */
const blocksMax = 512
/**
 * Offsets are sampled so far apart and a difference is then bisected. No two shifts in tzdata lie nearer to
 * each other than 3.99 days (Freetown, 1939), so that at most one lies between two samples.
 */
const sampleMilliseconds = 3 * dayMilliseconds

/**
 * About a year of one zone, as sorted instants.
 *
 * `dayStarts[i]` is the first instant at which the clock shows `days[i]` or a later date; a date that the
 * zone skipped (Apia, 2011-12-30) has the same start as the date after it. `offsets[i]` is the distance of
 * the clock from UTC in milliseconds (east is positive) from `shiftStarts[i]` on.
 */
export interface AlmanacBlock {
  readonly firstSerial: number
  readonly dayStarts: readonly number[]
  readonly days: readonly Day[]
  readonly shiftStarts: readonly number[]
  readonly offsets: readonly number[]
}

const almanac = new Map<string, Map<number, AlmanacBlock>>()
let blocksHeld = 0

/**
 * Tells whether `name` is an IANA zone in its usual spelling, as `Asia/Shanghai` or `UTC`.
 * A bare offset (`+08:00`) is none: it does not say when the clocks change.
 */
export function isKnownZone(name: string): boolean {
  return name.length <= 64 && /^[A-Z][\w+-]*(?:\/[A-Z][\w+-]*)*$/.test(name) && IANAZone.isValidZone(name)
}

/** The block that answers for the local day with this serial number. Asserts that the zone is known. */
export function blockOfSerial(zone: string, serial: number): AlmanacBlock {
  return blockAt(zone, Math.floor(serial / blockDays))
}

/**
 * The block that answers for this instant or wall time, both in milliseconds. Asserts that the zone is
 * known.
 */
export function blockOf(zone: string, milliseconds: number): AlmanacBlock {
  return blockAt(zone, Math.floor(milliseconds / (blockDays * dayMilliseconds)))
}

/** Index of the last entry that is not greater than `value`, or -1. */
export function lastNotAfter(sorted: readonly number[], value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] as number) <= value) low = middle + 1
    else high = middle
  }
  return low - 1
}

/**
 * The first instant at which the clock shows `wall` or later: the end of the gap for a skipped time, the
 * earlier occurrence for a repeated one.
 *
 * @param wall - date and time on the clock, in milliseconds as if it were UTC.
 */
export function firstInstantAt(block: AlmanacBlock, wall: number): number {
  const { shiftStarts, offsets } = block
  let index = 0
  while (
    index + 1 < shiftStarts.length &&
    (shiftStarts[index + 1] as number) + (offsets[index] as number) <= wall
  ) {
    index++
  }
  return Math.max(shiftStarts[index] as number, wall - (offsets[index] as number))
}

/**
 * The instant up to which the clock shows times before `wall`: the end of the gap for a skipped time, the
 * later occurrence for a repeated one. At the very time at which the repetition begins this is the earlier
 * occurrence, since nothing before it is repeated: what closes at 01:00 is not opened again when 01:00
 * comes a second time.
 *
 * @param wall - date and time on the clock, in milliseconds as if it were UTC.
 */
export function lastInstantBefore(block: AlmanacBlock, wall: number): number {
  const { shiftStarts, offsets } = block
  let index = shiftStarts.length - 1
  while (index > 0 && (shiftStarts[index] as number) + (offsets[index] as number) >= wall) index--
  return Math.min(shiftStarts[index + 1] ?? Infinity, wall - (offsets[index] as number))
}

function blockAt(zone: string, index: number): AlmanacBlock {
  return almanac.get(zone)?.get(index) ?? addBlock(zone, index)
}

function addBlock(zone: string, index: number): AlmanacBlock {
  assert(isKnownZone(zone), 'a zone is checked with isKnownZone before it is stored')
  const blockMilliseconds = blockDays * dayMilliseconds
  assert(
    instantEarliest < (index + 1) * blockMilliseconds && index * blockMilliseconds < instantLatest,
    'the calendar reaches from instantEarliest to instantLatest',
  )
  if (blocksHeld === blocksMax) {
    almanac.clear()
    blocksHeld = 0
  }
  const blocks = almanac.get(zone) ?? new Map<number, AlmanacBlock>()
  almanac.set(zone, blocks)
  const block = computeBlock(zone, index)
  blocks.set(index, block)
  blocksHeld++
  return block
}

function computeBlock(zone: string, index: number): AlmanacBlock {
  const firstSerial = index * blockDays - blockMarginDays
  const count = blockDays + 2 * blockMarginDays
  // Two more days on both sides: a clock is up to 14 hours off UTC, and a shift may take out a day.
  const shifts = shiftsBetween(
    zone,
    (firstSerial - 2) * dayMilliseconds,
    (firstSerial + count + 2) * dayMilliseconds,
  )
  const days = Array.from({ length: count }, (_, at) => dayOf(firstSerial + at))
  const unstarted: AlmanacBlock = { firstSerial, days, dayStarts: [], ...shifts }
  return {
    ...unstarted,
    dayStarts: days.map((_, at) => firstInstantAt(unstarted, (firstSerial + at) * dayMilliseconds)),
  }
}

function shiftsBetween(
  zone: string,
  start: number,
  end: number,
): Pick<AlmanacBlock, 'shiftStarts' | 'offsets'> {
  const clock = IANAZone.create(zone)
  const shiftStarts = [start]
  const offsets = [offsetOf(clock, start)]
  for (let from = start; from < end; from += sampleMilliseconds) {
    const to = Math.min(from + sampleMilliseconds, end)
    const offsetAfter = offsetOf(clock, to)
    if (offsetAfter === offsets.at(-1)) continue
    shiftStarts.push(firstShift(clock, { after: from, until: to }))
    offsets.push(offsetAfter)
  }
  return { shiftStarts, offsets }
}

/** Bisects to the whole second at which the clock leaves the offset that it has at `after`. */
function firstShift(clock: IANAZone, range: { readonly after: number; readonly until: number }): number {
  const before = offsetOf(clock, range.after)
  let unchanged = range.after / 1000
  let changed = range.until / 1000
  while (changed - unchanged > 1) {
    const middle = Math.floor((unchanged + changed) / 2)
    if (offsetOf(clock, middle * 1000) === before) unchanged = middle
    else changed = middle
  }
  return changed * 1000
}

/**
 * Local mean times of a century ago are odd seconds off UTC, and luxon gives minutes: round away the
 * fraction.
 */
function offsetOf(clock: IANAZone, at: number): number {
  return Math.round(clock.offset(at) * 60) * 1000
}
