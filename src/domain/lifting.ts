import type { RefusalCode } from './refusal.ts'

/** Rules of the policy: staff may set them aside with a reason. Everything else holds for everyone. */
const OVERRIDABLE: readonly RefusalCode[] = [
  'in-the-past',
  'instrument-not-open',
  'off-grid',
  'too-short',
  'too-long',
  'notice-too-short',
  'beyond-horizon',
  'cap-exceeded',
  'change-window-passed',
  'cancel-window-passed',
  'check-in-too-early',
]

export const isOverridable = (code: RefusalCode) => OVERRIDABLE.includes(code)

/** Who can do something about a refusal, nearest first; empty when nobody can. */
export function whoMayLift(code: RefusalCode): readonly string[] {
  if (isOverridable(code)) return ['lab-manager']
  switch (code) {
    case 'quota-exhausted':
    case 'no-period':
      return ['institution-admin', 'alliance-admin']
    case 'not-a-member':
    case 'no-booking-right':
    case 'not-a-party':
    case 'period-closed':
      return ['alliance-admin']
    case 'not-shared':
    case 'operating-state':
    case 'outage':
    case 'on-behalf-not-allowed':
      return ['lab-manager']
    case 'project-not-active':
    case 'person-not-on-project':
      return ['institution-admin']
    default:
      return []
  }
}
