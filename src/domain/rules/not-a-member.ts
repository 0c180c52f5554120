import type { Rule } from '../bookingFacts.ts'

/** Time booked through an alliance is for its members of that day. */
export const notAMember: Rule = (request, facts) => {
  const allianceId = facts.agreement?.allianceId ?? request.allianceId
  if (allianceId === null || facts.membership !== null) return undefined
  return { code: 'not-a-member', allianceId, on: facts.startDay }
}
