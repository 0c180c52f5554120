import type { Rule } from '../bookingFacts.ts'

/** An agreement binds some of the members only, and only between its dates. */
export const notAParty: Rule = (_request, facts) => {
  const { agreement, holder, startDay } = facts
  if (agreement === null) return undefined
  const inForce =
    agreement.startsOn <= startDay && (agreement.endsOn === null || startDay <= agreement.endsOn)
  const party = holder.institutionId !== null && agreement.partyIds.includes(holder.institutionId)
  if (inForce && party) return undefined
  return { code: 'not-a-party', agreementId: agreement.id, institutionId: holder.institutionId ?? '' }
}
