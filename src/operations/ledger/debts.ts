import { type Amount, amount } from '../../domain/units.ts'
import type { Tx } from '../../store/database.ts'
import { findPeriod } from '../../store/ledger/ledgers.ts'
import { availableIn, type LotRow } from '../../store/ledger/lots.ts'

/** What is owed in one lot. */
interface Debt {
  readonly lotId: string
  readonly owed: Amount
}

/** What goes to one lot. */
interface Part {
  readonly lotId: string
  readonly amount: Amount
}

/** The debts (超用待补) among a holder's lots, oldest first; those of closed periods can no longer be repaid. */
export async function debtsOf(tx: Tx, lots: readonly LotRow[]): Promise<Debt[]> {
  const owing = lots.filter(lot => lot.kind === 'debt' && availableIn(lot) < 0)
  const debts: Debt[] = []
  for (const lot of owing.toSorted((a, b) => a.validFrom - b.validFrom || (a.id < b.id ? -1 : 1))) {
    const period = await findPeriod(tx, lot.periodId)
    if (period?.state !== 'closed') debts.push({ lotId: lot.id, owed: amount(-availableIn(lot)) })
  }
  return debts
}

/**
 * Splits what a holder is given: debts first, the rest to the lot it was meant for. Parts add up to the
 * whole.
 */
export function repaying(debts: readonly Debt[], given: Part): Part[] {
  const parts: Part[] = []
  let left: number = given.amount
  for (const { lotId, owed } of debts) {
    const repaid = Math.min(left, owed)
    if (repaid > 0) parts.push({ lotId, amount: amount(repaid) })
    left -= repaid
  }
  if (left > 0) parts.push({ lotId: given.lotId, amount: amount(left) })
  return parts
}
