import { CsvError, parse } from 'csv-parse/sync'
import { withoutFormulaGuard } from '../exports/formulaGuard.ts'
import { decodeText } from './encoding.ts'
import { importBytesMax, importRowsMax } from './limits.ts'
import { failedTable, type Table, tableOf } from './table.ts'

/**
 * Reads a CSV file (RFC 4180; LF, CRLF and CR line ends; comma, semicolon or tab) in UTF-8 or GB18030.
 *
 * The apostrophe that our exports put before formula-like text is taken off again, so that an exported
 * file comes back byte for byte. Never throws for what the file holds: it becomes a fault.
 */
export function readCsv(bytes: Uint8Array): Table {
  if (bytes.length > importBytesMax) return failedTable('file-too-large', { value: String(bytes.length) })
  const decoded = decodeText(bytes)
  if (decoded === undefined) return failedTable('encoding-unknown')
  try {
    return tableOf(recordsOf(decoded.text))
  } catch (error) {
    if (error instanceof CsvError) return malformed(error)
    throw error
  }
}

function recordsOf(text: string): string[][] {
  const records = parse(text, {
    delimiter: delimiterOf(text),
    relax_column_count: true,
    // 5" in a cell without quotes around it is what people type: it stays.
    relax_quotes: true,
    // One row more than allowed shows that there are too many.
    to: importRowsMax + 2,
  })
  return records.map(record => record.map(withoutFormulaGuard))
}

/** Spreadsheets in Macao save with semicolons, copied tables have tabs; a comma in the heading decides. */
function delimiterOf(text: string): string {
  const heading = text.slice(0, text.search(/[\r\n]|$/u))
  if (heading.includes(',')) return ','
  return ['\t', ';'].find(mark => heading.includes(mark)) ?? ','
}

function malformed(error: CsvError): Table {
  const records: unknown = error['records']
  return failedTable('csv-malformed', {
    row: typeof records === 'number' ? records + 1 : 0,
    value: error.code,
  })
}
