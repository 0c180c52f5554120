import type { Rule } from '../bookingFacts.ts'

/** Observers, government members among them, see an alliance's instruments but do not book them. */
export const noBookingRight: Rule = (_request, facts) => {
  const { membership, holder } = facts
  if (membership === null || membership.right === 'full' || holder.institutionId === null) return undefined
  return { code: 'no-booking-right', allianceId: membership.allianceId, institutionId: holder.institutionId }
}
