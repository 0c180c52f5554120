import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import {
  type MadeReport,
  utilizationCsv,
  utilizationJson,
  utilizationXlsx,
} from '../contract/exports/utilization.ts'
import { utilizationQuery } from '../contract/reports.ts'
import type { Reach } from '../domain/report/reach.ts'
import type { ReportRequest } from '../domain/report/report.ts'
import type { Instant } from '../domain/units.ts'
import { openBeside } from '../store/open.ts'
import { utilizationReport } from '../store/report/utilization.ts'
import { type Command, EXIT, Misused } from './command.ts'

const options = {
  from: { type: 'string' },
  to: { type: 'string' },
  'group-by': { type: 'string' },
  alliance: { type: 'string' },
  institution: { type: 'string' },
  instrument: { type: 'string' },
  'as-of': { type: 'string' },
  format: { type: 'string' },
  lang: { type: 'string' },
  bom: { type: 'boolean' },
  out: { type: 'string' },
  database: { type: 'string' },
} as const

/** Options by the name of the query parameter that they stand for. */
const OPTION_OF: Readonly<Record<string, keyof typeof options>> = {
  start: 'from',
  end: 'to',
  groupBy: 'group-by',
  allianceId: 'alliance',
  institutionId: 'institution',
  instrumentId: 'instrument',
  asOf: 'as-of',
  format: 'format',
  lang: 'lang',
}

/** Whoever may read the database file may read all of it. */
const everything: Reach = {
  hosts: { everywhere: true, institutionIds: [], instrumentIds: [] },
  allianceId: null,
}

export const reportCommand: Command = {
  name: 'report',
  summary:
    'utilization --from DAY --to DAY (outside) --group-by instrument,institution,alliance,month ' +
    '--format csv|xlsx|json --lang zh-CN|zh-Hant|en --out FILE, beside a running server',
  run: async (house, args) => {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    if (positionals.join(' ') !== 'utilization') throw new Misused('there is one report: utilization')
    const query = queryFrom(values)
    const { format = 'csv', lang: headings = 'stable' } = query
    if (format === 'xlsx' && values.out === undefined) throw new Misused('--format xlsx needs --out FILE')
    const db = openBeside(values.database ?? house.config.databaseUrl)
    try {
      const now = house.contextOn(db).clock.now()
      const request = requestOf(query, now)
      const report = await db.snapshot(reader => utilizationReport(reader, request))
      const made = { report, request, generatedAt: now }
      const byteOrderMark = values.bom === true ? 'put' : 'left-out'
      const content = await contentOf(made, { format, headings, byteOrderMark })
      if (values.out === undefined) house.print(String(content).replace(/\n$/u, ''))
      else writeFileSync(values.out, content)
      if (values.out !== undefined) house.tell(`${values.out}: ${report.rows.length} rows`)
    } finally {
      await db.close()
    }
    return EXIT.done
  },
}

type Values = Partial<Record<keyof typeof options, string | boolean>>
type Query = ReturnType<typeof utilizationQuery.parse>

/** The options, read by the very shape of the API's query. */
function queryFrom(values: Values): Query {
  const given = Object.entries(OPTION_OF).flatMap(([name, option]) =>
    values[option] === undefined ? [] : [[name, values[option]] as const],
  )
  const read = utilizationQuery.safeParse(Object.fromEntries(given))
  if (read.success) return read.data
  const faults = read.error.issues.map(
    ({ path, message }) => `--${OPTION_OF[String(path[0])] ?? String(path[0])}: ${message}`,
  )
  throw new Misused(faults.join('; '))
}

const requestOf = (query: Query, now: Instant): ReportRequest => ({
  reach: everything,
  window: { start: query.start, end: query.end },
  groupBy: query.groupBy,
  allianceId: query.allianceId ?? null,
  institutionId: query.institutionId ?? null,
  instrumentId: query.instrumentId ?? null,
  asOf: query.asOf === undefined || query.asOf > now ? now : query.asOf,
})

interface Form {
  readonly format: 'csv' | 'xlsx' | 'json'
  readonly headings: NonNullable<Query['lang']>
  readonly byteOrderMark: 'put' | 'left-out'
}

async function contentOf(
  made: MadeReport,
  { format, headings, byteOrderMark }: Form,
): Promise<string | Buffer> {
  if (format === 'xlsx') return utilizationXlsx(made, headings)
  if (format === 'json') return `${JSON.stringify(utilizationJson(made))}\n`
  return utilizationCsv(made, headings, { byteOrderMark })
}
