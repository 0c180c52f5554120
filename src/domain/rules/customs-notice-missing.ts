import type { Rule } from '../bookingFacts.ts'

/**
 * A duty-free imported instrument serves other legal persons under customs supervision: until that ends, the
 * customs notice number goes with each outside booking.
 */
export const customsNoticeMissing: Rule = (request, facts) => {
  const { customsSupervisedUntil, institutionId } = facts.instrument
  if (customsSupervisedUntil === null || facts.startDay > customsSupervisedUntil) return undefined
  if (facts.holder.institutionId === institutionId) return undefined
  const notice = request.details['customsNotice']
  if (typeof notice === 'string' && notice.trim() !== '') return undefined
  return { code: 'customs-notice-missing', supervisedUntil: customsSupervisedUntil }
}
