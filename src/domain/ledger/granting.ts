import type { Amount } from '../units.ts'

/** What a ledger counts: place-seconds, place-days, or pieces. Frozen for the life of the ledger. */
export const LEDGER_UNITS = ['second', 'day', 'sample'] as const
export type LedgerUnit = (typeof LEDGER_UNITS)[number]

/** Who can hold quota. The reserve is the alliance's own; external is an institution outside membership. */
export const HOLDER_KINDS = ['reserve', 'institution', 'group', 'project', 'external'] as const
export type HolderKind = (typeof HOLDER_KINDS)[number]

export interface QuotaHolder {
  readonly kind: HolderKind
  readonly id: string
}

/**
 * One line of a grant: so many units from one holder to another. Null is the supply, which only fills the
 * reserve.
 */
export interface GrantLine {
  readonly from: QuotaHolder | null
  readonly to: QuotaHolder
  readonly amount: Amount
}

export const grantLinesMax = 1_000

/** Units of one line at most, so that no sum over a batch or a year leaves the safe integers. */
export const grantAmountMax = 1_000_000_000_000

/** As what a line is posted and under which right it is decided; undefined where units do not go that way. */
export function lineKindOf(line: GrantLine): 'grant' | 'suballocate' | undefined {
  const { from, to } = line
  if (from === null) return to.kind === 'reserve' ? 'grant' : undefined
  switch (from.kind) {
    case 'reserve':
      return to.kind === 'reserve' ? undefined : 'grant'
    case 'institution':
      return to.kind === 'group' || to.kind === 'project' ? 'suballocate' : undefined
    case 'group':
      return to.kind === 'project' ? 'suballocate' : undefined
    case 'project':
    case 'external':
      return undefined
    default:
      return from.kind satisfies never
  }
}
