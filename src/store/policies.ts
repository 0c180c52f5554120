import { and, desc, eq, lte } from 'drizzle-orm'
import type { PolicyRules } from '../domain/policy.ts'
import type { Instant } from '../domain/units.ts'
import { first, type Reader, statement } from './database.ts'

/** One revision of an instrument's rules. */
export interface PolicyRevision {
  readonly id: string
  readonly revision: number
  readonly rules: PolicyRules
}

const atInstant = statement<{ instrumentId: string; at: Instant }>()('policies.at', (q, t, v) =>
  q
    .select({ id: t.policies.id, revision: t.policies.revision, rules: t.policies.rules })
    .from(t.policies)
    .where(and(eq(t.policies.instrumentId, v.instrumentId), lte(t.policies.effectiveFrom, v.at)))
    .orderBy(desc(t.policies.effectiveFrom), desc(t.policies.revision))
    .limit(1),
)

/** The revision in force at an instant; of two that begin together the later revision. */
export const policyAt = async (
  reader: Reader,
  key: { readonly instrumentId: string; readonly at: Instant },
): Promise<PolicyRevision | undefined> => first(await reader.run(atInstant, key))
