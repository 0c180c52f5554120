import type { Test } from 'tap'
import type { Context } from '../../src/context.ts'
import { SITE_ID } from '../../src/domain/appointing.ts'
import { type Refusal, type RefusalCode, Refused } from '../../src/domain/refusal.ts'
import type { Role, ScopeKind } from '../../src/domain/roles.ts'
import type { Day } from '../../src/domain/units.ts'
import { addAlliance, type AllianceFields } from '../../src/operations/alliances.ts'
import { addAppointment } from '../../src/operations/appointments.ts'
import { addGroup } from '../../src/operations/groups.ts'
import { addInstitution, type InstitutionFields } from '../../src/operations/institutions.ts'
import { addMembership } from '../../src/operations/memberships.ts'
import { addPerson, type PersonDraft } from '../../src/operations/people.ts'
import { addProject, type ProjectFields } from '../../src/operations/projects.ts'
import { type Actor, SYSTEM } from '../../src/operations/perform.ts'
import type { Engine } from '../../src/store/database.ts'
import { testContext } from '../support/context.ts'

export const day = (text: string) => text as Day

/** A first day before every test's now, and no last one. */
export const always = { startsOn: day('2020-01-01'), endsOn: null }

const plainInstitution: InstitutionFields = {
  name: '某研究所',
  nameEn: null,
  kind: 'research',
  jurisdiction: 'CN',
  uscc: null,
  ror: null,
  ownId: null,
}

const plainAlliance: AllianceFields = {
  slug: '',
  name: '某联盟',
  nameEn: null,
  type: 'innovation-consortium',
  leadLabel: null,
  zone: 'Asia/Shanghai',
  currency: 'CNY',
  parentId: null,
  foundedOn: null,
  endsOn: null,
}

export const plainProject: ProjectFields = {
  code: 'P1',
  name: '某课题',
  ...always,
  fundingCodes: [],
  disciplines: [],
  showsTitles: false,
}

export const plainPerson: PersonDraft = {
  name: '张三',
  nameEn: null,
  email: null,
  phone: null,
  userKind: 'domestic',
  locale: 'zh-CN',
  affiliations: [],
  logins: [],
  identities: [],
}

/** An empty database with short words for filling it, in the name of the service itself. */
export const aSite = async (t: Test, engine: Engine) => siteOn(await testContext(t, engine))

export function siteOn<Within extends Context>(context: Within) {
  let slugs = 0
  const institution = async (fields: Partial<InstitutionFields> = {}) =>
    (await addInstitution(context, SYSTEM, { ...plainInstitution, ...fields })).id
  const alliance = async (fields: Partial<AllianceFields> = {}) =>
    (await addAlliance(context, SYSTEM, { ...plainAlliance, slug: `alliance-${++slugs}`, ...fields })).id
  const group = async (institutionId: string, name = '某课题组') =>
    (await addGroup(context, SYSTEM, { institutionId, name, nameEn: null, investigatorId: null })).id
  const project = async (groupId: string, fields: Partial<ProjectFields> = {}) =>
    (await addProject(context, SYSTEM, { ...plainProject, ...fields, groupId })).id
  const person = async (draft: Partial<PersonDraft> = {}) =>
    (await addPerson(context, SYSTEM, { ...plainPerson, ...draft })).id
  /** Someone who belongs to an institution. */
  const staff = (institutionId: string, draft: Partial<PersonDraft> = {}) =>
    person({ ...draft, affiliations: [{ institutionId, groupId: null, ...always }] })
  const appoint = (personId: string, role: Role, scopeKind: ScopeKind, scopeId: string) =>
    addAppointment(context, SYSTEM, { personId, role, scopeKind, scopeId, ...always })
  /** A new person with one role and no affiliation, as an actor. */
  const holding = async (role: Role, scopeKind: ScopeKind = 'site', scopeId: string = SITE_ID) => {
    const personId = await person()
    await appoint(personId, role, scopeKind, scopeId)
    return { personId } satisfies Actor
  }
  const member = (allianceId: string, institutionId: string) =>
    addMembership(context, SYSTEM, { allianceId, institutionId, roles: [], ...always })
  return { context, institution, alliance, group, project, person, staff, appoint, holding, member }
}

/** The refusals with which `work` ends. */
export async function refusalsOf(work: Promise<unknown>): Promise<readonly Refusal[]> {
  try {
    await work
  } catch (error) {
    if (error instanceof Refused) return error.refusals
    throw error
  }
  throw new Error('nothing was refused')
}

export const codesOf = async (work: Promise<unknown>): Promise<readonly RefusalCode[]> =>
  (await refusalsOf(work)).map(refusal => refusal.code)
