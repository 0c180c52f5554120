import type { ProjectFacts } from './bookingFacts.ts'
import type { Day } from './units.ts'

/** A project that a person is a member of, with their group's default. */
export interface EligibleProject extends ProjectFacts {
  readonly defaultProjectId: string | null
}

/** Both dates count. */
export const runsOn = ({ startsOn, endsOn }: Pick<ProjectFacts, 'startsOn' | 'endsOn'>, day: Day) =>
  startsOn <= day && (endsOn === null || day <= endsOn)

/**
 * The project that pays when none is named: the person's only one that runs on the day, else the group's
 * default among them; undefined where they must say. Where none runs, so among all of them, so that the
 * refusal can say which one has ended.
 */
export function chooseProject<Project extends EligibleProject>(
  eligible: readonly Project[],
  day: Day,
): Project | undefined {
  const running = eligible.filter(project => runsOn(project, day))
  const candidates = running.length > 0 ? running : eligible
  return candidates.length === 1
    ? candidates[0]
    : candidates.find(project => project.id === project.defaultProjectId)
}
