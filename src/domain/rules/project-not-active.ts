import type { Rule } from '../bookingFacts.ts'

/** The project runs on the day the booking starts; both its dates count. */
export const projectNotActive: Rule = (_request, facts) => {
  const { project, startDay } = facts
  if (project === null) return undefined
  const active = project.startsOn <= startDay && (project.endsOn === null || startDay <= project.endsOn)
  return active ? undefined : { code: 'project-not-active', projectId: project.id, on: startDay }
}
