import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { institution } from '../contract/imports/keys.ts'
import type { ImportNote } from '../domain/importFaults.ts'
import { IMPORT_NOUNS, type ImportDefaults } from '../domain/imports.ts'
import type { EntryReport, ImportReport } from '../operations/imports/run.ts'
import type { RowFault } from '../operations/imports/rows.ts'
import { copySqlite } from '../store/backup.ts'
import { fileOf } from '../store/open.ts'
import { carryOut } from './carryOut.ts'
import { type Command, EXIT, type House, Misused } from './command.ts'
import { FORMATS, readFileToImport, Unsaid } from './import/file.ts'
import { oneOf } from './options.ts'
import { isServed } from './socket.ts'

const options = {
  database: { type: 'string' },
  format: { type: 'string' },
  noun: { type: 'string' },
  institution: { type: 'string' },
  alliance: { type: 'string' },
  zone: { type: 'string' },
  currency: { type: 'string' },
  source: { type: 'string' },
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
} as const

/** Faults printed for people; `--json` gives all that the report lists. */
const faultsPrintedMax = 50

export const importFiles: Command = {
  name: 'import',
  summary:
    'read FILE… (CSV, XLSX, NEMO, PNNL, EMhub, alliances): --noun, --dry-run, --json, ' +
    '--institution, --zone, --alliance, --currency, --source',
  run: async (house, args) => {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    if (positionals.length === 0) throw new Misused('name at least one file')
    const format = values.format === 'auto' ? undefined : oneOf('--format', FORMATS, values.format)
    const noun = oneOf('--noun', IMPORT_NOUNS, values.noun)
    const read = await readAll(positionals, { format, noun, defaults: defaultsOf(values) })
    const databaseUrl = values.database ?? house.config.databaseUrl
    const dryRun = values['dry-run'] === true
    const input = { parts: read.parts, dryRun }
    const report = await withoutStanding(dryRun, databaseUrl, url =>
      carryOut(house, { databaseUrl: url, name: 'import', input, title: dryRun ? 'dry run' : 'import' }),
    )
    if (values.json === true)
      house.print(JSON.stringify({ ...report, unread: read.unread, notes: read.notes }))
    else tellAll(house, report, read)
    const isFaulty = read.unread.length > 0 || report.entries.some(entry => entry.faulty > 0)
    return isFaulty ? EXIT.refused : EXIT.done
  },
}

type Values = Partial<Record<Exclude<keyof typeof options, 'dry-run' | 'json'>, string>>

function defaultsOf(values: Values): ImportDefaults {
  const { zone, alliance, currency, source } = values
  const said = values.institution === undefined ? undefined : institution(values.institution)
  if (said !== undefined && 'fault' in said) {
    throw new Misused(`--institution ${values.institution} is ${said.fault}`)
  }
  return {
    ...(said !== undefined && { institution: said.value }),
    ...(zone !== undefined && { zone }),
    ...(alliance !== undefined && { alliance }),
    ...(currency !== undefined && { currency }),
    ...(source !== undefined && { source }),
  }
}

type Unread = RowFault & { readonly file: string }
type Note = ImportNote & { readonly file: string }

async function readAll(paths: readonly string[], settings: Parameters<typeof readFileToImport>[1]) {
  const parts = []
  const unread: Unread[] = []
  const notes: Note[] = []
  for (const path of paths) {
    try {
      const read = await readFileToImport({ name: path, bytes: readFileSync(path) }, settings)
      parts.push(...read.parts)
      unread.push(...read.faults.map(fault => ({ file: path, ...fault })))
      notes.push(...read.notes.map(note => ({ file: path, ...note })))
    } catch (error) {
      throw error instanceof Unsaid ? new Misused(error.message) : error
    }
  }
  return { parts, unread, notes }
}

/**
 * A dry run is one long transaction. Beside a running server it is done on a copy of the database, so that
 * nobody's booking waits for it.
 */
async function withoutStanding(
  dryRun: boolean,
  databaseUrl: string,
  work: (databaseUrl: string) => Promise<ImportReport>,
): Promise<ImportReport> {
  if (!dryRun || !(await isServed(databaseUrl))) return work(databaseUrl)
  const folder = mkdtempSync(join(tmpdir(), 'jishi-dry-run-'))
  try {
    const copy = join(folder, 'jishi.db')
    await copySqlite(fileOf(databaseUrl), copy)
    return await work(`file:${copy}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function tellAll(house: House, report: ImportReport, read: Awaited<ReturnType<typeof readAll>>) {
  for (const fault of read.unread) house.print(`${fault.file}: ${wordsOf(fault)}`)
  for (const entry of report.entries) {
    house.print(countsOf(entry))
    for (const fault of entry.faults.slice(0, faultsPrintedMax)) house.print(`  ${wordsOf(fault)}`)
    const more = entry.faulty - faultsPrintedMax
    if (more > 0) house.print(`  … and ${more} more`)
  }
  const ignored = new Set(read.notes.map(note => note.column))
  if (ignored.size > 0) house.tell(`not taken over: ${[...ignored].join(', ')}`)
  if (report.dryRun) house.print('dry run: nothing was kept')
}

function countsOf({ noun, origin, created, updated, unchanged, faulty }: EntryReport): string {
  const from = origin === undefined ? '' : ` from ${origin}`
  return `${noun}${from}: ${created} created, ${updated} updated, ${unchanged} unchanged, ${faulty} faults`
}

function wordsOf({ row, column, code, value }: RowFault): string {
  const where = column === undefined ? `row ${row}` : `row ${row}, ${column}`
  return value === undefined ? `${where}: ${code}` : `${where}: ${code} (${value})`
}
