import type { Rule } from '../bookingFacts.ts'

/** Booking for someone else (代约) is open where the policy says so, and to staff. */
export const onBehalfNotAllowed: Rule = (request, facts) => {
  if (request.personId === request.bookedById || facts.staff || facts.rules.onBehalf === 'allowed')
    return undefined
  return { code: 'on-behalf-not-allowed', forPersonId: request.personId }
}
