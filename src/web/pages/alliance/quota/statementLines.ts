import type { StatementRow } from '../../../api/queries/accounts.ts'

export type OwnRow = Omit<Extract<StatementRow, { readonly op: string }>, 'seq'> & {
  /** Null while the row waits for its seal. */
  readonly seq: number | null
}

/** Rows of other accounts that follow one another: no more is told than that they are there. */
export interface Gap {
  readonly from: number
  readonly to: number
}

export type StatementLine =
  { readonly kind: 'own'; readonly row: OwnRow } | { readonly kind: 'gap'; readonly gap: Gap }

/** A statement with the rows of others drawn together. */
export function linesOf(
  rows: readonly StatementRow[],
  unsealed: readonly Omit<OwnRow, 'seq'>[],
): StatementLine[] {
  const lines: StatementLine[] = []
  for (const row of rows) {
    const last = lines.at(-1)
    if ('op' in row) lines.push({ kind: 'own', row })
    else if (last?.kind === 'gap')
      lines[lines.length - 1] = { kind: 'gap', gap: { from: last.gap.from, to: row.seq } }
    else lines.push({ kind: 'gap', gap: { from: row.seq, to: row.seq } })
  }
  return [...lines, ...unsealed.map(row => ({ kind: 'own' as const, row: { ...row, seq: null } }))]
}

/** How much of each row has been reversed, by its id. */
export function reversedIn(lines: readonly StatementLine[]): ReadonlyMap<string, number> {
  const reversed = new Map<string, number>()
  for (const line of lines) {
    if (line.kind === 'gap' || line.row.reversalOf === null) continue
    const { reversalOf, amount } = line.row
    reversed.set(reversalOf, (reversed.get(reversalOf) ?? 0) + amount)
  }
  return reversed
}
