import type { Rule } from '../bookingFacts.ts'

/** Some sharing term in force opens the instrument to the booker's institution. */
export const notShared: Rule = (_request, facts) =>
  facts.term === null
    ? { code: 'not-shared', instrumentId: facts.instrument.id, institutionId: facts.holder.institutionId }
    : undefined
