import type { Context } from '../context.ts'
import { roleOfKeeper, roleOfKeyGiver, type Viewer } from '../domain/appointing.ts'
import { refuse } from '../domain/refusal.ts'
import { type Place, ROLES_BY_VERB } from '../domain/roles.ts'
import { appointmentsOf } from '../store/actors.ts'
import { appointmentsFrom } from '../store/appointments.ts'
import type { Tx } from '../store/database.ts'
import { affiliationsFrom } from '../store/people.ts'
import { placeOf } from './appointments.ts'
import { type Actor, requireRole, SYSTEM, todayOf } from './perform.ts'

/**
 * The role under which the actor keeps a person's record, `owner` for oneself.
 *
 * @throws Refused `not-allowed` for whoever is neither the person nor admin of an institution of theirs.
 */
export async function requireKeeper(context: Context, tx: Tx, actor: Actor, personId: string) {
  const institutionIds = await institutionsOf(context, tx, personId)
  return require(actor, roleOfKeeper(await viewerOf(context, tx, actor), { personId, institutionIds }))
}

/**
 * The role under which the actor may give the person a way to sign in.
 *
 * @throws Refused `not-allowed` for whoever has not charge of every place where the person belongs or is
 *   appointed.
 */
export async function requireKeyGiver(context: Context, tx: Tx, actor: Actor, personId: string) {
  const institutionIds = await institutionsOf(context, tx, personId)
  const places = institutionIds.map(institutionId => ({ institutionId }))
  return requireKeyGiverFor(context, tx, actor, [
    ...places,
    ...(await appointedPlaces(context, tx, personId)),
  ])
}

/** The same for a person who is only about to belong to `places`. */
export const requireKeyGiverFor = async (context: Context, tx: Tx, actor: Actor, places: readonly Place[]) =>
  require(actor, roleOfKeyGiver(await viewerOf(context, tx, actor), places))

/**
 * The role under which the actor may let a person belong to an institution: its admin, who keeps the person's
 * record already. Of a person who belongs nowhere, an admin in charge of all that the person is appointed to.
 *
 * @throws Refused `not-allowed`.
 */
export async function requireHost(
  context: Context,
  tx: Tx,
  actor: Actor,
  { personId, institutionId }: { readonly personId: string; readonly institutionId: string },
) {
  const actedAs = await requireRole(context, tx, actor, 'person.edit', { institutionId })
  const institutionIds = await institutionsOf(context, tx, personId)
  if (institutionIds.length > 0) {
    await requireKeeper(context, tx, actor, personId)
  } else {
    const places = await appointedPlaces(context, tx, personId)
    await requireKeyGiverFor(context, tx, actor, [{ institutionId }, ...places])
  }
  return actedAs
}

async function appointedPlaces(context: Context, tx: Tx, personId: string) {
  const places: Place[] = []
  for (const held of await appointmentsFrom(tx, { personId, day: todayOf(context) })) {
    places.push(await placeOf(tx, held))
  }
  return places
}

const viewerOf = async (context: Context, tx: Tx, { personId }: Actor): Promise<Viewer> => ({
  personId,
  appointments: await appointmentsOf(tx, personId, todayOf(context)),
})

const institutionsOf = async (context: Context, tx: Tx, personId: string) =>
  (await affiliationsFrom(tx, { personId, day: todayOf(context) })).map(each => each.institutionId)

function require(actor: Actor, role: string | undefined): string {
  if (actor.personId === SYSTEM.personId) return SYSTEM.personId
  return role ?? refuse({ code: 'not-allowed', verb: 'person.edit', mayDo: ROLES_BY_VERB['person.edit'] })
}
