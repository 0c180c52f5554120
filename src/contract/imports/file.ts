import { readCsv } from './csv.ts'
import { type NamedTable, readXlsx } from './xlsx.ts'

/** Every zip archive, and so every XLSX workbook, begins with these bytes. */
const archiveStart = Buffer.from('PK\u0003\u0004', 'latin1')

/**
 * Reads an uploaded or named file, CSV or XLSX, told apart by its first bytes: names and media types lie.
 * Never throws for what the file holds.
 *
 * @returns at least one table; a CSV file is one without a sheet's name.
 */
export async function readTables(bytes: Uint8Array): Promise<readonly NamedTable[]> {
  const isArchive = archiveStart.equals(bytes.subarray(0, archiveStart.length))
  return isArchive ? readXlsx(bytes) : [{ sheet: undefined, table: readCsv(bytes) }]
}
