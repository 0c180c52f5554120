import type { Context } from '../context.ts'
import type { PolicyRules } from '../domain/policy.ts'
import { DEFAULT_POLICY } from '../domain/policyDefaults.ts'
import { policyFaults } from '../domain/policyFaults.ts'
import { refuse } from '../domain/refusal.ts'
import { instant, type Instant, plusSeconds } from '../domain/units.ts'
import type { Tx } from '../store/database.ts'
import { markDirty } from '../store/dirtyDays.ts'
import { insertPolicy, lastPolicy, type Policy } from '../store/policies.ts'
import { forgetRollups } from '../store/report/rollupRows.ts'
import { fieldsOf } from './edits.ts'
import { holdInstrument } from './hostedInstruments.ts'
import { type Actor, perform, record } from './perform.ts'

export interface NewPolicy {
  readonly instrumentId: string
  /** Left out: now; for the first revision, since ever, so that what is entered late finds its rules. */
  readonly effectiveFrom?: Instant | undefined
  /** What is left out is as usual (`DEFAULT_POLICY`), not as in the revision before. */
  readonly rules: Partial<PolicyRules>
}

const sinceEver = instant(0)

/**
 * Sets the booking rules of an instrument from an instant on, as a new revision; bookings that stand keep
 * theirs.
 *
 * @throws Refused `not-allowed`, `not-found`, `wrong-state` (retired), `invalid-value` for each fault of
 *   the rules and for a revision after the first that would hold in the past.
 */
export const addPolicy = (context: Context, actor: Actor, draft: NewPolicy): Promise<Policy> =>
  perform(context, actor, async tx => {
    const { instrumentId } = draft
    const held = await holdInstrument(context, tx, actor, { instrumentId, verb: 'policy.edit' })
    const rules = completeRules(draft.rules)
    const last = await lastPolicy(tx, instrumentId)
    const now = context.clock.now()
    const effectiveFrom = draft.effectiveFrom ?? (last === undefined ? sinceEver : now)
    if (last !== undefined && effectiveFrom < now) {
      refuse({ code: 'invalid-value', field: 'effectiveFrom', fault: 'in-the-past' })
    }
    const revision = (last?.revision ?? 0) + 1
    const policy = await keepPolicy(context, tx, actor, { instrumentId, revision, effectiveFrom, rules })
    // A first revision reaches back to whatever was summed up without rules. Later ones begin today: days
    // before were open by the rules before, and those after are not summed up yet.
    if (last === undefined) await forgetRollups(tx, instrumentId)
    else await markDirty(tx, held.instrument, { start: effectiveFrom, end: plusSeconds(effectiveFrom, 1) })
    const deed = { verb: 'add', noun: 'policy', nounId: policy.id, actedAs: held.actedAs }
    await record(context, tx, actor, { ...deed, fields: fieldsOf(draft.rules) })
    return policy
  })

/**
 * Rules with what is left out as usual.
 *
 * @throws Refused `invalid-value` for each fault.
 */
export function completeRules(given: Partial<PolicyRules>): PolicyRules {
  const rules = { ...DEFAULT_POLICY, ...given }
  requireFaultless(rules)
  return rules
}

/** Gives an instrument that has no rules the usual ones. The caller holds its lock and writes the audit. */
export async function ensurePolicy(context: Context, tx: Tx, actor: Actor, instrumentId: string) {
  if ((await lastPolicy(tx, instrumentId)) !== undefined) return
  const first = { instrumentId, revision: 1, effectiveFrom: sinceEver, rules: DEFAULT_POLICY }
  await keepPolicy(context, tx, actor, first)
  await forgetRollups(tx, instrumentId)
}

async function keepPolicy(
  context: Context,
  tx: Tx,
  actor: Actor,
  fields: Omit<Policy, 'id' | 'createdAt' | 'createdBy'>,
): Promise<Policy> {
  const made = { id: context.newId('plc'), createdAt: context.clock.now(), createdBy: actor.personId }
  const policy = { ...fields, ...made }
  await insertPolicy(tx, policy)
  return policy
}

function requireFaultless(rules: PolicyRules): void {
  const faults = policyFaults(rules)
  if (faults.length === 0) return
  refuse(
    ...faults.map(({ code, path }) => ({
      code: 'invalid-value' as const,
      field: ['rules', ...path].join('.'),
      fault: code,
    })),
  )
}
