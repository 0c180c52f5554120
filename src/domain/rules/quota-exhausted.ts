import type { Rule } from '../bookingFacts.ts'
import { planLegs } from '../ledger/legs.ts'

/**
 * Where quota counts, the period is open and, where it is enforced, some account can hold the whole booking.
 */
export const quotaExhausted: Rule = (request, facts) => {
  if (facts.quota === null) return undefined
  const plan = planLegs(request, facts)
  return plan.kind === 'refused' ? plan.refusal : undefined
}
