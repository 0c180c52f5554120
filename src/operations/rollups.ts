import { strict as assert } from 'node:assert'
import type { Context } from '../context.ts'
import { dayEarliest } from '../domain/calendar/day.ts'
import { definitionsVersion } from '../domain/report/columns.ts'
import { type DayRange, daysOfMonth, type LocalDay, monthOf, rollupDay } from '../domain/report/rollup.ts'
import { span } from '../domain/span.ts'
import type { Day, Instant } from '../domain/units.ts'
import { dayBounds, localDay } from '../domain/zone.ts'
import type { Tx } from '../store/database.ts'
import { readFacts } from '../store/report/facts.ts'
import type { ReportedInstrument } from '../store/report/instruments.ts'
import {
  clearMark,
  earliestOverrun,
  earliestUse,
  findHead,
  findReported,
  forgetRollups,
  instrumentsDirty,
  instrumentsDue,
  marksIn,
  putDays,
  putHead,
  type RollupHead,
} from '../store/report/rollupRows.ts'
import { putMonth } from '../store/report/rollups.ts'
import { perform, SYSTEM } from './perform.ts'

/** Days made in one transaction, so that it stays short. */
const daysPerTurn = 31

/** Instruments looked at in one round. */
const instrumentsMax = 1_000

/**
 * Makes rollups of days that are over: first those never made, instrument by instrument, then those marked
 * dirty. Several nodes may do so at once: each turn holds its instrument's lock and clears only the mark it
 * has seen, so that a change beside it stays marked.
 *
 * @param limit - days, give or take one turn; what is left is due at the next call.
 * @returns days made.
 */
export async function recomputeDirtyDays(context: Context, limit: number): Promise<number> {
  const { read } = context.db
  const due = { now: context.clock.now(), definitions: definitionsVersion, limit: instrumentsMax }
  let made = 0
  for (const [ids, turn] of [
    [await instrumentsDue(read, due), advance],
    [await instrumentsDirty(read, due), mend],
  ] as const) {
    for (const id of ids) {
      let inTurn = daysPerTurn
      while (inTurn === daysPerTurn && made < limit) {
        inTurn = await perform(context, SYSTEM, tx => takeTurn(tx, id, due.now, turn))
        made += inTurn
      }
    }
  }
  return made
}

/** One instrument under its lock. */
interface Turn {
  readonly instrument: ReportedInstrument
  readonly head: RollupHead
  /** Days that end later are not rolled up: they are not over, or somebody's use in them still goes on. */
  readonly settledUntil: Instant
  readonly now: Instant
}

async function takeTurn(tx: Tx, id: string, now: Instant, turn: (tx: Tx, of: Turn) => Promise<number>) {
  await tx.lock('instrument', [id])
  const instrument = await findReported(tx, id)
  assert(instrument !== undefined, 'instruments are retired, never deleted')
  const head = await currentHead(tx, instrument)
  const settledUntil = (await earliestOverrun(tx, id, now)) ?? now
  return turn(tx, { instrument, head, settledUntil, now })
}

/**
 * The head under these definitions; a new one begins on the day of the instrument's first use, or of its
 * entry.
 */
async function currentHead(tx: Tx, instrument: ReportedInstrument): Promise<RollupHead> {
  const { id, zone, createdAt } = instrument
  const known = await findHead(tx, id)
  if (known?.definitions === definitionsVersion) return known
  await forgetRollups(tx, id)
  const used = await earliestUse(tx, id)
  const first = localDay(zone, used === undefined || used > createdAt ? createdAt : used)
  const head = headAt(instrument, first, first)
  await putHead(tx, head)
  return head
}

const headAt = ({ id, zone }: ReportedInstrument, firstDay: Day, next: Day): RollupHead => ({
  instrumentId: id,
  definitions: definitionsVersion,
  firstDay,
  nextDay: next,
  dueAt: dayBounds(zone, next).end,
})

/** Rolls up the next days of an instrument. */
async function advance(tx: Tx, { instrument, head, settledUntil, now }: Turn): Promise<number> {
  const { zone, retiredAt } = instrument
  const over = daysFrom(zone, head.nextDay, settledUntil).filter(
    ({ span }) => span.start < (retiredAt ?? span.end),
  )
  const last = over.at(-1)
  if (last === undefined) return 0
  const before = localDay(zone, last.span.end)
  await makeDays(tx, instrument, over, now)
  await putHead(tx, headAt(instrument, head.firstDay, before))
  await makeMonths(tx, instrument.id, over, { from: head.firstDay, before })
  return over.length
}

/** The days from one on that end by `until`, as many as one turn makes. */
function daysFrom(zone: string, first: Day, until: Instant): LocalDay[] {
  const days: LocalDay[] = []
  let day = first
  while (days.length < daysPerTurn) {
    const bounds = dayBounds(zone, day)
    if (bounds.end > until) break
    days.push({ day, span: bounds })
    day = localDay(zone, bounds.end)
  }
  return days
}

/** Makes dirty days anew. */
async function mend(tx: Tx, { instrument, head, settledUntil, now }: Turn): Promise<number> {
  const { id, zone } = instrument
  const marks = await marksIn(tx, id, { from: dayEarliest, before: head.nextDay })
  const early = marks.filter(({ day }) => day < head.firstDay)
  if (early.length > 0 && (await reachesBack(tx, instrument, head))) return 0
  for (const mark of early) await clearMark(tx, id, mark)
  const settled = marks
    .filter(({ day }) => day >= head.firstDay)
    .map(({ day }) => ({ day, span: dayBounds(zone, day) }))
    .filter(each => each.span.end <= settledUntil)
    .slice(0, daysPerTurn)
  for (const each of settled) await makeDays(tx, instrument, [each], now)
  await makeMonths(tx, id, settled, { from: head.firstDay, before: head.nextDay })
  return settled.length
}

/**
 * When something was entered from before the first day, all begins anew from there; reports read raw rows
 * meanwhile.
 */
async function reachesBack(tx: Tx, { id, zone }: ReportedInstrument, head: RollupHead): Promise<boolean> {
  const used = await earliestUse(tx, id)
  const reaches = used !== undefined && localDay(zone, used) < head.firstDay
  if (reaches) await forgetRollups(tx, id)
  return reaches
}

/** Sums up anew the months of these days, as far as all their days are rolled up. */
async function makeMonths(tx: Tx, id: string, days: readonly LocalDay[], rolled: DayRange) {
  for (const month of new Set(days.map(({ day }) => monthOf(day)))) {
    const { from, before } = daysOfMonth(month)
    if (from >= rolled.from && before <= rolled.before) await putMonth(tx, id, month)
  }
}

/**
 * Makes days that follow one another. Marks are read before the facts: what comes after them stays marked.
 */
async function makeDays(tx: Tx, instrument: ReportedInstrument, days: readonly LocalDay[], asOf: Instant) {
  const [first, last] = [days[0], days.at(-1)]
  assert(first !== undefined && last !== undefined, 'there are days to make')
  const before = localDay(instrument.zone, last.span.end)
  const marks = await marksIn(tx, instrument.id, { from: first.day, before })
  const window = span(first.span.start, last.span.end)
  const [facts] = await readFacts(tx, [instrument], { window, asOf })
  assert(facts !== undefined, 'each instrument has its facts')
  await putDays(
    tx,
    instrument.id,
    days.map(day => rollupDay(facts, day)),
  )
  for (const mark of marks) await clearMark(tx, instrument.id, mark)
}
