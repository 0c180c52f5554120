import { strict as assert } from 'node:assert'
import { digestOf, nextHead, type TransferFields } from './chain.ts'
import { LOT_COLUMNS, type LotColumns, Replay } from './replay.ts'

/** A point of a ledger's chain: after so many rows the hash is this. */
export interface Head {
  readonly seq: number
  readonly hash: string
}

/** A row that the reader may see, with the salt that proves it. */
export interface OwnRow extends TransferFields {
  readonly seq: number
  readonly salt: string
  readonly digest: string
}

/** Any other row of the ledger: nobody's amount, time or id. */
export interface HiddenRow {
  readonly seq: number
  readonly digest: string
}

export type StatementRow = OwnRow | HiddenRow

export interface LotFigures extends LotColumns {
  readonly lotId: string
}

/** A stretch of a ledger's chain, as one account may see it. */
export interface Statement {
  readonly ledgerId: string
  readonly accountId: string
  /** The chain before the first row and after the last one. */
  readonly from: Head
  readonly to: Head
  /** The newest point of the chain when the statement was made. */
  readonly head: Head
  readonly rows: readonly StatementRow[]
  /** Own rows that the sealer has not reached yet; only where the statement goes to the head. */
  readonly unsealed: readonly Omit<OwnRow, 'seq'>[]
  /** The account's figures; only in a statement that goes to the head and shows all the account's rows. */
  readonly lots: readonly LotFigures[] | null
}

/** What a statement gets wrong: the row where it shows, or the lot. */
export type StatementFault =
  | { readonly kind: 'sequence' | 'digest' | 'other-ledger'; readonly seq: number }
  | { readonly kind: 'chain' | 'head'; readonly expected: string; readonly found: string }
  | {
      readonly kind: 'balance'
      readonly lotId: string
      readonly column: string
      readonly rows: number
      readonly told: number
    }

export const isOwn = (row: StatementRow): row is OwnRow => 'salt' in row

/**
 * Proves a statement without asking anyone: every row the reader may see has the digest that its fields give,
 * the digests chain without a gap from one head to the other, and, where the statement is whole, the rows add
 * up to the figures told. Pure; an empty answer is a proof.
 */
export function verifyStatement(statement: Statement): StatementFault[] {
  const faults: StatementFault[] = []
  let head = statement.from
  for (const row of statement.rows) {
    if (row.seq !== head.seq + 1) faults.push({ kind: 'sequence', seq: row.seq })
    if (isOwn(row)) faults.push(...faultsOfRow(row, statement.ledgerId))
    head = { seq: row.seq, hash: nextHead(head.hash, row.seq, row.digest) }
  }
  const { to } = statement
  if (head.hash !== to.hash || head.seq !== to.seq)
    faults.push({ kind: 'chain', expected: head.hash, found: to.hash })
  if (to.seq === statement.head.seq && to.hash !== statement.head.hash) {
    faults.push({ kind: 'head', expected: to.hash, found: statement.head.hash })
  }
  const { lots } = statement
  if (statement.from.seq === 0 && lots !== null) faults.push(...faultsOfBalances(statement, lots))
  return faults
}

/** Puts the pages of one statement together; asserts that each begins where the one before ended. */
export function joinStatements(pages: readonly Statement[]): Statement {
  const first = pages[0]
  const last = pages.at(-1)
  assert(first !== undefined && last !== undefined, 'a statement has a page')
  for (const [index, page] of pages.slice(1).entries()) {
    assert(pages[index]?.to.seq === page.from.seq, 'pages of a statement follow one another')
  }
  return { ...last, from: first.from, rows: pages.flatMap(page => page.rows) }
}

function faultsOfRow(row: OwnRow, ledgerId: string): StatementFault[] {
  const faults: StatementFault[] = []
  if (digestOf(row, row.salt) !== row.digest) faults.push({ kind: 'digest', seq: row.seq })
  if (row.ledgerId !== ledgerId) faults.push({ kind: 'other-ledger', seq: row.seq })
  return faults
}

function faultsOfBalances(statement: Statement, lots: readonly LotFigures[]): StatementFault[] {
  const own = [...statement.rows.filter(isOwn), ...statement.unsealed]
  const byId = new Map(own.map(row => [row.id, row]))
  const replay = new Replay()
  for (const row of own) replay.apply(row, byId.get(row.pendingId ?? row.reversalOf ?? ''))
  return lots.flatMap(told => {
    const rows = replay.columnsOf(told.lotId)
    return LOT_COLUMNS.filter(column => rows[column] !== told[column]).map(column => ({
      kind: 'balance' as const,
      lotId: told.lotId,
      column,
      rows: rows[column],
      told: told[column],
    }))
  })
}
