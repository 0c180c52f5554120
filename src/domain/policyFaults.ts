import {
  type FaultPath,
  type OpeningFault,
  validateOpeningHours,
  weeklyStretchesMax,
} from './openingFaults.ts'
import type { Cap, PolicyRules, Price, WeeklyStretch } from './policy.ts'
import { basisPointsWhole, seconds, secondsPerDay } from './units.ts'

/** Ten years: no length, notice or horizon of a rule is longer. */
export const ruleSecondsMax = seconds(3650 * secondsPerDay)
export const capsMax = 20
export const capLimitMax = 1_000_000_000
export const priceCategoriesMax = 50
export const priceMinorMax = 1_000_000_000_000

/** What is wrong with booking rules, as data; `path` points at the offender from the rules down. */
export type PolicyFault = OpeningFault | RuleFault

interface RuleFault {
  readonly code:
    | 'out-of-range'
    | 'too-many'
    | 'grid-not-in-day'
    | 'nothing-fits'
    | 'never-in-horizon'
    | 'attendance-not-recorded'
    | 'bad-currency'
  readonly path: FaultPath
  readonly limit?: number
  readonly given?: number | string
}

const lengths = [
  'noticeSeconds',
  'changeWindowSeconds',
  'cancelWindowSeconds',
  'checkInEarlySeconds',
  'noShowAfterSeconds',
  'prepSeconds',
  'postSeconds',
] as const satisfies readonly (keyof PolicyRules)[]

const positiveLengths = [
  'gridSeconds',
  'shortestSeconds',
  'longestSeconds',
  'horizonSeconds',
  'approvalHoldSeconds',
  'chargeStepSeconds',
] as const satisfies readonly (keyof PolicyRules)[]

const shares = ['lateCancelForfeit', 'noShowForfeit'] as const satisfies readonly (keyof PolicyRules)[]

/**
 * Finds what is wrong with booking rules: numbers out of range, hours that overlap, and rules that
 * contradict each other so that no booking could ever be made or charged.
 *
 * @returns no faults, or all of them, so that a person mends the form once.
 */
export function policyFaults(rules: PolicyRules): PolicyFault[] {
  const numbers = [
    ...lengths.flatMap(name => rangeFaults(rules[name], [name], 0, ruleSecondsMax)),
    ...positiveLengths.flatMap(name => rangeFaults(rules[name], [name], 1, ruleSecondsMax)),
    ...shares.flatMap(name => rangeFaults(rules[name], [name], 0, basisPointsWhole)),
  ]
  return [
    ...validateOpeningHours(rules.opening).map(fault => beneath(fault, 'opening')),
    ...numbers,
    ...(numbers.length > 0 ? [] : contradictions(rules)),
    ...capFaults(rules.caps),
    ...(rules.price === undefined ? [] : priceFaults(rules.price)),
  ]
}

/** Looked for only among numbers that are sound by themselves. */
function contradictions(rules: PolicyRules): RuleFault[] {
  const faults: RuleFault[] = []
  if (secondsPerDay % rules.gridSeconds !== 0) {
    faults.push({ code: 'grid-not-in-day', path: ['gridSeconds'], given: rules.gridSeconds })
  }
  const least = Math.max(
    rules.shortestSeconds,
    rules.bookingUnit === 'day' ? secondsPerDay : rules.gridSeconds,
  )
  if (rules.longestSeconds < least) {
    faults.push({ code: 'nothing-fits', path: ['longestSeconds'], limit: least, given: rules.longestSeconds })
  }
  if (rules.horizonSeconds < rules.noticeSeconds + least) {
    const limit = rules.noticeSeconds + least
    faults.push({ code: 'never-in-horizon', path: ['horizonSeconds'], limit, given: rules.horizonSeconds })
  }
  if (rules.chargeFrom === 'check-in' && rules.attendance === 'as-booked') {
    faults.push({ code: 'attendance-not-recorded', path: ['chargeFrom'], given: rules.attendance })
  }
  return faults
}

function capFaults(caps: readonly Cap[]): PolicyFault[] {
  if (caps.length > capsMax) return [{ code: 'too-many', path: ['caps'], limit: capsMax, given: caps.length }]
  return caps.flatMap((cap, index) => [
    ...rangeFaults(cap.limit, ['caps', index, 'limit'], 0, capLimitMax),
    ...rangeFaults(cap.exemptWithinSeconds ?? 0, ['caps', index, 'exemptWithinSeconds'], 0, ruleSecondsMax),
    ...windowFaults(cap.window ?? [], ['caps', index]),
  ])
}

/** A window is said in the words of weekly hours and has the same faults. */
function windowFaults(weekly: readonly WeeklyStretch[], path: FaultPath): PolicyFault[] {
  if (weekly.length > weeklyStretchesMax) {
    return [{ code: 'too-many', path: [...path, 'window'], limit: weeklyStretchesMax, given: weekly.length }]
  }
  return validateOpeningHours({ weekly, exceptions: [] }).map(fault => beneath(fault, ...path, 'window'))
}

function priceFaults({ currency, perUnitMinor }: Price): RuleFault[] {
  const categories = Object.entries(perUnitMinor)
  const path = ['price', 'perUnitMinor']
  return [
    ...(/^[A-Z]{3}$/.test(currency)
      ? []
      : [{ code: 'bad-currency', path: ['price', 'currency'], given: currency } as const]),
    ...(categories.length > priceCategoriesMax
      ? [{ code: 'too-many', path, limit: priceCategoriesMax, given: categories.length } as const]
      : categories.flatMap(([name, minor]) => rangeFaults(minor, [...path, name], 0, priceMinorMax))),
  ]
}

function rangeFaults(given: number, path: FaultPath, least: number, most: number): RuleFault[] {
  if (Number.isSafeInteger(given) && given >= least && given <= most) return []
  return [{ code: 'out-of-range', path, limit: given < least ? least : most, given }]
}

/**
 * A fault of hours seen from the rules down; `window` of a cap takes the place of the hours' own `weekly`.
 */
function beneath(fault: OpeningFault, ...above: FaultPath): OpeningFault {
  const under = (path: FaultPath) => [...above, ...(above.at(-1) === 'window' ? path.slice(1) : path)]
  return 'other' in fault
    ? { ...fault, path: under(fault.path), other: under(fault.other) }
    : { ...fault, path: under(fault.path) }
}
