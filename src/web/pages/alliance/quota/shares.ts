/** So many whole units of a ledger for one member. */
export interface Share {
  readonly institutionId: string
  readonly amount: number
}

/** Shares out a total equally; what does not divide goes one unit each from the first on. */
export const equalShares = (total: number, institutionIds: readonly string[]): Share[] =>
  weightedShares(
    total,
    institutionIds.map(institutionId => ({ institutionId, weight: 1 })),
  )

export interface Weight {
  readonly institutionId: string
  readonly weight: number
}

/**
 * Shares out a total by weight, to the unit: each gets its part rounded down, and what is left goes to the
 * largest parts cut off, the first of equals. Who has no weight gets nothing.
 */
export function weightedShares(total: number, weights: readonly Weight[]): Share[] {
  const counted = weights.filter(({ weight }) => weight > 0)
  const sum = counted.reduce((all, { weight }) => all + weight, 0)
  if (sum === 0 || !Number.isSafeInteger(total) || total < 1) return []
  const parts = counted.map(({ institutionId, weight }) => {
    const exact = (total * weight) / sum
    return { institutionId, amount: Math.floor(exact), cutOff: exact - Math.floor(exact) }
  })
  const left = total - parts.reduce((all, { amount }) => all + amount, 0)
  const first = parts.toSorted((a, b) => b.cutOff - a.cutOff).slice(0, left)
  return parts
    .map(part => ({
      institutionId: part.institutionId,
      amount: part.amount + (first.includes(part) ? 1 : 0),
    }))
    .filter(({ amount }) => amount > 0)
}

/** What each was granted before times a factor, rounded down to whole units. */
export const factorShares = (earlier: readonly Share[], factor: number): Share[] =>
  Number.isFinite(factor) && factor > 0
    ? earlier
        .map(({ institutionId, amount }) => ({ institutionId, amount: Math.floor(amount * factor) }))
        .filter(({ amount }) => amount > 0)
    : []
