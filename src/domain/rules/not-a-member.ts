import type { Rule } from '../bookingFacts.ts'

/** Time booked through an alliance is for its members of that day, and partners where a term names them. */
export const notAMember: Rule = (request, facts) => {
  const allianceId = facts.agreement?.allianceId ?? request.allianceId
  if (allianceId === null || facts.membership !== null || facts.term?.audience === 'partners')
    return undefined
  return { code: 'not-a-member', allianceId, on: facts.startDay }
}
