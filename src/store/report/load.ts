import { strict as assert } from 'node:assert'
import { type LoadCell, WeekLoad } from '../../domain/report/load.ts'
import { monthsOf, type ReportWindow, windowIn } from '../../domain/report/periods.ts'
import type { InstrumentChoice } from '../../domain/report/report.ts'
import type { Instant } from '../../domain/units.ts'
import type { LongReader } from '../longRead.ts'
import { readFacts } from './facts.ts'
import { instrumentPages } from './instrumentPages.ts'

/** What is asked, as plain data that can be sent to another thread. */
export interface LoadQuestion extends InstrumentChoice {
  readonly window: ReportWindow
  readonly asOf: Instant
}

export interface Load {
  readonly instruments: number
  readonly zones: readonly string[]
  readonly cells: readonly LoadCell[]
}

/**
 * When in the week the instruments within reach were used, each on its own clock. Read from raw rows, for
 * rollups know days but no hours; month by month, so that a year is never held at once.
 */
export const weekLoad: LongReader<LoadQuestion, Load> = async (reader, question) => {
  const load = new WeekLoad()
  const zones = new Set<string>()
  let instruments = 0
  for await (const page of instrumentPages(reader, question)) {
    for (const [zone, alike] of Map.groupBy(page, each => each.zone)) {
      const whole = windowIn(zone, question.window)
      if (whole === undefined) continue
      zones.add(zone)
      instruments += alike.length
      for (const window of monthsOf(zone, whole)) {
        const facts = await readFacts(reader, alike, { window, asOf: question.asOf })
        assert(facts.length === alike.length)
        for (const of of facts) load.add(of, window, zone)
      }
    }
  }
  return { instruments, zones: [...zones].toSorted(), cells: load.cells() }
}
