import type { PolicyRules } from './policy.ts'
import { type Seconds, seconds } from './units.ts'

/** How the time of a run divides: preparation, measurement, post-processing and idle (待机). */
export interface RunPhases {
  readonly prepSeconds: Seconds
  readonly runSeconds: Seconds
  readonly postSeconds: Seconds
  readonly idleSeconds: Seconds
}

/**
 * The phases of a run that nobody has divided: preparation and post-processing as the policy says, as far as
 * the time goes, the rest measurement. Idle time is only ever entered by hand or by a meter.
 */
export function phasesOf(
  usedSeconds: Seconds,
  rules: Pick<PolicyRules, 'prepSeconds' | 'postSeconds'>,
): RunPhases {
  const prepSeconds = Math.min(rules.prepSeconds, usedSeconds)
  const postSeconds = Math.min(rules.postSeconds, usedSeconds - prepSeconds)
  return {
    prepSeconds: seconds(prepSeconds),
    runSeconds: seconds(usedSeconds - prepSeconds - postSeconds),
    postSeconds: seconds(postSeconds),
    idleSeconds: seconds(0),
  }
}

/** Effective machine time (有效机时): preparation, measurement and necessary post-processing, never idle. */
export function effectiveSeconds(phases: RunPhases): Seconds {
  return seconds(phases.prepSeconds + phases.runSeconds + phases.postSeconds)
}
