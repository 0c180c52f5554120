import { openSpans } from './opening.ts'
import type { PolicyRules } from './policy.ts'
import { intersect, mergeSpans, type Span } from './span.ts'
import { type Instant, instant } from './units.ts'

/** A revision of an instrument's rules. */
export interface Revision {
  readonly effectiveFrom: Instant
  readonly rules: PolicyRules
}

/** The time in which one revision is in force. */
export interface Term extends Span {
  readonly rules: PolicyRules
}

const toCome = instant(Number.MAX_SAFE_INTEGER)

/**
 * Which rules are in force when, within `window`: apart and in order. `revisions` stand in the order in which
 * they come into force; of two that begin together the later one holds. Before the first there are no rules.
 */
export function termsOf(revisions: readonly Revision[], window: Span): Term[] {
  return revisions.flatMap(({ effectiveFrom, rules }, index) => {
    const end = revisions[index + 1]?.effectiveFrom ?? toCome
    const inForce = effectiveFrom < end ? intersect({ start: effectiveFrom, end }, window) : undefined
    return inForce === undefined ? [] : [{ ...inForce, rules }]
  })
}

/** The open time by the hours of each revision while it is in force, merged and sorted. */
export const openIn = (terms: readonly Term[], zone: string): Span[] =>
  mergeSpans(terms.flatMap(term => openSpans(term.rules.opening, zone, term)))
