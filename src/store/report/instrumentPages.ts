import { type ReportWindow, windowIn } from '../../domain/report/periods.ts'
import type { InstrumentChoice } from '../../domain/report/report.ts'
import { span } from '../../domain/span.ts'
import type { Reader } from '../database.ts'
import { type ReportedInstrument, reportedInstruments } from './instruments.ts'

/** Instruments read at a time. */
const instrumentsPerPage = 100

const ZONES_AT_THE_EDGES = ['Etc/GMT+12', 'Pacific/Kiritimati']

/**
 * The instruments of a report, page by page in order of id. Edges of the window differ by zone: instruments
 * are chosen by the widest it can be.
 */
export async function* instrumentPages(
  reader: Reader,
  choice: InstrumentChoice & { readonly window: ReportWindow },
): AsyncGenerator<ReportedInstrument[]> {
  const widest = ZONES_AT_THE_EDGES.flatMap(zone => windowIn(zone, choice.window) ?? [])
  if (widest.length === 0) return
  const window = span(Math.min(...widest.map(each => each.start)), Math.max(...widest.map(each => each.end)))
  let after: string | undefined
  for (;;) {
    const page = await reportedInstruments(reader, { ...choice, window, after, limit: instrumentsPerPage })
    yield page
    if (page.length < instrumentsPerPage) return
    after = page.at(-1)?.id
  }
}
