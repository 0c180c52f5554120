import type { Schema } from '../../../api/schemas.ts'
import type { Share } from './shares.ts'

/** Lines of a pasted table at most, as many as one grant takes. */
const linesMax = 1_000

export type FaultKind = 'unknown' | 'ambiguous' | 'notANumber' | 'twice'

/** A line that could not be read, counted from 1. */
export interface PastedFault {
  readonly line: number
  readonly kind: FaultKind
  readonly words: string
}

export interface Pasted {
  readonly shares: readonly Share[]
  readonly faults: readonly PastedFault[]
}

/**
 * Reads two columns copied out of a spreadsheet: who, by name or code, and how much. The first line may be a
 * heading. Numbers may have groups of thousands.
 *
 * @param unitsOf - the ledger's whole units for a number as people write it.
 */
export function readPasted(
  text: string,
  members: readonly Schema<'Institution'>[],
  unitsOf: (typed: number) => number,
): Pasted {
  const index = indexOf(members)
  const shares: Share[] = []
  const faults: PastedFault[] = []
  const seen = new Set<string>()
  for (const [at, line] of text.split(/\r?\n/u).slice(0, linesMax).entries()) {
    if (line.trim() === '') continue
    const { who, amount } = cellsOf(line)
    const ids = index.get(folded(who)) ?? new Set<string>()
    const [institutionId] = ids
    const typed = numberOf(amount)
    // A heading names nobody and no number.
    if (at === 0 && institutionId === undefined && typed === null) continue
    const say = (kind: FaultKind, words: string) => faults.push({ line: at + 1, kind, words })
    if (institutionId === undefined) say('unknown', who)
    else if (ids.size > 1) say('ambiguous', who)
    else if (seen.has(institutionId)) say('twice', who)
    else if (typed === null || unitsOf(typed) < 1) say('notANumber', amount)
    else shares.push({ institutionId, amount: unitsOf(typed) })
    if (institutionId !== undefined) seen.add(institutionId)
  }
  return { shares, faults }
}

/** Names and codes of members, each with whom it may mean. */
function indexOf(members: readonly Schema<'Institution'>[]): ReadonlyMap<string, ReadonlySet<string>> {
  const index = new Map<string, Set<string>>()
  for (const { id, name, nameEn, uscc, ror, ownId } of members) {
    for (const word of [id, name, nameEn, uscc, ror, ownId]) {
      if (word === null) continue
      const known = index.get(folded(word)) ?? new Set()
      index.set(folded(word), known.add(id))
    }
  }
  return index
}

const folded = (words: string) => words.normalize('NFKC').trim().toLowerCase()

/** Spreadsheets put tabs between cells; by hand people write a comma, or blanks before the number. */
function cellsOf(line: string): { readonly who: string; readonly amount: string } {
  const split =
    /^([^\t]*)\t\s*([^\t]*)/u.exec(line) ??
    /^(.*?)[,，;；]\s*([^,，;；]*(?:,\d{3})*(?:\.\d+)?)\s*$/u.exec(line) ??
    /^(.*?)\s+(\S+)\s*$/u.exec(line)
  return { who: (split?.[1] ?? line).trim(), amount: (split?.[2] ?? '').trim() }
}

function numberOf(cell: string): number | null {
  const plain = cell.normalize('NFKC').replace(/(?<=\d),(?=\d{3}\b)/gu, '')
  return /^\d+(?:\.\d+)?$/u.test(plain) ? Number(plain) : null
}
