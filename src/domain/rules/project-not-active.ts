import type { Rule } from '../bookingFacts.ts'
import { runsOn } from '../chooseProject.ts'

/** The project runs on the day the booking starts; both its dates count. */
export const projectNotActive: Rule = (_request, facts) => {
  const { project, startDay } = facts
  if (project === null) return undefined
  return runsOn(project, startDay)
    ? undefined
    : { code: 'project-not-active', projectId: project.id, on: startDay }
}
