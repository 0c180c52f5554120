import { stringify } from 'csv-stringify/sync'
import type { ExportCell, ExportRow } from './cell.ts'
import { withFormulaGuard } from './formulaGuard.ts'

export interface CsvOptions {
  /** 'put' for downloads that a spreadsheet opens: without it Excel takes UTF-8 for the local code page. */
  readonly byteOrderMark: 'put' | 'left-out'
}

/** Rows turned to text at a time: enough to be quick, few enough that a million rows need no memory. */
const rowsPerChunk = 500

/**
 * Writes CSV (RFC 4180, CRLF, UTF-8 text), a chunk of rows at a time. Text that a spreadsheet would run
 * as a formula gets a leading apostrophe; numbers stay numbers, -5 too.
 *
 * Text without well-formed Unicode must not come here: the database holds none.
 */
export function* csvChunks(
  heading: readonly string[],
  rows: Iterable<ExportRow>,
  options: CsvOptions,
): Generator<string> {
  if (options.byteOrderMark === 'put') yield '\uFEFF'
  let chunk: ExportRow[] = [heading]
  for (const row of rows) {
    chunk.push(row)
    if (chunk.length < rowsPerChunk) continue
    yield csvLines(chunk)
    chunk = []
  }
  if (chunk.length > 0) yield csvLines(chunk)
}

/** The same for rows that come one page after the other from a database. */
export async function* csvChunksOf(
  heading: readonly string[],
  pages: AsyncIterable<readonly ExportRow[]>,
  options: CsvOptions,
): AsyncGenerator<string> {
  yield* csvChunks(heading, [], options)
  for await (const page of pages) {
    for (let start = 0; start < page.length; start += rowsPerChunk) {
      yield csvLines(page.slice(start, start + rowsPerChunk))
    }
  }
}

function csvLines(rows: readonly ExportRow[]): string {
  return stringify(
    rows.map(row => row.map(cellText)),
    {
      record_delimiter: '\r\n',
      // Blanks at the edges survive readers that trim, and a lone empty cell is not an empty line.
      quoted_match: /^\s|\s$|^$/u,
    },
  )
}

function cellText(cell: ExportCell): string | null {
  if (cell === null) return null
  return typeof cell === 'string' ? withFormulaGuard(cell) : String(cell)
}
