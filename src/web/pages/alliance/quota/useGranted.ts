import { useAccounts } from '../../../api/queries/accounts.ts'
import type { LedgerWithPeriods, Period } from '../../../api/queries/ledgers.ts'
import { holdingsOf } from './holdings.ts'

/** What holders have been granted in a period so far; null where that is not told. */
export function useGranted(ledger: LedgerWithPeriods, period: Period): (holderId: string) => number | null {
  const accounts = useAccounts(ledger.id).data
  if (accounts === undefined) return () => null
  const holdings = holdingsOf(accounts, period.id)
  return holderId => {
    const held = holdings.find(({ account }) => account.holderId === holderId)
    return held === undefined ? 0 : held.granted
  }
}
