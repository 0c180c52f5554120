import type { Rule } from '../bookingFacts.ts'

/**
 * In trial operation (试运行) only invited projects book; under construction, in research or retired nobody
 * does.
 */
export const operatingState: Rule = (_request, facts) => {
  const { operatingState: state, mayBook, invitedProjectIds } = facts.instrument
  const allowed = mayBook[state]
  if (allowed === 'everyone') return undefined
  if (facts.staff && state !== 'retired') return undefined
  if (allowed === 'invited' && facts.project !== null && invitedProjectIds.includes(facts.project.id))
    return undefined
  return { code: 'operating-state', state, mayBook: allowed }
}
