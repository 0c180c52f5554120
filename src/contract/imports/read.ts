import type { Imported, ImportFault } from '../../domain/importFaults.ts'
import { type DraftByNoun, IMPORT_NOUNS, type ImportDefaults, type ImportNoun } from '../../domain/imports.ts'
import { folded } from './cells.ts'
import { readDrafts } from './drafts.ts'
import { readTables } from './file.ts'
import { FORMATS } from './formats.ts'
import { fault, type Table } from './table.ts'
import type { NamedTable } from './xlsx.ts'

/** The drafts of one noun out of a file, with the sheet they stood on. */
export type NounImport = {
  readonly [Noun in ImportNoun]: {
    readonly noun: Noun
    readonly sheet: string | undefined
    readonly imported: Imported<DraftByNoun[Noun]>
  }
}[ImportNoun]

/** What a file holds, in the order of `IMPORT_NOUNS`. */
export interface ImportFile {
  readonly imports: readonly NounImport[]
  /** Why nothing of the file could be read; faults of rows stand with their noun. */
  readonly faults: readonly ImportFault[]
  readonly sheetsLeft: readonly string[]
}

export interface ReadOptions {
  /** What the file holds; left out, the names of a workbook's sheets say it. */
  readonly noun?: ImportNoun
  readonly defaults?: ImportDefaults
}

/**
 * Reads a file of drafts. With a noun, a workbook's sheet of that name is read, or else its first; without
 * one, every sheet named like a noun (`people`, 人员), so that one workbook can hold a whole site.
 */
export async function readImport(
  bytes: Uint8Array,
  { noun, defaults = {} }: ReadOptions,
): Promise<ImportFile> {
  const tables = await readTables(bytes)
  const chosen = noun === undefined ? tablesByName(tables) : [{ noun, ...tableOfNoun(tables, noun) }]
  if (chosen.length === 0) return { imports: [], faults: faultsOf(tables), sheetsLeft: [] }
  const imports = IMPORT_NOUNS.flatMap(each => chosen.filter(table => table.noun === each)).map(
    ({ noun, sheet, table }) => ({ noun, sheet, imported: readers[noun](table, defaults) }) as NounImport,
  )
  const read = new Set(chosen.map(({ sheet }) => sheet))
  const sheetsLeft = tables.flatMap(({ sheet }) => (sheet === undefined || read.has(sheet) ? [] : [sheet]))
  return { imports, faults: [], sheetsLeft }
}

const sheetNames: Readonly<Record<ImportNoun, readonly string[]>> = {
  institutions: ['机构', '機構', '单位', '單位', '成员单位', '成員單位'],
  memberships: ['成员', '成員', '成员资格', '成員資格'],
  groups: ['课题组', '課題組'],
  people: ['人员', '人員', '用户', '用戶'],
  projects: ['课题', '課題', '项目', '項目'],
  grants: ['配额', '配額', '额度', '額度'],
  instruments: ['仪器', '儀器', '设备', '設備'],
  bookings: ['预约', '預約'],
}

function nounOfSheet(sheet: string | undefined): ImportNoun | undefined {
  const name = folded(sheet ?? '')
  return IMPORT_NOUNS.find(noun => name === noun || sheetNames[noun].includes(name))
}

function tablesByName(tables: readonly NamedTable[]) {
  return tables.flatMap(table => {
    const noun = nounOfSheet(table.sheet)
    return noun === undefined ? [] : [{ noun, ...table }]
  })
}

const tableOfNoun = (tables: readonly NamedTable[], noun: ImportNoun): NamedTable =>
  tables.find(({ sheet }) => nounOfSheet(sheet) === noun) ?? (tables[0] as NamedTable)

function faultsOf(tables: readonly NamedTable[]): readonly ImportFault[] {
  const faults = tables.flatMap(({ table }) => table.faults)
  const names = tables.flatMap(({ sheet }) => sheet ?? []).join(', ')
  return faults.length > 0 ? faults : [fault({ row: 0, code: 'noun-unknown', value: names })]
}

type Readers = {
  readonly [Noun in ImportNoun]: (table: Table, defaults: ImportDefaults) => Imported<DraftByNoun[Noun]>
}

const readers: Readers = {
  institutions: (table, defaults) => readDrafts(FORMATS.institutions, table, defaults),
  memberships: (table, defaults) => readDrafts(FORMATS.memberships, table, defaults),
  groups: (table, defaults) => readDrafts(FORMATS.groups, table, defaults),
  people: (table, defaults) => readDrafts(FORMATS.people, table, defaults),
  projects: (table, defaults) => readDrafts(FORMATS.projects, table, defaults),
  grants: (table, defaults) => readDrafts(FORMATS.grants, table, defaults),
  instruments: (table, defaults) => readDrafts(FORMATS.instruments, table, defaults),
  bookings: (table, defaults) => readDrafts(FORMATS.bookings, table, defaults),
}
