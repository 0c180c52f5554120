import type { Rule } from '../bookingFacts.ts'

/**
 * Booking for someone else (代约) is open where the policy says so, to those who share the project or
 * institution that pays, and to staff.
 */
export const onBehalfNotAllowed: Rule = (request, facts) => {
  if (request.personId === request.bookedById || facts.staff) return undefined
  if (facts.rules.onBehalf === 'allowed' && facts.bookerShares) return undefined
  return { code: 'on-behalf-not-allowed', forPersonId: request.personId }
}
