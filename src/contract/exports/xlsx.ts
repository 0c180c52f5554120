import { strict as assert } from 'node:assert'
import writeWorkbook from 'write-excel-file/node'
import type { ExportCell, ExportRow } from './cell.ts'

export interface Sheet {
  /** At most 31 characters, none of \ / ? * [ ] : */
  readonly name: string
  readonly heading: readonly string[]
  readonly rows: readonly ExportRow[]
}

/** A sheet ends here; more rows go to CSV. */
const sheetRowsMax = 1_048_575

/**
 * Writes a workbook with bold, frozen headings. Text is stored as text, so formulas cannot arise and no
 * guard is needed; every character comes back exactly, control characters too.
 */
export async function writeXlsx(sheets: readonly Sheet[]): Promise<Buffer> {
  assert(
    sheets.every(sheet => sheet.rows.length <= sheetRowsMax),
    'a sheet has an end',
  )
  return writeWorkbook(
    sheets.map(sheet => ({
      sheet: sheet.name,
      stickyRowsCount: 1,
      columns: sheet.heading.map(title => ({ width: Math.max(columnWidthMin, title.length * 2 + 2) })),
      data: [
        sheet.heading.map(title => ({ value: escaped(title), type: String, fontWeight: 'bold' as const })),
        ...sheet.rows.map(row => row.map(workbookCell)),
      ],
    })),
  ).toBuffer()
}

const columnWidthMin = 12

function workbookCell(cell: ExportCell) {
  if (cell === null || cell === '') return null
  if (typeof cell === 'string') return { value: escaped(cell), type: String }
  return cell
}

/** What XML cannot hold or changes on the way (CR becomes LF), and what looks like such an escape already. */
// oxlint-disable-next-line no-control-regex -- control characters are the point
const toEscape = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)/gu

/** Writes such characters as `_xHHHH_` (ECMA-376, ST_Xstring), which every reader takes back. */
function escaped(text: string): string {
  assert(text.isWellFormed(), 'the database holds well-formed Unicode only')
  const clean = text.replaceAll(toEscape, escape)
  // The writer keeps its strings as keys of a plain object and loses those every object has.
  return clean in Object.prototype ? escape(clean.charAt(0)) + clean.slice(1) : clean
}

const escape = (character: string) =>
  `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
