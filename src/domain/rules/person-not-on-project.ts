import type { Rule } from '../bookingFacts.ts'

/** The one who will use the instrument is on the project on that day, whoever books. */
export const personNotOnProject: Rule = (request, facts) =>
  facts.project !== null && !facts.personOnProject
    ? { code: 'person-not-on-project', projectId: facts.project.id, personId: request.personId }
    : undefined
