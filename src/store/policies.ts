import { strict as assert } from 'node:assert'
import { and, desc, eq, lte } from 'drizzle-orm'
import type { PolicyRules } from '../domain/policy.ts'
import type { Instant } from '../domain/units.ts'
import { first, type Reader, statement, type Tx } from './database.ts'
import type { Tables } from './schema/tables.ts'
import { afterId, type Page } from './search.ts'

export type Policy = Tables['policies']['$inferSelect']

/** One revision of an instrument's rules. */
export interface PolicyRevision {
  readonly id: string
  readonly revision: number
  readonly rules: PolicyRules
}

const atInstant = statement<{ instrumentId: string; at: Instant }>()('policies.at', (q, t, v) =>
  q
    .select({ id: t.policies.id, revision: t.policies.revision })
    .from(t.policies)
    .where(and(eq(t.policies.instrumentId, v.instrumentId), lte(t.policies.effectiveFrom, v.at)))
    .orderBy(desc(t.policies.effectiveFrom), desc(t.policies.revision))
    .limit(1),
)

/** The revision in force at an instant; of two that begin together the later revision. */
export const policyAt = async (
  reader: Reader,
  key: { readonly instrumentId: string; readonly at: Instant },
): Promise<PolicyRevision | undefined> => {
  const found = first(await reader.run(atInstant, key))
  return found && { ...found, rules: await rulesOf(reader, found.id) }
}

const rulesById = statement<{ id: string }>()('policies.rules', (q, t, v) =>
  q.select({ rules: t.policies.rules }).from(t.policies).where(eq(t.policies.id, v.id)),
)

/**
 * A revision is written once and ids are never used again, so that what was read once holds for good. Rules
 * that stay the same object also keep what has been worked out of them.
 */
const knownRules = new Map<string, PolicyRules>()
const knownRulesMax = 5_000

/** The rules of a revision. Asserts that it exists. */
export async function rulesOf(reader: Reader, policyId: string): Promise<PolicyRules> {
  const known = knownRules.get(policyId)
  if (known !== undefined) return known
  const found = first(await reader.run(rulesById, { id: policyId }))
  assert(found !== undefined, 'a policy that is named has rules')
  if (knownRules.size >= knownRulesMax) knownRules.clear()
  knownRules.set(policyId, found.rules)
  return found.rules
}

/** The revision that comes last, whether in force yet or not. */
export const lastPolicy = async ({ q, t }: Reader, instrumentId: string): Promise<Policy | undefined> =>
  first(
    await q
      .select()
      .from(t.policies)
      .where(eq(t.policies.instrumentId, instrumentId))
      .orderBy(desc(t.policies.revision))
      .limit(1),
  )

export const findPolicy = async (reader: Reader, id: string): Promise<Policy | undefined> =>
  first(await reader.q.select().from(reader.t.policies).where(eq(reader.t.policies.id, id)))

/** Every revision of an instrument's rules, in order of id. */
export const listPolicies = (
  { q, t }: Reader,
  filter: Page & { readonly instrumentId: string },
): Promise<Policy[]> =>
  q
    .select()
    .from(t.policies)
    .where(and(eq(t.policies.instrumentId, filter.instrumentId), afterId(t.policies.id, filter)))
    .orderBy(t.policies.id)
    .limit(filter.limit)

export const insertPolicy = async (tx: Tx, policy: Policy) => {
  await tx.q.insert(tx.t.policies).values(policy)
}
