import type { Context } from '../context.ts'
import type { Dates } from '../domain/dates.ts'
import { affiliationsMax, foldLogin, keysMax, type LoginKind, type UserKind } from '../domain/person.ts'
import { refuse } from '../domain/refusal.ts'
import { ROLES_BY_VERB } from '../domain/roles.ts'
import { personSearchKey } from '../domain/searchKey.ts'
import type { Day } from '../domain/units.ts'
import type { Tx } from '../store/database.ts'
import { findGroup } from '../store/groups.ts'
import { findInstitution } from '../store/institutions.ts'
import {
  affiliationsOf,
  findPerson,
  insertAffiliation,
  insertIdentity,
  insertLogin,
  insertPerson,
  keysOf,
  updateAffiliation,
  updatePerson,
} from '../store/people.ts'
import { endSessionsOf } from '../store/sessions.ts'
import {
  type At,
  type Edit,
  fieldsOf,
  givenOf,
  requireCurrent,
  requireEdited,
  requireFound,
  requireInOrder,
} from './edits.ts'
import { hashPassword } from './passwords.ts'
import { type Actor, perform, record, requireRole } from './perform.ts'
import { requireHost, requireKeeper, requireKeyGiver, requireKeyGiverFor } from './records.ts'

/** What people say of a person. Federations give people without a name or an address. */
export interface PersonFields {
  readonly name: string | null
  readonly nameEn: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly userKind: UserKind
  /** BCP 47: the language in which the person is written to. */
  readonly locale: string
}

export interface AffiliationDraft extends Dates {
  readonly institutionId: string
  readonly groupId: string | null
}

/** An e-mail address, phone or staff number by which a person signs in; one value is one person's. */
export interface LoginDraft {
  readonly kind: LoginKind
  readonly value: string
}

/** A person as a federation names one. */
export interface IdentityDraft {
  readonly issuer: string
  readonly subject: string
}

export interface PersonDraft extends PersonFields {
  readonly affiliations: readonly AffiliationDraft[]
  readonly logins: readonly LoginDraft[]
  readonly identities: readonly IdentityDraft[]
  /** An initial password; left out, the person comes in by invitation or through a federation. */
  readonly password?: string | undefined
}

/** What is given back of a person: outcomes are kept with their Idempotency-Key, so no personal field. */
export interface PersonRef {
  readonly id: string
  readonly version: number
}

/**
 * Enters a person. An institution's admin does it for people of that institution alone.
 *
 * @throws Refused `not-allowed`, `not-found`, `wrong-state`, `invalid-value`, `already-exists` (login,
 *   identity).
 */
export async function addPerson(context: Context, actor: Actor, draft: PersonDraft): Promise<PersonRef> {
  const { affiliations, logins, identities, password, ...fields } = draft
  const passwordHash = password === undefined ? null : await hashPassword(password)
  return perform(context, actor, async tx => {
    const actedAs = await requireKeyGiverFor(context, tx, actor, affiliations)
    const id = context.newId('psn')
    const createdAt = context.clock.now()
    const searchKey = personSearchKey(fields)
    await insertPerson(tx, { ...fields, id, searchKey, passwordHash, version: 1, createdAt, retiredAt: null })
    for (const affiliation of affiliations) await affiliate(context, tx, id, affiliation)
    for (const login of logins) await giveLogin(context, tx, id, login)
    for (const identity of identities) {
      await insertIdentity(tx, { ...identity, id: context.newId('idn'), personId: id })
    }
    const deed = { verb: 'add', noun: 'person', nounId: id }
    await record(context, tx, actor, { ...deed, actedAs, fields: fieldsOf(draft) })
    return { id, version: 1 }
  })
}

/**
 * Edits what is said of a person: oneself, or an admin of an institution to which the person belongs.
 *
 * @throws Refused `not-found`, `wrong-state` (retired), `not-allowed`, `version-stale`.
 */
export const editPerson = (context: Context, actor: Actor, edit: Edit<PersonFields>): Promise<PersonRef> =>
  perform(context, actor, async tx => {
    const { id, changes } = edit
    const person = requireCurrent(await findPerson(tx, id), 'person', id)
    const actedAs = await requireKeeper(context, tx, actor, id)
    const searchKey = personSearchKey({ ...person, ...givenOf(changes) })
    const edited = await updateAt(tx, edit, { ...changes, searchKey })
    const deed = { verb: 'edit', noun: 'person', nounId: id }
    await record(context, tx, actor, { ...deed, actedAs, fields: fieldsOf(changes) })
    return edited
  })

/**
 * Retires a person, who can no longer sign in. It takes charge of every place where the person belongs.
 *
 * @throws Refused `not-found`, `wrong-state` (retired already), `not-allowed`, `version-stale`.
 */
export const retirePerson = (context: Context, actor: Actor, at: At): Promise<PersonRef> =>
  perform(context, actor, async tx => {
    requireCurrent(await findPerson(tx, at.id), 'person', at.id)
    const actedAs = await requireKeyGiver(context, tx, actor, at.id)
    const retired = await updateAt(tx, at, { retiredAt: context.clock.now() })
    await record(context, tx, actor, { verb: 'retire', noun: 'person', nounId: at.id, actedAs })
    return retired
  })

/**
 * Takes a retired person back, who signs in as before and holds the roles that have not ended meanwhile.
 *
 * @throws Refused `not-found`, `wrong-state` (not retired), `not-allowed`, `version-stale`.
 */
export const reinstatePerson = (context: Context, actor: Actor, at: At): Promise<PersonRef> =>
  perform(context, actor, async tx => {
    const person = requireFound(await findPerson(tx, at.id), 'person', at.id)
    const actedAs = await requireKeyGiver(context, tx, actor, at.id)
    if (person.retiredAt === null) refuse({ code: 'wrong-state', state: 'current', allowed: ['retired'] })
    const reinstated = await updateAt(tx, at, { retiredAt: null })
    await record(context, tx, actor, { verb: 'reinstate', noun: 'person', nounId: at.id, actedAs })
    return reinstated
  })

/**
 * Gives a person a password: the first one, or another where it was forgotten. All their sessions end. It
 * takes charge of every place where the person belongs or is appointed. Nobody gives one to themselves, for
 * a session left open would do to take an account over: that takes the present password.
 *
 * @throws Refused `not-found`, `wrong-state` (retired), `not-allowed`, `version-stale`.
 */
export async function givePassword(
  context: Context,
  actor: Actor,
  given: At & { readonly password: string },
): Promise<PersonRef> {
  const { id, version, password } = given
  const passwordHash = await hashPassword(password)
  return perform(context, actor, async tx => {
    const person = requireCurrent(await findPerson(tx, id), 'person', id)
    const actedAs = await requireKeyGiver(context, tx, actor, id)
    if (actor.personId === id) {
      refuse({ code: 'not-allowed', verb: 'person.edit', mayDo: ROLES_BY_VERB['person.edit'] })
    }
    const edited = await updateAt(tx, { id, version }, { passwordHash })
    await endSessionsOf(tx, { personId: id, keptId: null, at: context.clock.now() })
    const verb = person.passwordHash === null ? 'set-password' : 'reset-password'
    const deed = { verb, noun: 'person', nounId: id }
    await record(context, tx, actor, { ...deed, actedAs, fields: ['password'] })
    return edited
  })
}

/**
 * Gives a person another way to sign in. It takes charge of every place where the person belongs or is
 * appointed, for the key opens all of them.
 *
 * @throws Refused `not-found`, `wrong-state`, `not-allowed`, `version-stale`, `already-exists`,
 *   `invalid-value`.
 */
export const addKey = (
  context: Context,
  actor: Actor,
  {
    key,
    ...at
  }: At & { readonly key: { readonly login: LoginDraft } | { readonly identity: IdentityDraft } },
): Promise<PersonRef> =>
  perform(context, actor, async tx => {
    requireCurrent(await findPerson(tx, at.id), 'person', at.id)
    const actedAs = await requireKeyGiver(context, tx, actor, at.id)
    const edited = await updateAt(tx, at, {})
    const { logins, identities } = await keysOf(tx, at.id)
    if (logins.length + identities.length >= keysMax) {
      refuse({ code: 'invalid-value', field: fieldsOf(key).join(), fault: 'too-many-values' })
    }
    if ('login' in key) await giveLogin(context, tx, at.id, key.login)
    else await insertIdentity(tx, { ...key.identity, id: context.newId('idn'), personId: at.id })
    const deed = { verb: 'add-key', noun: 'person', nounId: at.id }
    await record(context, tx, actor, { ...deed, actedAs, fields: fieldsOf(key) })
    return edited
  })

/**
 * Lets a person belong to one more institution or group. As its admins see the contacts of its people, it
 * takes someone who sees them already, or a person who belongs nowhere today.
 *
 * @throws Refused `not-found`, `wrong-state`, `not-allowed`, `version-stale`, `invalid-value`.
 */
export const addAffiliation = (
  context: Context,
  actor: Actor,
  draft: { readonly personId: string; readonly version: number } & AffiliationDraft,
): Promise<PersonRef> =>
  perform(context, actor, async tx => {
    const { personId, version, ...affiliation } = draft
    requireCurrent(await findPerson(tx, personId), 'person', personId)
    const actedAs = await requireHost(context, tx, actor, { personId, institutionId: draft.institutionId })
    const edited = await updateAt(tx, { id: personId, version }, {})
    const held = await affiliationsOf(tx, [personId])
    if (held.length >= affiliationsMax) {
      refuse({ code: 'invalid-value', field: 'institutionId', fault: 'too-many-values' })
    }
    await affiliate(context, tx, personId, affiliation)
    const deed = { verb: 'add-affiliation', noun: 'person', nounId: personId }
    await record(context, tx, actor, { ...deed, actedAs, fields: fieldsOf(affiliation) })
    return edited
  })

/**
 * Sets the last day on which a person belongs to an institution; its admins do it.
 *
 * @throws Refused `not-found`, `not-allowed`, `version-stale`, `invalid-value` (dates).
 */
export const endAffiliation = (
  context: Context,
  actor: Actor,
  end: {
    readonly personId: string
    readonly version: number
    readonly affiliationId: string
    readonly endsOn: Day
  },
): Promise<PersonRef> =>
  perform(context, actor, async tx => {
    const { personId, version, affiliationId, endsOn } = end
    const held = await affiliationsOf(tx, [personId])
    const affiliation = requireFound(
      held.find(each => each.id === affiliationId),
      'affiliation',
      affiliationId,
    )
    const place = { institutionId: affiliation.institutionId }
    const actedAs = await requireRole(context, tx, actor, 'person.edit', place)
    requireInOrder({ startsOn: affiliation.startsOn, endsOn })
    const edited = await updateAt(tx, { id: personId, version }, {})
    await updateAffiliation(tx, affiliationId, { endsOn })
    const deed = { verb: 'end-affiliation', noun: 'person', nounId: personId }
    await record(context, tx, actor, { ...deed, actedAs, fields: ['endsOn'] })
    return edited
  })

async function affiliate(context: Context, tx: Tx, personId: string, draft: AffiliationDraft) {
  const { institutionId, groupId } = draft
  requireCurrent(await findInstitution(tx, institutionId), 'institution', institutionId)
  requireInOrder(draft)
  if (groupId !== null) {
    const group = requireCurrent(await findGroup(tx, groupId), 'group', groupId)
    if (group.institutionId !== institutionId) {
      refuse({ code: 'invalid-value', field: 'groupId', fault: 'of-another-institution' })
    }
  }
  await insertAffiliation(tx, { ...draft, id: context.newId('aff'), personId })
}

const giveLogin = (context: Context, tx: Tx, personId: string, { kind, value }: LoginDraft) =>
  insertLogin(tx, { id: context.newId('lgn'), personId, kind, value: foldLogin(value) })

async function updateAt(tx: Tx, at: At, changes: Parameters<typeof updatePerson>[2]): Promise<PersonRef> {
  const edited = await requireEdited(await updatePerson(tx, at, changes), at.version, () =>
    findPerson(tx, at.id),
  )
  return { id: edited.id, version: edited.version }
}
