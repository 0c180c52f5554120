import { inflateRawSync } from 'node:zlib'
import { importColumnsMax, importRowsMax, importUnpackedBytesMax } from './limits.ts'

/** Why an archive is not given to the workbook reader. */
export type ArchiveFault = 'file-unreadable' | 'file-too-large' | 'too-many-rows' | 'too-many-columns'

const endSignature = 0x06054b50
const endLength = 22
const endSearchBytes = 65_557
const directorySignature = 0x02014b50
const directoryEntryLength = 46
const localSignature = 0x04034b50
const localHeaderLength = 30
const storedMethod = 0
const deflatedMethod = 8
/** Stands where a 64-bit archive keeps the number elsewhere; an import within our limits is never one. */
const elsewhere = 0xffffffff

const sheetName = /^xl\/worksheets\/[^/]+\.xml$/u
const rowNumber = /<(?:\w+:)?row\b[^>]*?\sr="(\d+)"/gu
const cellColumn = /<(?:\w+:)?c\b[^>]*?\sr="([A-Za-z]+)\d*"/gu
const lettersInAlphabet = 26
const letterBeforeA = 64

/**
 * Looks into a workbook's archive before it is read: a small file can unfold to gigabytes, and one row
 * numbered a billion makes a reader fill the gap. Unpacks every part within the budget and looks at row
 * numbers and column letters of the sheets.
 *
 * @returns undefined where the workbook may be read.
 */
export function archiveFault(archive: Buffer): ArchiveFault | undefined {
  try {
    let budgetBytes = importUnpackedBytesMax
    for (const entry of entriesOf(archive)) {
      const content = contentOf(archive, entry, budgetBytes)
      if (content === undefined) return 'file-unreadable'
      budgetBytes -= content.length
      if (budgetBytes <= 0) return 'file-too-large'
      const fault = sheetName.test(entry.name) ? sheetFault(content.toString('utf8')) : undefined
      if (fault !== undefined) return fault
    }
    return undefined
  } catch (error) {
    // Node's own errors for a cut or wrong archive; anything else is ours and goes up.
    if (error instanceof RangeError)
      return codeOf(error) === 'ERR_BUFFER_TOO_LARGE' ? 'file-too-large' : 'file-unreadable'
    if (codeOf(error)?.startsWith('Z_')) return 'file-unreadable'
    throw error
  }
}

interface Entry {
  readonly name: string
  readonly method: number
  readonly packedLength: number
  readonly unpackedLength: number
  readonly at: number
}

function* entriesOf(archive: Buffer): Generator<Entry> {
  const end = endOf(archive)
  const count = archive.readUInt16LE(end + 10)
  let at = archive.readUInt32LE(end + 16)
  for (let index = 0; index < count; index++) {
    if (archive.readUInt32LE(at) !== directorySignature) throw new RangeError('not a directory entry')
    const nameLength = archive.readUInt16LE(at + 28)
    const tailLength = archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
    const nameAt = at + directoryEntryLength
    yield {
      name: archive.toString('utf8', nameAt, nameAt + nameLength),
      method: archive.readUInt16LE(at + 10),
      packedLength: archive.readUInt32LE(at + 20),
      unpackedLength: archive.readUInt32LE(at + 24),
      at: archive.readUInt32LE(at + 42),
    }
    at = nameAt + nameLength + tailLength
  }
}

function endOf(archive: Buffer): number {
  const lowest = Math.max(0, archive.length - endSearchBytes)
  for (let at = archive.length - endLength; at >= lowest; at--) {
    if (archive.readUInt32LE(at) === endSignature) return at
  }
  throw new RangeError('an archive ends with its directory')
}

/** The entry unpacked, or undefined where the directory does not say the truth about it. */
function contentOf(archive: Buffer, entry: Entry, budgetBytes: number): Buffer | undefined {
  const { at, method, packedLength, unpackedLength } = entry
  if ([at, packedLength, unpackedLength].includes(elsewhere)) return undefined
  if (archive.readUInt32LE(at) !== localSignature) return undefined
  const start = at + localHeaderLength + archive.readUInt16LE(at + 26) + archive.readUInt16LE(at + 28)
  const packed = archive.subarray(start, start + packedLength)
  if (method === storedMethod) return packed
  if (method !== deflatedMethod) return undefined
  const content = inflateRawSync(packed, { maxOutputLength: budgetBytes })
  return content.length === unpackedLength ? content : undefined
}

function sheetFault(xml: string): ArchiveFault | undefined {
  for (const [, digits] of xml.matchAll(rowNumber)) {
    if (Number(digits) > importRowsMax + 1) return 'too-many-rows'
  }
  for (const [, letters = ''] of xml.matchAll(cellColumn)) {
    if (columnNumber(letters) > importColumnsMax) return 'too-many-columns'
  }
  return undefined
}

function columnNumber(letters: string): number {
  const upper = letters.toUpperCase()
  return Array.from(upper).reduce(
    (number, letter) => number * lettersInAlphabet + letter.charCodeAt(0) - letterBeforeA,
    0,
  )
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
