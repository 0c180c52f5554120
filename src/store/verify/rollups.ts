import { definitionsVersion } from '../../domain/report/columns.ts'
import { daysOfMonth, type LocalDay, rollupDay, wholeMonthsIn } from '../../domain/report/rollup.ts'
import type { Utilization } from '../../domain/report/time.ts'
import { span } from '../../domain/span.ts'
import type { Day } from '../../domain/units.ts'
import { dayBounds, localDay } from '../../domain/zone.ts'
import { readFacts } from '../report/facts.ts'
import type { Reader } from '../database.ts'
import { findReported, headsAfter, marksIn, type RollupHead } from '../report/rollupRows.ts'
import { storedDays, sumMonths, sumStoredDays } from '../report/rollups.ts'
import type { Check, CheckQuestion, Fault } from './check.ts'

/** Heads read at a time, and days of one instrument. */
const headsPerPage = 500
const daysPerPage = 92

/** Every clean day is rolled up to what its raw rows make, and every month to what its days do. */
export const rollups: Check = async function* (question) {
  let after = ''
  for (;;) {
    const heads = await headsAfter(question.reader, after, headsPerPage)
    for (const head of heads) {
      if (head.definitions === definitionsVersion) yield* faultsOf(question, head)
    }
    const last = heads.at(-1)
    if (last === undefined) return
    after = last.instrumentId
  }
}

async function* faultsOf({ reader, now }: CheckQuestion, head: RollupHead): AsyncGenerator<Fault> {
  const instrument = await findReported(reader, head.instrumentId)
  if (instrument === undefined) return
  const { id, zone } = instrument
  const marks = await marksIn(reader, id, { from: head.firstDay, before: head.nextDay })
  const dirty = new Set(marks.map(({ day }) => day))
  for (const page of pagesOf(zone, head)) {
    const [first, last] = [page[0] as LocalDay, page.at(-1) as LocalDay]
    const stored = await storedDays(reader, id, { from: first.day, before: localDay(zone, last.span.end) })
    const window = span(first.span.start, last.span.end)
    const [facts] = await readFacts(reader, [instrument], { window, asOf: now })
    for (const day of page) {
      if (facts === undefined || dirty.has(day.day)) continue
      yield* differences(`${id}/${day.day}`, rollupDay(facts, day).figures, stored.get(day.day))
    }
  }
  yield* monthFaults(reader, head)
}

async function* monthFaults(reader: Reader, head: RollupHead): AsyncGenerator<Fault> {
  const id = head.instrumentId
  const { months } = wholeMonthsIn({ from: head.firstDay, before: head.nextDay })
  if (months === undefined) return
  const order = { ids: [id], by: 'month', users: 'told' } as const
  const stored = new Map((await sumMonths(reader, order, months)).map(each => [each.month, each.figures]))
  const range = { from: daysOfMonth(months.from).from, before: daysOfMonth(months.before).from }
  for (const { month, figures } of await sumStoredDays(reader, id, range)) {
    yield* differences(`${id}/${month}`, figures, stored.get(month))
  }
}

function* pagesOf(zone: string, head: RollupHead): Generator<readonly LocalDay[]> {
  let page: LocalDay[] = []
  for (let day: Day = head.firstDay; day < head.nextDay;) {
    const bounds = dayBounds(zone, day)
    page.push({ day, span: bounds })
    day = localDay(zone, bounds.end)
    if (page.length < daysPerPage && day < head.nextDay) continue
    yield page
    page = []
  }
}

/** A fault for each figure that differs, and one for a day that is not there at all. */
function* differences(id: string, made: Utilization, stored: Utilization | undefined): Generator<Fault> {
  const noun = 'day-rollup'
  if (stored === undefined) {
    yield { fault: 'rollup-missing', noun, id, expected: 'a rollup', found: null }
    return
  }
  const [right, written] = [figuresOf(made), figuresOf(stored)]
  for (const name of new Set([...right.keys(), ...written.keys()])) {
    const [expected, found] = [right.get(name) ?? 0, written.get(name) ?? 0]
    if (expected !== found) yield { fault: 'rollup-differs', noun, id: `${id}/${name}`, expected, found }
  }
}

function figuresOf({ total, users }: Utilization): ReadonlyMap<string, number> {
  const ofUsers = users.flatMap(({ institutionId, allianceId, time }) =>
    Object.entries(time).map(
      ([column, value]) => [`${institutionId}/${allianceId}/${column}`, value] as const,
    ),
  )
  return new Map([...Object.entries(total), ...ofUsers])
}
