import { DEFAULT_POLICY } from '../../../../domain/policyDefaults.ts'
import type { Policy } from '../../../api/queries/policies.ts'
import { isTime } from '../clockText.ts'

export type Rules = Policy['rules']
export type Weekly = Rules['opening']['weekly']
export type Exception = Rules['opening']['exceptions'][number]
export type Stretch = Exception['open'][number]
export type Cap = Rules['caps'][number]

export interface RulesProps {
  readonly rules: Rules
  /** Replaces what is given and keeps the rest. */
  readonly onChange: (changes: Partial<Rules>) => void
}

/** The rules that a lab begins with. */
export const usualRules: Rules = {
  ...DEFAULT_POLICY,
  opening: { weekly: [...DEFAULT_POLICY.opening.weekly], exceptions: [] },
  caps: [],
}

const areTimes = (stretches: readonly Stretch[]) =>
  stretches.every(({ from, to }) => isTime(from) && isTime(to))

/** Whether nothing is left empty, so that the rules can be sent. What they say, the service judges. */
export function areFilled(rules: Rules): boolean {
  const { opening, caps, price } = rules
  const numbers = [
    ...Object.values(rules).filter(value => typeof value === 'number'),
    ...caps.flatMap(cap => [cap.limit, cap.exemptWithinSeconds ?? 0]),
    ...Object.values(price?.perUnitMinor ?? {}),
  ]
  return (
    numbers.every(Number.isFinite) &&
    areTimes(opening.weekly) &&
    // A window without a stretch would count nothing at all.
    caps.every(({ window }) => window === undefined || (window.length > 0 && areTimes(window))) &&
    opening.exceptions.every(({ date, open }) => date !== '' && areTimes(open))
  )
}

/** The rules that are lengths in seconds. */
export type LengthName = Extract<keyof Rules, `${string}Seconds`>

/** The choices of a rule, by its words. */
export const choicesOf = <Id extends string>(words: Readonly<Record<Id, string>>) =>
  (Object.entries(words) as [Id, string][]).map(([id, name]) => ({ id, name }))
