import type { ImportFault, ImportFaultCode } from '../../domain/importFaults.ts'
import { faultValueLengthMax, importCellLengthMax, importColumnsMax, importRowsMax } from './limits.ts'

/** A file as text: a heading and the rows beneath that hold anything. */
export interface Table {
  readonly heading: readonly string[]
  readonly rows: readonly TableRow[]
  readonly faults: readonly ImportFault[]
}

export interface TableRow {
  /** As a spreadsheet numbers it; the heading is row 1. */
  readonly row: number
  readonly cells: readonly string[]
}

/** A cell, or the reason why it could not be read. */
export type RawCell = string | { readonly unreadable: ImportFaultCode; readonly value?: string }

/**
 * Makes a table of raw records, the first of which is the heading. Rows without content are left out,
 * keeping the others' numbers. A row with a faulty cell is left out and its faults are listed.
 */
export function tableOf(records: readonly (readonly RawCell[])[]): Table {
  if (records.length > importRowsMax + 1) return failedTable('too-many-rows', { value: `> ${importRowsMax}` })
  const [first = [], ...rest] = records
  const { cells: heading, faults: headingFaults } = cellsOf(first, 1, [])
  if (heading.length > importColumnsMax)
    return failedTable('too-many-columns', { value: `> ${importColumnsMax}` })
  const faults: ImportFault[] = [...headingFaults]
  const rows: TableRow[] = []
  for (const [index, record] of rest.entries()) {
    if (record.every(cell => cell === '')) continue
    const row = index + 2
    const read = cellsOf(record, row, heading)
    if (read.faults.length === 0) rows.push({ row, cells: read.cells })
    else faults.push(...read.faults)
  }
  return { heading, rows, faults }
}

/** A table of which nothing could be read. */
export function failedTable(
  code: ImportFaultCode,
  at: { row?: number; column?: string; value?: string } = {},
): Table {
  const { row = 0, column, value } = at
  return { heading: [], rows: [], faults: [fault({ row, column, code, value })] }
}

/** Makes a fault, with what stood in the cell cut short. */
export function fault(of: {
  readonly row: number
  readonly column?: string | undefined
  readonly code: ImportFaultCode
  readonly value?: string | undefined
}): ImportFault {
  const { row, column, code, value } = of
  return {
    row,
    ...(column !== undefined && { column }),
    code,
    ...(value !== undefined && { value: value.slice(0, faultValueLengthMax).toWellFormed() }),
  }
}

function cellsOf(record: readonly RawCell[], row: number, heading: readonly string[]) {
  const faults: ImportFault[] = []
  const cells: string[] = []
  const columns = heading.length === 0 ? record.length : heading.length
  for (const [index, cell] of record.entries()) {
    const column = heading[index] ?? String(index + 1)
    if (index >= columns && cell !== '') {
      faults.push(fault({ row, column, code: 'row-too-wide', value: textOf(cell) }))
      break
    }
    const code = cellFault(cell)
    if (code === undefined) cells.push(textOf(cell))
    else faults.push(fault({ row, column, code, value: textOf(cell) }))
  }
  return { cells, faults }
}

const textOf = (cell: RawCell) => (typeof cell === 'string' ? cell : (cell.value ?? ''))

/** Both databases hold well-formed Unicode without U+0000, and nothing else. */
function cellFault(cell: RawCell): ImportFaultCode | undefined {
  if (typeof cell !== 'string') return cell.unreadable
  if (cell.length > importCellLengthMax) return 'cell-too-long'
  if (!cell.isWellFormed() || cell.includes('\u0000')) return 'text-not-allowed'
  return undefined
}
