import { isDeepStrictEqual } from 'node:util'
import { definitionsVersion } from '../../domain/report/columns.ts'
import { type DayRollup, rollupDay } from '../../domain/report/rollup.ts'
import { span } from '../../domain/span.ts'
import type { Day, Instant } from '../../domain/units.ts'
import { dayBounds, localDay } from '../../domain/zone.ts'
import type { Reader } from '../database.ts'
import { readFacts } from './facts.ts'
import { findReported, headsAfter, marksIn, type RollupHead } from './rollupRows.ts'
import { storedDays } from './rollups.ts'

/** Heads read at a time, and days of one instrument. */
const headsPerPage = 500
const daysPerPage = 92

/** A clean day whose rollup is not what its raw rows make. */
export interface RollupFault {
  readonly instrumentId: string
  readonly day: Day
  readonly stored: DayRollup['figures'] | undefined
  readonly recomputed: DayRollup['figures']
}

/** Makes every clean rollup again from its raw rows and tells where they differ. Best on a snapshot. */
export async function* rollupFaults(reader: Reader, asOf: Instant): AsyncGenerator<RollupFault> {
  let after = ''
  for (;;) {
    const heads = await headsAfter(reader, after, headsPerPage)
    for (const head of heads) {
      if (head.definitions === definitionsVersion) yield* faultsOf(reader, head, asOf)
    }
    const last = heads.at(-1)
    if (last === undefined) return
    after = last.instrumentId
  }
}

async function* faultsOf(reader: Reader, head: RollupHead, asOf: Instant): AsyncGenerator<RollupFault> {
  const instrument = await findReported(reader, head.instrumentId)
  if (instrument === undefined) return
  const { id, zone } = instrument
  const dirty = new Set(
    (await marksIn(reader, id, { from: head.firstDay, before: head.nextDay })).map(mark => mark.day),
  )
  let day = head.firstDay
  while (day < head.nextDay) {
    const page = daysFrom(zone, day, head.nextDay)
    const [first, last] = [page[0], page.at(-1)]
    if (first === undefined || last === undefined) return
    const next = localDay(zone, last.span.end)
    const stored = await storedDays(reader, id, { from: day, before: next })
    const [facts] = await readFacts(reader, [instrument], {
      window: span(first.span.start, last.span.end),
      asOf,
    })
    for (const each of page) {
      if (facts === undefined || dirty.has(each.day)) continue
      const { figures } = rollupDay(facts, each)
      const kept = stored.get(each.day)
      if (!isDeepStrictEqual(kept, figures))
        yield { instrumentId: id, day: each.day, stored: kept, recomputed: figures }
    }
    day = next
  }
}

function daysFrom(zone: string, from: Day, before: Day) {
  const days = []
  for (let day = from; day < before && days.length < daysPerPage;) {
    const bounds = dayBounds(zone, day)
    days.push({ day, span: bounds })
    day = localDay(zone, bounds.end)
  }
  return days
}
