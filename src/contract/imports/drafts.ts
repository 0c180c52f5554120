import type {
  ImportedRow,
  ImportFault,
  ImportFaultCode,
  Imported,
  ImportNote,
} from '../../domain/importFaults.ts'
import type { ImportDefaults, ImportNoun } from '../../domain/imports.ts'
import type { Meaning } from './cells.ts'
import { type Columns, headingFinder, type RowOf } from './columns.ts'
import { importFaultsMax } from './limits.ts'
import { fault, type Table, type TableRow } from './table.ts'

/** How one noun stands in a table: its columns, and how a row of them becomes a draft. */
export interface Format<C extends Columns, Draft> {
  readonly noun: ImportNoun
  readonly columns: C
  /**
   * Turns a row with good cells into a draft. What it returns after a `say` is thrown away.
   */
  readonly draft: (row: RowOf<C>, at: DraftContext<C>) => Draft | undefined
  /** The natural key: two rows of a file with the same one are a fault of the second. */
  readonly key: (draft: Draft) => string
}

export interface DraftContext<C extends Columns> {
  readonly defaults: ImportDefaults
  /** Reports a fault of one cell. */
  readonly say: (column: keyof C & string, code: ImportFaultCode) => undefined
  /** Unwraps what a reader found; reports its fault and gives undefined otherwise. */
  readonly take: <Value>(column: keyof C & string, meaning: Meaning<Value>) => Value | undefined
}

/**
 * Reads the drafts of a table. Rows without a fault are given beside every fault of the others, so that
 * a person mends the file once. Columns that mean nothing here are noted and left.
 */
export function readDrafts<C extends Columns, Draft>(
  format: Format<C, Draft>,
  table: Table,
  defaults: ImportDefaults = {},
): Imported<Draft> {
  const { places, faults: headingFaults, notes } = placesOf(format.columns, table)
  const faults: ImportFault[] = [...table.faults, ...headingFaults]
  if (headingFaults.length > 0 || table.heading.length === 0) return { rows: [], faults, notes }
  const rows: ImportedRow<Draft>[] = []
  const seen = new Set<string>()
  for (const tableRow of table.rows) {
    if (faults.length >= importFaultsMax) break
    const read = readRow(format, { tableRow, table, places, defaults })
    faults.push(...read.faults)
    if (read.draft === undefined) continue
    const key = format.key(read.draft)
    if (seen.has(key)) faults.push(fault({ row: tableRow.row, code: 'row-twice', value: key }))
    else rows.push({ row: tableRow.row, value: read.draft })
    seen.add(key)
  }
  if (table.rows.length === 0 && faults.length === 0) faults.push(fault({ row: 1, code: 'no-rows' }))
  return { rows, faults, notes }
}

type Places<C extends Columns> = ReadonlyMap<keyof C & string, number>

function placesOf<C extends Columns>(columns: C, table: Table) {
  const find = headingFinder(columns)
  const places = new Map<keyof C & string, number>()
  const faults: ImportFault[] = []
  const notes: ImportNote[] = []
  for (const [index, heading] of table.heading.entries()) {
    const key = find(heading)
    if (key === undefined) {
      if (heading.trim() !== '') notes.push({ row: 1, column: heading, code: 'column-ignored' })
    } else if (places.has(key))
      faults.push(fault({ row: 1, column: heading, code: 'column-twice', value: heading }))
    else places.set(key, index)
  }
  for (const [key, { needed }] of table.heading.length === 0 ? [] : Object.entries(columns)) {
    if (needed === 'required' && !places.has(key))
      faults.push(fault({ row: 1, column: key, code: 'column-missing' }))
  }
  return { places, faults, notes }
}

interface RowAt<C extends Columns> {
  readonly tableRow: TableRow
  readonly table: Table
  readonly places: Places<C>
  readonly defaults: ImportDefaults
}

function readRow<C extends Columns, Draft>(
  format: Format<C, Draft>,
  { tableRow, table, places, defaults }: RowAt<C>,
) {
  const faults: ImportFault[] = []
  const textAt = (key: keyof C & string) => tableRow.cells[places.get(key) ?? -1] ?? ''
  const say = (key: keyof C & string, code: ImportFaultCode): undefined => {
    const column = table.heading[places.get(key) ?? -1] ?? key
    const value = textAt(key)
    faults.push(fault({ row: tableRow.row, column, code, ...(value !== '' && { value }) }))
  }
  const take = <Value>(key: keyof C & string, meaning: Meaning<Value>): Value | undefined => {
    return 'value' in meaning ? meaning.value : say(key, meaning.fault)
  }
  const values: Record<string, unknown> = {}
  for (const [key, { needed, read }] of Object.entries(format.columns)) {
    const text = textAt(key)
    if (text !== '') values[key] = take(key, read(text))
    else if (needed === 'required') say(key, 'value-missing')
  }
  if (faults.length > 0) return { draft: undefined, faults }
  const draft = format.draft(values as RowOf<C>, { defaults, say, take })
  return { draft: faults.length > 0 ? undefined : draft, faults }
}
