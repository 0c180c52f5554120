import type { z } from 'zod'
import { decodeText } from '../../contract/imports/encoding.ts'
import { importBytesMax } from '../../contract/imports/limits.ts'
import { fault } from '../../contract/imports/table.ts'
import type { Imported, ImportFault } from '../../domain/importFaults.ts'

/** A file of which nothing could be taken. */
export const nothing = <Draft>(faults: readonly ImportFault[]): Imported<Draft> => ({
  rows: [],
  faults,
  notes: [],
})

/** Reads JSON within the limits of imports; what is wrong with it is a fault of the whole file. */
export function readJson(bytes: Uint8Array): { readonly json: unknown } | { readonly fault: ImportFault } {
  if (bytes.length > importBytesMax) {
    return { fault: fault({ row: 0, code: 'file-too-large', value: String(bytes.length) }) }
  }
  const decoded = decodeText(bytes)
  if (decoded === undefined) return { fault: fault({ row: 0, code: 'encoding-unknown' }) }
  try {
    return { json: JSON.parse(decoded.text) as unknown }
  } catch (error) {
    if (error instanceof SyntaxError)
      return { fault: fault({ row: 0, code: 'file-unreadable', value: error.message }) }
    throw error
  }
}

/** What a shape found wrong in one entry of a JSON list, with the path as the column. */
export function shapeFaults(row: number, error: z.ZodError): ImportFault[] {
  return error.issues.map(issue =>
    fault({ row, column: issue.path.join('.'), code: 'not-as-documented', value: issue.message }),
  )
}

/** Small letters, digits and hyphens of a name in Latin script; `instrument` where none are left. */
export function slugOf(name: string): string {
  const kept = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-|-$/gu, '')
  return kept === '' ? 'instrument' : kept
}
