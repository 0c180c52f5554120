import type { Span } from '../span.ts'
import { millisecondsPerSecond } from '../units.ts'
import {
  type BookingFact,
  type InstrumentFacts,
  lossOf,
  type LossColumn,
  type RunFact,
  type UserKey,
} from './facts.ts'
import type { UserTally } from './time.ts'
import type { UserTallies } from './users.ts'

/** A booking that reserves places. `matched` is scratch: places that its own runs take at this instant. */
export interface Claim {
  readonly kind: 'claim'
  readonly tally: UserTally
  readonly places: number
  readonly loss: LossColumn
  standing: boolean
  matched: number
}

/** A run. `granted` and `own` are scratch: places it has, and those of them that its booking reserved. */
export interface Stint {
  readonly kind: 'stint'
  readonly tally: UserTally
  readonly places: number
  readonly claim: Claim | undefined
  /** The column of others' use that it counts in; undefined for the host's own. */
  readonly others: 'usedByMembersSeconds' | 'usedByOutsidersSeconds' | undefined
  granted: number
  own: number
}

/** A condition of the whole instrument. Overlapping ones of a kind count once. */
export interface Condition {
  readonly kind: 'inService' | 'open' | 'planned' | 'unplanned'
}

export type Presence = Claim | Stint | Condition

/** Something begins or ends at a second, cut to the window. `fresh`: it truly begins here, and counts. */
export interface Change {
  readonly at: number
  readonly step: 'begins' | 'ends'
  readonly fresh: boolean
  readonly of: Presence
}

/** A window in whole epoch seconds. */
export interface Window {
  readonly from: number
  readonly to: number
}

/**
 * Every change within `window`, in time order. At one second, ends come before beginnings, so that what only
 * touches does not overlap; beginnings come in order of true start, then id: the earlier run is served first.
 */
export function changesIn(facts: InstrumentFacts, window: Window, tallies: UserTallies): Change[] {
  const lives = [...conditionsOf(facts), ...claimsAndStintsOf(facts, window, tallies)]
  return lives.flatMap(life => changesOf(life, window)).toSorted(inTime)
}

interface Life {
  readonly presence: Presence
  readonly start: number
  readonly end: number
}

function conditionsOf(facts: InstrumentFacts): Life[] {
  const life = (kind: Condition['kind']) => (of: Span) => lifeOf({ kind }, of)
  return [
    ...facts.inService.map(life('inService')),
    ...facts.open.map(life('open')),
    ...facts.outages.toSorted(byStart).map(outage => lifeOf({ kind: outage.kind }, outage)),
  ]
}

function claimsAndStintsOf(facts: InstrumentFacts, window: Window, tallies: UserTallies): Life[] {
  const claims = new Map<string, Claim>()
  const lives: Life[] = []
  for (const booking of inOrder(facts.bookings)) {
    const loss = lossOf(booking)
    if (loss === undefined || !touches(booking, window)) continue
    const claim = claimOf(booking, loss, tallies)
    claims.set(booking.id, claim)
    lives.push(lifeOf(claim, booking))
  }
  for (const run of inOrder(facts.runs)) {
    if (!touches(run, window)) continue
    const claim = run.bookingId === null ? undefined : claims.get(run.bookingId)
    lives.push(lifeOf(stintOf(run, claim, facts.hostInstitutionId, tallies), run))
  }
  return lives
}

const claimOf = (booking: BookingFact, loss: LossColumn, tallies: UserTallies): Claim => ({
  kind: 'claim',
  tally: tallies.of(booking),
  places: booking.places,
  loss,
  standing: false,
  matched: 0,
})

const stintOf = (run: RunFact, claim: Claim | undefined, hostId: string, tallies: UserTallies): Stint => ({
  kind: 'stint',
  tally: tallies.of(run),
  places: run.places,
  claim,
  others: othersColumn(run, hostId),
  granted: 0,
  own: 0,
})

function othersColumn(user: UserKey, hostInstitutionId: string): Stint['others'] {
  if (user.institutionId === hostInstitutionId) return undefined
  return user.allianceId === null ? 'usedByOutsidersSeconds' : 'usedByMembersSeconds'
}

function changesOf({ presence, start, end }: Life, window: Window): Change[] {
  const from = Math.max(start, window.from)
  const to = Math.min(end, window.to)
  if (from >= to) return []
  return [
    { at: from, step: 'begins', fresh: from === start, of: presence },
    { at: to, step: 'ends', fresh: false, of: presence },
  ]
}

/** The sort is stable, so beginnings of one second keep the order in which they were laid out. */
const inTime = (a: Change, b: Change) => a.at - b.at || rank(a) - rank(b)

const rank = (change: Change) => (change.step === 'ends' ? 0 : 1)

const lifeOf = (presence: Presence, of: Span): Life => ({
  presence,
  start: secondOf(of.start),
  end: secondOf(of.end),
})

/**
 * The second an instant lies in. Every edge is cut down alike, so what touched still touches, nothing is
 * counted twice and windows still add up; a check-in may fall on any millisecond.
 */
export const secondOf = (at: number) => Math.floor(at / millisecondsPerSecond)

const touches = (of: Span, window: Window) => secondOf(of.start) < window.to && secondOf(of.end) > window.from

const byStart = (a: Span, b: Span) => a.start - b.start

function inOrder<Fact extends BookingFact | RunFact>(facts: readonly Fact[]): Fact[] {
  return facts.toSorted((a, b) => byStart(a, b) || (a.id < b.id ? -1 : 1))
}
