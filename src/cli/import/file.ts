import { basename, extname } from 'node:path'
import { readCsv } from '../../contract/imports/csv.ts'
import { decodeText } from '../../contract/imports/encoding.ts'
import { readImport } from '../../contract/imports/read.ts'
import type { ImportNote, ImportFault } from '../../domain/importFaults.ts'
import { IMPORT_NOUNS, type ImportDefaults, type ImportNoun } from '../../domain/imports.ts'
import type { ImportPart } from '../../operations/imports/rows.ts'
import { readAlliances } from './alliances.ts'
import { emhubCast } from './emhubCast.ts'
import { readEmhubBookings, readEmhubResources } from './emhub.ts'
import { readNemo } from './nemo.ts'
import { readPnnl } from './pnnl.ts'

/** What a file can be; `table` is CSV or XLSX with Jishi's own columns. */
export const FORMATS = ['table', 'nemo', 'pnnl', 'emhub', 'alliances'] as const
export type FileFormat = (typeof FORMATS)[number]

export interface ReadFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface FileSettings {
  /** Left out: told by the file itself. */
  readonly format?: FileFormat | undefined
  readonly noun?: ImportNoun | undefined
  readonly defaults: ImportDefaults
}

export interface FileRead {
  readonly parts: readonly ImportPart[]
  /** Why nothing of the file could be read. */
  readonly faults: readonly ImportFault[]
  readonly notes: readonly ImportNote[]
}

/** A foreign file needs something that it does not say; the message names the option that says it. */
export class Unsaid extends Error {}

/**
 * Reads one file of any format.
 *
 * @throws Unsaid when a foreign format needs an institution or a zone that nobody gave.
 */
export async function readFileToImport(file: ReadFile, settings: FileSettings): Promise<FileRead> {
  const format = settings.format ?? formatOf(file.bytes)
  const read = format === 'table' ? await readTable(file, settings) : readForeign(file, format, settings)
  const notes = read.parts.flatMap(part => part.imported.notes)
  return { ...read, notes }
}

/** Foreign files are known by what they begin with; everything else is a table. */
function formatOf(bytes: Uint8Array): FileFormat {
  const text = decodeText(bytes)?.text.trimStart() ?? ''
  if (text.startsWith('[')) return 'nemo'
  if (text.startsWith('{')) return 'alliances'
  const heading = new Set((text.split(/\r?\n/u, 1)[0] ?? '').split(','))
  if (heading.has('instrument_id') && heading.has('instrument_class')) return 'pnnl'
  if (heading.has('resource_id') || heading.has('latest_cancellation')) return 'emhub'
  return 'table'
}

async function readTable({ name, bytes }: ReadFile, { noun, defaults }: FileSettings) {
  const meant = noun ?? nounOfFile(name)
  const { imports, faults } = await readImport(bytes, {
    ...(meant !== undefined && { noun: meant }),
    defaults,
  })
  const parts = imports.map(({ sheet, ...part }) => ({
    ...part,
    origin: sheet === undefined ? name : `${name} › ${sheet}`,
  }))
  return { parts, faults }
}

/** `people.csv` holds people; a workbook's sheets say themselves what they hold. */
function nounOfFile(name: string): ImportNoun | undefined {
  const word = basename(name, extname(name)).toLowerCase()
  return extname(name).toLowerCase() === '.xlsx' ? undefined : IMPORT_NOUNS.find(noun => noun === word)
}

function readForeign(
  { name: origin, bytes }: ReadFile,
  format: Exclude<FileFormat, 'table'>,
  { defaults }: FileSettings,
): Omit<FileRead, 'notes'> {
  if (format === 'alliances') {
    return { parts: [{ noun: 'alliances', origin, imported: readAlliances(bytes) }], faults: [] }
  }
  const { institution, zone } = defaults
  if (institution === undefined) throw new Unsaid(`${origin}: --institution says whose instruments these are`)
  if (zone === undefined) throw new Unsaid(`${origin}: --zone says where they stand, as in Asia/Shanghai`)
  const host = { institution, zone }
  switch (format) {
    case 'nemo':
      return { parts: [{ noun: 'instruments', origin, imported: readNemo(bytes, host) }], faults: [] }
    case 'pnnl':
      return {
        parts: [{ noun: 'instruments', origin, imported: readPnnl({ instruments: bytes }, host) }],
        faults: [],
      }
    case 'emhub':
      return { parts: emhubParts({ name: origin, bytes }, host), faults: [] }
    default:
      return format satisfies never
  }
}

function emhubParts({ name: origin, bytes }: ReadFile, host: Parameters<typeof emhubCast>[1]): ImportPart[] {
  if (!readCsv(bytes).heading.includes('resource_id')) {
    return [{ noun: 'instruments', origin, imported: readEmhubResources(bytes, host) }]
  }
  const { groups, people, projects, bookings } = emhubCast(readEmhubBookings(bytes, host), host)
  return [
    { noun: 'groups', origin, imported: groups },
    { noun: 'people', origin, imported: people },
    { noun: 'projects', origin, imported: projects },
    { noun: 'bookings', origin, imported: bookings },
  ]
}
