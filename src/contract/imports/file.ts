import { readCsv } from './csv.ts'
import type { Table } from './table.ts'
import { readXlsx } from './xlsx.ts'

/** Every zip archive, and so every XLSX workbook, begins with these bytes. */
const archiveStart = Buffer.from('PK\u0003\u0004', 'latin1')

/**
 * Reads an uploaded or named file, CSV or XLSX, told apart by its first bytes: names and media types lie.
 * Never throws for what the file holds.
 */
export async function readTable(bytes: Uint8Array): Promise<Table> {
  const isArchive = archiveStart.equals(bytes.subarray(0, archiveStart.length))
  return isArchive ? readXlsx(bytes) : readCsv(bytes)
}
