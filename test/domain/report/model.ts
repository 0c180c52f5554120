import type { BookingFact, InstrumentFacts, RunFact } from '../../../src/domain/report/facts.ts'
import type { Span } from '../../../src/domain/span.ts'

/**
 * The definition of the partition told a second time, the slow way: minute by minute and place by place, with
 * real lists of places instead of sums. It shares no code with the sweep. Facts lie on whole minutes.
 */
export interface Model {
  readonly total: Record<string, number>
  readonly users: ReadonlyMap<string, Record<string, number>>
}

const MINUTE = 60_000

export function naivePartition(facts: InstrumentFacts, window: Span): Model {
  const total: Record<string, number> = {}
  const users = new Map<string, Record<string, number>>()
  const add = (column: string, user?: { institutionId: string; allianceId: string | null }, count = 60) => {
    total[column] = (total[column] ?? 0) + count
    if (user === undefined) return
    const key = `${user.institutionId}/${user.allianceId ?? '-'}`
    const row = users.get(key) ?? {}
    row[column] = (row[column] ?? 0) + count
    users.set(key, row)
  }
  const end = Math.min(window.end, facts.asOf)
  for (let at = window.start as number; at < end; at += MINUTE) minute(facts, at, add)
  countBeginnings(facts, { start: window.start, end }, add)
  return { total, users }
}

type Add = (
  column: string,
  user?: { institutionId: string; allianceId: string | null },
  count?: number,
) => void

function minute(facts: InstrumentFacts, at: number, add: Add): void {
  const covers = (of: Span) => of.start <= at && at < of.end
  const places = Array.from({ length: facts.capacity })
  const planned = facts.outages.some(outage => outage.kind === 'planned' && covers(outage))
  const failed = facts.outages.some(outage => outage.kind === 'unplanned' && covers(outage))
  const inService = facts.inService.some(covers)
  const open = inService && facts.open.some(covers)
  if (failed) add('repairSeconds')
  if (inService) places.forEach(() => add('calendarSeconds'))
  if (open) places.forEach(() => add('openSeconds'))
  if (open && planned) places.forEach(() => add('plannedDownSeconds'))
  else if (open && failed) places.forEach(() => add('unplannedDownSeconds'))

  const users = facts.runs
    .filter(covers)
    .toSorted((a, b) => a.start - b.start || a.id.localeCompare(b.id))
    .flatMap(run => Array.from({ length: run.places }, () => run))
    .slice(0, facts.capacity)
  if (!open || planned || failed) {
    for (const run of users) add('offHoursSeconds', run)
    return
  }
  places.forEach(() => add('availableSeconds'))
  availableMinute(facts, covers, users, add)
}

function availableMinute(
  facts: InstrumentFacts,
  covers: (of: Span) => boolean,
  users: readonly RunFact[],
  add: Add,
): void {
  const rank = (booking: BookingFact) => (booking.state === 'cancelled' ? 1 : 0)
  const held = facts.bookings
    .filter(booking => covers(booking) && counts(booking))
    .toSorted((a, b) => rank(a) - rank(b) || b.start - a.start || b.id.localeCompare(a.id))
    .flatMap(booking => Array.from({ length: booking.places }, () => booking))
  for (const booking of held.slice(0, facts.capacity)) add('reservedSeconds', booking)

  const unmatched = [...held]
  const strangers: RunFact[] = []
  const onOwn: RunFact[] = []
  for (const run of users) {
    add('usedSeconds', run)
    if (run.institutionId !== facts.hostInstitutionId) {
      add(run.allianceId === null ? 'usedByOutsidersSeconds' : 'usedByMembersSeconds', run)
    }
    const seat = unmatched.findIndex(booking => booking.id === run.bookingId)
    if (seat === -1) strangers.push(run)
    else onOwn.push(...unmatched.splice(seat, 1).map(() => run))
  }
  const wasted = unmatched.slice(0, facts.capacity - users.length)
  for (const booking of wasted) add(lossColumn(booking), booking)
  const reservedUsed = Math.min(held.length, facts.capacity) - wasted.length
  for (const run of [...onOwn, ...strangers].slice(0, reservedUsed)) add('usedInReservationSeconds', run)
  for (let place = users.length + wasted.length; place < facts.capacity; place++) add('idleSeconds')
}

const counts = ({ state, cancelledLate }: BookingFact) =>
  ['confirmed', 'in_use', 'completed', 'no_show'].includes(state) || (state === 'cancelled' && cancelledLate)

function lossColumn({ state }: BookingFact): string {
  if (state === 'no_show') return 'noShowSeconds'
  return state === 'cancelled' ? 'lateCancelSeconds' : 'earlyFinishSeconds'
}

function countBeginnings(facts: InstrumentFacts, window: { start: number; end: number }, add: Add): void {
  const begins = (of: Span) => window.start <= of.start && of.start < window.end
  for (const run of facts.runs.filter(begins)) add('runs', run, 1)
  for (const booking of facts.bookings.filter(each => begins(each) && counts(each))) {
    add(booking.state === 'cancelled' ? 'lateCancels' : 'bookings', booking, 1)
    if (booking.state === 'no_show') add('noShows', booking, 1)
  }
  const failures = facts.outages.filter(outage => outage.kind === 'unplanned')
  const fresh = failures.filter(begins).filter(a => !failures.some(b => b.start < a.start && b.end > a.start))
  for (const _ of new Set(fresh.map(({ start }) => start))) add('failures', undefined, 1)
}
