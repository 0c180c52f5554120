import type { Price } from './policy.ts'
import { type Amount, amount, secondsPerHour } from './units.ts'

/** Money in minor units of its currency. */
export interface Money {
  readonly minor: Amount
  readonly currency: string
}

/**
 * What units cost under a price: per hour where they are seconds, per unit otherwise. Half a minor unit
 * rounds up, once for the whole booking. Null where the price names no figure for the category.
 */
export function costOf(
  price: Price | undefined,
  of: { readonly category: string; readonly units: number; readonly unit: 'second' | 'day' },
): Money | null {
  // Not by index: a category may be called `constructor`, which every object has.
  const perUnit = new Map(Object.entries(price?.perUnitMinor ?? {})).get(of.category)
  if (price === undefined || perUnit === undefined) return null
  const scale = of.unit === 'second' ? secondsPerHour : 1
  const doubled = BigInt(perUnit) * BigInt(of.units) * 2n + BigInt(scale)
  return { minor: amount(Number(doubled / (2n * BigInt(scale)))), currency: price.currency }
}
