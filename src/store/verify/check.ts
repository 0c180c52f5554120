import type { Instant } from '../../domain/units.ts'
import type { Reader } from '../database.ts'

/**
 * What a check found that may not be: `expected` comes from the rows beneath, `found` is what stands written.
 */
export interface Fault {
  readonly fault: string
  readonly noun: string
  readonly id: string
  readonly expected: string | number | null
  readonly found: string | number | null
}

/** What every check is handed: one unchanging view of the data, the time, and whom to tell how far it is. */
export interface CheckQuestion {
  readonly reader: Reader
  readonly now: Instant
  /** Called with the number of rows read since the last call. */
  readonly advance: (rows: number) => void
}

/** One promise of the books, recomputed from the raw rows. It trusts neither triggers nor constraints. */
export type Check = (question: CheckQuestion) => AsyncIterable<Fault>

export const verifyPageRows = 2_000

/** Faults of one kind that a check lists: a table that is wrong throughout need not be printed throughout. */
export const faultsOfKindMax = 1_000

interface Pages<Key, Row> {
  /** Before the first row. */
  readonly start: Key
  /** Gives at most `verifyPageRows` rows after `key`, in a fixed order. */
  readonly read: (key: Key) => Promise<readonly Row[]>
  readonly keyOf: (row: Row) => Key
}

/** Reads a long list in pages, each beginning after the last row of the one before. */
export async function* inPages<Key, Row>(
  { start, read, keyOf }: Pages<Key, Row>,
  advance: CheckQuestion['advance'],
): AsyncGenerator<readonly Row[]> {
  let key = start
  for (;;) {
    const page = await read(key)
    advance(page.length)
    if (page.length > 0) yield page
    const last = page.at(-1)
    if (last === undefined || page.length < verifyPageRows) return
    key = keyOf(last)
  }
}

/** The same in order of id. */
export const pagesById = <Row extends { readonly id: string }>(
  read: (afterId: string) => Promise<readonly Row[]>,
  advance: CheckQuestion['advance'],
) => inPages({ start: '', read, keyOf: (row: Row) => row.id }, advance)
