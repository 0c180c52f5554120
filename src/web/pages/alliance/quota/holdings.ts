import type { Account, Lot } from '../../../api/queries/accounts.ts'
import type { LedgerWithPeriods, Period } from '../../../api/queries/ledgers.ts'
import { instantOf } from '../../../time.ts'

export const COLUMNS = ['granted', 'available', 'held', 'used', 'forfeited', 'expired', 'carried'] as const
export type Column = (typeof COLUMNS)[number]

/** What an account has in one period; null is not told to the reader. */
export type Holding = { readonly account: Account } & { readonly [Key in Column]: number | null }

const ORDER = ['reserve', 'institution', 'external', 'group', 'project']

/** Accounts with quota in a period: the reserve first, then institutions, then those within them. */
export function holdingsOf(accounts: readonly Account[], periodId: string): Holding[] {
  return accounts
    .flatMap(account => {
      const lots = account.lots.filter(lot => lot.periodId === periodId)
      return lots.length === 0 ? [] : [{ account, ...sumsOf(lots) }]
    })
    .toSorted((a, b) => rank(a) - rank(b))
}

const rank = ({ account }: Holding) => ORDER.indexOf(account.holderKind)

const sumsOf = (lots: readonly Lot[]) =>
  Object.fromEntries(COLUMNS.map(column => [column, addedUp(lots.map(lot => lot[column]))])) as {
    readonly [Key in Column]: number | null
  }

/** A sum of which a part is not told is not told. */
export function addedUp(parts: readonly (number | null)[]): number | null {
  let sum = 0
  for (const part of parts) {
    if (part === null) return null
    sum += part
  }
  return sum
}

/** What is left; where that is not told, what was granted less the use that is. */
export const leftOf = ({ available, granted, used, forfeited, expired, carried }: Holding): number =>
  available ?? (granted ?? 0) - (used ?? 0) - (forfeited ?? 0) - (expired ?? 0) - (carried ?? 0)

/** The period in which a moment lies. */
export const periodAt = ({ periods }: LedgerWithPeriods, at: number): Period | undefined =>
  periods.find(({ start, end }) => instantOf(start) <= at && at < instantOf(end))
