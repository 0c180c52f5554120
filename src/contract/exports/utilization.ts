import { type Cell, COLUMNS, type ReportRow } from '../../domain/report/columns.ts'
import { isByUser, OTHERS } from '../../domain/report/grouping.ts'
import { metricsOf, type Ratio, userMetricsOf } from '../../domain/report/metrics.ts'
import type { ReportRequest, UtilizationReport } from '../../domain/report/report.ts'
import type { Instant } from '../../domain/units.ts'
import { instantText } from '../common.ts'
import type { Language } from '../messages/languages.ts'
import { type HeaderField, REPORT_WORDS } from '../messages/reportColumns.ts'
import type { ExportRow } from './cell.ts'
import { csvChunks, type CsvOptions } from './csv.ts'
import { writeXlsx } from './xlsx.ts'

/** A report with what was asked and when. */
export interface MadeReport {
  readonly report: UtilizationReport
  readonly request: ReportRequest
  readonly generatedAt: Instant
}

/** Headings in a language, or the stable names of the columns, which machines read. */
export type Headings = Language | 'stable'

/**
 * The rows as CSV, one heading and no title: the same bytes whenever rows, names and the sealed head are the
 * same. What the report is of stands beside it, in the headers of the reply.
 */
export const utilizationCsv = (made: MadeReport, headings: Headings, options: CsvOptions): string =>
  [...csvChunks(headingOf(headings), rowsOf(made.report, headings), options)].join('')

/** A workbook of the rows, with a second sheet that says what they are of. */
export function utilizationXlsx(made: MadeReport, headings: Headings): Promise<Buffer> {
  const words = REPORT_WORDS[headings === 'stable' ? 'en' : headings]
  const [rows, about] = words.sheets
  const fields = Object.entries(headerOf(made)) as [HeaderField, string | number | null][]
  return writeXlsx([
    { name: rows, heading: headingOf(headings), rows: [...rowsOf(made.report, headings)] },
    {
      name: about,
      heading: ['', ''],
      rows: fields.map(([field, value]) => [headings === 'stable' ? field : words.header[field], value]),
    },
  ])
}

/** The report as the API gives it: seconds as they are, ratios beside them. */
export function utilizationJson(made: MadeReport) {
  const { report, request } = made
  const { rows, total, ledgers, names } = report
  const byUser = isByUser(request.groupBy)
  return {
    header: { ...headerOf(made), zones: report.zones, groupBy: request.groupBy, ledgers },
    total: { time: total, metrics: values(metricsOf(total)) },
    rows: rows.map(row => ({
      ...row,
      period: {
        start: instantText(row.period.start, row.zone),
        end: instantText(row.period.end, row.zone),
      },
      metrics: metricsIn(row, byUser),
    })),
    names,
  }
}

/** An instrument's own part beside those of its users is no whole, so it has no ratios. */
function metricsIn(row: ReportRow, byUser: boolean) {
  if (!('openSeconds' in row.time)) return values(userMetricsOf(row.time))
  return byUser ? null : values(metricsOf(row.time))
}

const values = (ratios: object) =>
  Object.fromEntries(Object.entries(ratios).map(([name, ratio]) => [name, (ratio as Ratio).value]))

/** What a report is of, one text or number a field. */
export function headerOf({ report, request, generatedAt }: MadeReport) {
  const edge = (at: ReportRequest['window']['start']) =>
    typeof at === 'string' ? at : instantText(at, report.zones.length === 1 ? report.zones[0] : 'UTC')
  return {
    start: edge(request.window.start),
    end: edge(request.window.end),
    zones: report.zones.join(' '),
    groupBy: request.groupBy.join(','),
    allianceId: request.allianceId,
    institutionId: request.institutionId,
    instrumentId: request.instrumentId,
    asOf: instantText(request.asOf),
    generatedAt: instantText(generatedAt),
    definitionsVersion: report.definitionsVersion,
    instruments: report.instruments,
    ledgers: report.ledgers.map(({ ledgerId, seq, hash }) => `${ledgerId} ${seq} ${hash}`).join('; '),
  } satisfies Record<HeaderField, string | number | null>
}

/** Names follow the stable columns: they are for people and may change, the ids before them do not. */
const NAMED = [
  { name: 'alliance_name', idOf: (row: ReportRow) => row.allianceId },
  { name: 'host_institution_name', idOf: (row: ReportRow) => row.hostInstitutionId },
  { name: 'instrument_name', idOf: (row: ReportRow) => row.instrumentId },
  { name: 'user_institution_name', idOf: (row: ReportRow) => row.userInstitutionId },
]

export const UTILIZATION_COLUMNS: readonly string[] = [...COLUMNS, ...NAMED].map(({ name }) => name)

const headingOf = (headings: Headings): string[] =>
  UTILIZATION_COLUMNS.map(name =>
    headings === 'stable' ? name : (REPORT_WORDS[headings].columns[name] ?? name),
  )

function* rowsOf({ rows, names }: UtilizationReport, headings: Headings): Generator<ExportRow> {
  const language = headings === 'stable' ? 'zh-CN' : headings
  const nameOf = (id: string | null): Cell => {
    if (id === null) return null
    if (id === OTHERS) return REPORT_WORDS[language].others
    const known = names[id]
    return language === 'en' ? (known?.nameEn ?? known?.name ?? null) : (known?.name ?? null)
  }
  for (const row of rows) {
    yield [...COLUMNS.map(({ cell }) => cell(row)), ...NAMED.map(({ idOf }) => nameOf(idOf(row)))]
  }
}
