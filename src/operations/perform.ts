import type { Context } from '../context.ts'
import { type Refusal, Refused, refuse } from '../domain/refusal.ts'
import { type Place, type Role, roleFor, ROLES_BY_VERB, type Verb } from '../domain/roles.ts'
import { localDay } from '../domain/zone.ts'
import { appointmentsOf } from '../store/actors.ts'
import { addAuditLine, auditPrefix } from '../store/audit.ts'
import type { Tx } from '../store/database.ts'
import { addIdempotencyRecord, findIdempotencyRecord } from '../store/idempotency.ts'

/** Who asks, and how the request is to be carried out. */
export interface Actor {
  readonly personId: string
  /** The caller's Idempotency-Key with the fingerprint of the request it belongs to. */
  readonly once?: { readonly key: string; readonly fingerprint: string }
  /** Everything is decided as it would be, and nothing is kept. */
  readonly dryRun?: boolean
}

/**
 * The service itself, for jobs and imports: it holds every right and its writes are audited under this name.
 */
export const SYSTEM: Actor = { personId: 'system' }

type Outcome = { readonly done: unknown } | { readonly refusals: readonly Refusal[] }

class DryRun extends Error {
  readonly result: unknown

  constructor(result: unknown) {
    super('dry run')
    this.result = result
  }
}

/**
 * The one door for writes: runs `work` in one transaction with its idempotency record. With a key, the first
 * outcome (done or refused) is stored and every later call gets it; a dry run answers the same and keeps
 * nothing.
 *
 * @throws Refused with the refusals of `work`, `idempotency-mismatch` when the key came with another request.
 */
export async function perform<Result>(
  context: Context,
  actor: Actor,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  if (actor.dryRun === true) return performDry(context, work)
  const { once } = actor
  if (once === undefined) return context.db.transact(work)
  const outcome = await context.db.transact(async (tx): Promise<Outcome> => {
    await tx.lock('idempotency-key', [`${actor.personId} ${once.key}`])
    const known = await findIdempotencyRecord(tx, actor.personId, once.key)
    if (known !== undefined) {
      if (known.fingerprint === once.fingerprint) return known.outcome as Outcome
      return { refusals: [{ code: 'idempotency-mismatch' }] }
    }
    const fresh = await outcomeOf(() => tx.attempt(() => work(tx)))
    const createdAt = context.clock.now()
    const record = { actorId: actor.personId, ...once, outcome: fresh, createdAt }
    await addIdempotencyRecord(tx, record)
    return fresh
  })
  if ('refusals' in outcome) throw new Refused(outcome.refusals)
  return outcome.done as Result
}

async function outcomeOf(work: () => Promise<unknown>): Promise<Outcome> {
  try {
    return { done: await work() }
  } catch (error) {
    if (error instanceof Refused) return { refusals: error.refusals }
    throw error
  }
}

async function performDry<Result>(context: Context, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  try {
    return await context.db.transact(async tx => {
      throw new DryRun(await work(tx))
    })
  } catch (error) {
    if (error instanceof DryRun) return error.result as Result
    throw error
  }
}

/** The date of the site, by which people belong and are appointed. */
export const todayOf = ({ zone, clock }: Context) => localDay(zone, clock.now())

/**
 * The role under which the actor may do `verb` in `place`, for the audit.
 *
 * @throws Refused `not-allowed`, naming the roles that may.
 */
export async function requireRole(
  context: Context,
  tx: Tx,
  actor: Actor,
  verb: Verb,
  place: Place,
): Promise<string> {
  if (actor.personId === SYSTEM.personId) return SYSTEM.personId
  const held = await appointmentsOf(tx, actor.personId, todayOf(context))
  const role = roleFor(held, verb, place)
  if (role === undefined) throw new Refused([{ code: 'not-allowed', verb, mayDo: ROLES_BY_VERB[verb] }])
  return role
}

/**
 * Lets pass whoever may do the verb in some place, whichever it is.
 *
 * @throws Refused `not-allowed`.
 */
export async function requireRoleAnywhere(context: Context, tx: Tx, actor: Actor, verb: Verb): Promise<void> {
  if (actor.personId === SYSTEM.personId) return
  const held = await appointmentsOf(tx, actor.personId, todayOf(context))
  const mayDo: readonly Role[] = ROLES_BY_VERB[verb]
  if (!held.some(({ role }) => mayDo.includes(role))) refuse({ code: 'not-allowed', verb, mayDo })
}

/** What an operation did, for the audit. */
export interface Deed {
  readonly verb: string
  readonly noun: string
  readonly nounId: string
  readonly actedAs: string
  readonly fields?: readonly string[]
  readonly reason?: string | null
}

/** Writes the audit line of a deed in its own transaction. */
export async function record(context: Context, tx: Tx, actor: Actor, deed: Deed) {
  await addAuditLine(tx, {
    id: context.newId(auditPrefix),
    at: context.clock.now(),
    actorId: actor.personId,
    actedAs: deed.actedAs,
    verb: deed.verb,
    noun: deed.noun,
    nounId: deed.nounId,
    fields: deed.fields ?? [],
    reason: deed.reason ?? null,
  })
}
