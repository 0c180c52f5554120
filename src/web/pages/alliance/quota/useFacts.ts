import { useAccounts } from '../../../api/queries/accounts.ts'
import type { Institution } from '../../../api/queries/institutions.ts'
import type { LedgerWithPeriods, Period } from '../../../api/queries/ledgers.ts'
import { useAmounts } from '../amounts.ts'
import { holdingsOf } from './holdings.ts'
import type { Facts } from './inputs.ts'

interface FactsOf {
  readonly ledger: LedgerWithPeriods
  readonly period: Period
  readonly members: readonly Institution[]
}

/** What bulk grants of a period rest on: its members, and what they had in the period before. */
export function useFacts({ ledger, period, members }: FactsOf): Facts {
  const { unitsOf } = useAmounts(ledger.unit)
  const accounts = useAccounts(ledger.id).data ?? []
  // The newest period comes first.
  const before = ledger.periods[ledger.periods.findIndex(({ id }) => id === period.id) + 1]
  const holdings = before === undefined ? [] : holdingsOf(accounts, before.id)
  const earlier = members.flatMap(({ id }) => {
    // What an institution passed on within itself was its own to begin with.
    const own = holdings.filter(({ account }) => account.institutionId === id)
    const amount = own.reduce((sum, { granted }) => sum + (granted ?? 0), 0)
    return amount === 0 ? [] : [{ institutionId: id, amount }]
  })
  return { members, earlier, earlierName: before?.name ?? null, unit: ledger.unit, unitsOf }
}
