import {
  headerOf,
  type Headings,
  type MadeReport,
  utilizationCsv,
  utilizationJson,
  utilizationXlsx,
} from '../../contract/exports/utilization.ts'
import type { ReportFormat } from '../../contract/reports.ts'
import type { ReportRequest } from '../../domain/report/report.ts'
import { unreachable } from '../../domain/refusal.ts'
import type { Instant } from '../../domain/units.ts'
import type { LongReader } from '../../store/longRead.ts'
import { utilizationReport } from '../../store/report/utilization.ts'

/** What the reading thread is handed. */
export interface FileWish {
  readonly request: ReportRequest
  readonly generatedAt: Instant
  readonly format: ReportFormat
  readonly headings: Headings
  readonly byteOrderMark: 'put' | 'left-out'
}

/** A finished file with what its reply says about it. */
export interface ReportFile {
  readonly content: Uint8Array
  readonly header: ReturnType<typeof headerOf>
}

/** Makes a report and writes it out, all of it in the reading thread: the loop only sends the bytes. */
export const utilizationFile: LongReader<FileWish, ReportFile> = async (reader, wish) => {
  const { request, generatedAt } = wish
  const made = { report: await utilizationReport(reader, request), request, generatedAt }
  return { content: await contentOf(made, wish), header: headerOf(made) }
}

async function contentOf(
  made: MadeReport,
  { format, headings, byteOrderMark }: FileWish,
): Promise<Uint8Array> {
  switch (format) {
    case 'json':
      return Buffer.from(JSON.stringify(utilizationJson(made)))
    case 'csv':
      return Buffer.from(utilizationCsv(made, headings, { byteOrderMark }))
    case 'xlsx':
      return utilizationXlsx(made, headings)
    default:
      return unreachable(format)
  }
}
