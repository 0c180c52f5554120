import { DateTime } from 'luxon'
import readSheets from 'read-excel-file/universal'
import { archiveFault } from './archive.ts'
import { importBytesMax } from './limits.ts'
import { failedTable, type RawCell, type Table, tableOf } from './table.ts'

/** A sheet of a workbook; a file of which nothing could be read is one without a name. */
export interface NamedTable {
  readonly sheet: string | undefined
  readonly table: Table
}

/**
 * Reads the sheets of an XLSX workbook. Cells come as text: numbers as they are written in the file, dates
 * as `2026-03-01` or, with a time of day, `2026-03-01T08:30:00` without a zone, yes/no as `true` and
 * `false`. Blanks are kept.
 *
 * A number with more digits than a spreadsheet keeps (an 18-digit code typed as a number) is a fault of
 * its cell: its last digits are lost already. Never throws for what the file holds.
 */
export async function readXlsx(bytes: Uint8Array): Promise<readonly NamedTable[]> {
  if (bytes.length > importBytesMax) return failed('file-too-large', { value: String(bytes.length) })
  const archive = Buffer.from(bytes)
  const refused = archiveFault(archive)
  if (refused !== undefined) return failed(refused)
  try {
    const sheets = await readSheets(new Blob([archive]), { trim: false, parseNumber: numberCell })
    return sheets.map(({ sheet, data }) => ({ sheet, table: tableOf(data.map(cells => cells.map(rawCell))) }))
  } catch (error) {
    if (error instanceof Error && readerErrors.includes(error.name)) return unreadable(error)
    throw error
  }
}

const failed = (...fault: Parameters<typeof failedTable>) => [
  { sheet: undefined, table: failedTable(...fault) },
]

const readerErrors = ['InvalidInputError', 'InvalidSpreadsheetError', 'SheetNotFoundError', 'XmlParseError']

/** A spreadsheet keeps 15 digits of a number. */
const exactDigits = 15
const longInteger = /^-?\d{16,}$/u
const withExponent = /e/iu

/** The number as its file writes it. */
function numberCell(text: string): RawCell {
  const number = Number(text)
  if (text.trim() === '' || !Number.isFinite(number)) return { unreadable: 'cell-unreadable', value: text }
  const isLong = Number.isInteger(number) && Math.abs(number) >= 10 ** exactDigits
  if (longInteger.test(text) || isLong) return { unreadable: 'digits-lost', value: text }
  // Sums of tenths are written with all their binary noise: 0.30000000000000004 is 0.3 on the screen.
  const hasNoise = withExponent.test(text) || text.replace(/\D/gu, '').length > exactDigits
  return hasNoise ? plainNumber(Number(number.toPrecision(exactDigits))) : text
}

const plainNumber = (number: number) =>
  number.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 })

function rawCell(cell: unknown): RawCell {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'string') return cell
  if (typeof cell === 'boolean') return String(cell)
  if (cell instanceof Date) return wallTime(cell)
  return isRaw(cell) ? cell : { unreadable: 'cell-unreadable' }
}

const isRaw = (cell: unknown): cell is RawCell =>
  typeof cell === 'object' && cell !== null && 'unreadable' in cell

/** A spreadsheet's date is a wall time kept as a fraction of days: the nearest second is what was typed. */
function wallTime(date: Date): RawCell {
  const wall = DateTime.fromMillis(Math.round(date.getTime() / 1000) * 1000, { zone: 'utc' })
  if (!wall.isValid) return { unreadable: 'cell-unreadable' }
  return wall.toMillis() % 86_400_000 === 0
    ? wall.toFormat('yyyy-MM-dd')
    : wall.toFormat("yyyy-MM-dd'T'HH:mm:ss")
}

/** The reader stops at a broken cell (`#N/A`, say) and tells where in words. */
function unreadable(error: Error): NamedTable[] {
  const place = /row (?<row>\d+), col (?<column>\d+)/u.exec(error.message)?.groups
  if (place === undefined) return failed('file-unreadable', { value: error.message })
  const { row, column } = place
  return failed('cell-unreadable', { row: Number(row), ...(column !== undefined && { column }) })
}
