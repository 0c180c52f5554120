import type { Context } from '../context.ts'
import { SITE_ID } from '../domain/appointing.ts'
import type { InstitutionRef } from '../domain/imports.ts'
import { foldLogin, type LoginKind } from '../domain/person.ts'
import type { Role, ScopeKind } from '../domain/roles.ts'
import { addAppointment } from '../operations/appointments.ts'
import { requireAlliance, requireInstitution } from '../operations/imports/references.ts'
import { addPerson } from '../operations/people.ts'
import { SYSTEM, todayOf } from '../operations/perform.ts'
import { appointmentsOf } from '../store/actors.ts'
import { findPersonByLogin } from '../store/imports.ts'

export interface PersonToCreate {
  readonly login: string
  readonly loginKind: LoginKind
  readonly name: string
  readonly password: string
  readonly role?: Role | undefined
  /** Where the role holds, and where the person belongs; the site without it. */
  readonly institution?: InstitutionRef | undefined
  /** Slug of the alliance where the role holds. */
  readonly alliance?: string | undefined
}

export interface CreatedPerson {
  readonly personId: string
  /** `known`: someone had the login already, and keeps name and password. */
  readonly person: 'created' | 'known'
  readonly role: 'given' | 'held' | 'none'
}

/**
 * Enters a person and gives them a role. Run again it does what is still to do, so that a half-done run is
 * mended by the next.
 *
 * @throws Refused as `addPerson` and `addAppointment`; RowFaulty for an unknown institution or alliance.
 */
export async function createPerson(context: Context, wanted: PersonToCreate): Promise<CreatedPerson> {
  const { read } = context.db
  const scope = await scopeOf(context, wanted)
  const known = await findPersonByLogin(read, foldLogin(wanted.login))
  const personId = known?.id ?? (await enter(context, wanted, scope)).id
  const person = known === undefined ? 'created' : 'known'
  const { role } = wanted
  if (role === undefined) return { personId, person, role: 'none' }
  const today = todayOf(context)
  const held = await appointmentsOf(read, personId, today)
  const isHeld = held.some(
    each => each.role === role && each.scopeKind === scope.kind && each.scopeId === scope.id,
  )
  if (isHeld) return { personId, person, role: 'held' }
  const draft = { personId, role, scopeKind: scope.kind, scopeId: scope.id, startsOn: today, endsOn: null }
  await addAppointment(context, SYSTEM, draft)
  return { personId, person, role: 'given' }
}

interface Scope {
  readonly kind: ScopeKind
  readonly id: string
}

async function scopeOf({ db }: Context, { institution, alliance }: PersonToCreate): Promise<Scope> {
  if (alliance !== undefined) return { kind: 'alliance', id: (await requireAlliance(db.read, alliance)).id }
  if (institution === undefined) return { kind: 'site', id: SITE_ID }
  return { kind: 'institution', id: (await requireInstitution(db.read, institution)).id }
}

function enter(context: Context, { login, loginKind, name, password }: PersonToCreate, scope: Scope) {
  const affiliation = { institutionId: scope.id, groupId: null, startsOn: todayOf(context), endsOn: null }
  return addPerson(context, SYSTEM, {
    name,
    nameEn: null,
    email: loginKind === 'email' ? login : null,
    phone: loginKind === 'phone' ? login : null,
    userKind: 'domestic',
    locale: 'zh-CN',
    affiliations: scope.kind === 'institution' ? [affiliation] : [],
    logins: [{ kind: loginKind, value: login }],
    identities: [],
    password,
  })
}
