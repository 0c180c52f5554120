import type { Rule } from '../bookingFacts.ts'

/** A person on several projects says which one pays. */
export const projectUnclear: Rule = (_request, facts) =>
  facts.unclearProjectIds.length > 0
    ? { code: 'project-unclear', eligibleProjectIds: facts.unclearProjectIds }
    : undefined
