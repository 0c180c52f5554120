import { strict as assert } from 'node:assert'
import type { PolicyRules } from '../policy.ts'
import { type Amount, amount, type BasisPoints, basisPointsWhole, type Seconds, seconds } from '../units.ts'

/** Rounds up to whole steps, and to one step at least: max(step, ceil(actual / step) × step). */
export function ceilToStep(actual: Seconds, step: Seconds): Seconds {
  return seconds(Math.max(step, Math.ceil(actual / step) * step))
}

export interface ChargeQuestion {
  readonly rules: Pick<PolicyRules, 'chargeFor' | 'chargeStepSeconds'>
  readonly bookedSeconds: Seconds
  /** From start or check-in to check-out, as the policy says. */
  readonly usedSeconds: Seconds
}

/** Seconds charged for one place, rounded once for the whole run, never per day. */
export function chargedSeconds(question: ChargeQuestion): Seconds {
  const { rules, bookedSeconds, usedSeconds } = question
  const basis = {
    used: usedSeconds,
    booked: bookedSeconds,
    greater: seconds(Math.max(usedSeconds, bookedSeconds)),
  }
  return ceilToStep(basis[rules.chargeFor], rules.chargeStepSeconds)
}

/** A share of an amount, rounded down: the holder keeps the broken unit. */
export function shareOf(whole: Amount, share: BasisPoints): Amount {
  return amount(Math.floor((whole * share) / basisPointsWhole))
}

/** An open hold as a settlement sees it. */
export interface OpenHold {
  readonly transferId: string
  readonly lotId: string
  readonly amount: Amount
}

export interface Settlement {
  readonly hold: OpenHold
  readonly used: Amount
}

/**
 * Spreads what is charged over the holds in the order of time: each takes up to its amount; what is left over
 * is the over-run. Parts add up to the whole.
 */
export function settleHolds(holds: readonly OpenHold[], charged: Amount) {
  let left: number = charged
  const settlements = holds.map((hold): Settlement => {
    const used = amount(Math.min(left, hold.amount))
    left -= used
    return { hold, used }
  })
  return { settlements, overrun: amount(left) }
}

/**
 * Splits a whole by weights so that the parts add up exactly: largest remainder (Hamilton), ties by position.
 * 100 by 1:1:1 gives 34, 33, 33.
 */
export function splitByWeights(whole: Amount, weights: readonly number[]): Amount[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  assert(total > 0, 'weights have a sum')
  const exact = weights.map(weight => (BigInt(whole) * BigInt(weight)) / BigInt(total))
  const remainders = weights.map((weight, index) => ({
    index,
    rest: (BigInt(whole) * BigInt(weight)) % BigInt(total),
  }))
  const parts = exact.map(Number)
  let missing = whole - parts.reduce((sum, part) => sum + part, 0)
  for (const { index } of remainders.toSorted((a, b) => Number(b.rest - a.rest) || a.index - b.index)) {
    if (missing === 0) break
    parts[index] = (parts[index] as number) + 1
    missing -= 1
  }
  return parts.map(amount)
}
