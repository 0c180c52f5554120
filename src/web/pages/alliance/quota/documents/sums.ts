import type { GrantedRow } from '../../../../api/queries/grants.ts'
import type { LedgerWithPeriods } from '../../../../api/queries/ledgers.ts'
import { useStaffWords } from '../../../../words/words.tsx'
import { useLocale } from '../../../../words/writing.ts'
import { amountText, type UnitWords } from '../../../../quota/amounts.ts'

/** What is left to reverse of some rows, added up per unit: hours and days do not add up. */
export function useSums(ledgers: readonly LedgerWithPeriods[]): (rows: readonly GrantedRow[]) => string {
  const { quota } = useStaffWords()
  const locale = useLocale()
  return rows => {
    const sums = new Map<string, number>()
    for (const { ledgerId, amount, reversed } of rows) {
      const unit = ledgers.find(({ id }) => id === ledgerId)?.unit ?? ''
      sums.set(unit, (sums.get(unit) ?? 0) + amount - reversed)
    }
    const units = quota.unitOf as UnitWords
    return [...sums].map(([unit, sum]) => amountText(sum, { unit, locale, units })).join(' + ')
  }
}
