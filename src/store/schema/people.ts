import type { Identified, Kit } from '../kit.ts'
import type { institutionTables } from './institutions.ts'

/** People, how they sign in, where they belong and what they may do. Only here stand personal fields. */
export const peopleTables = (kit: Kit, refs: ReturnType<typeof institutionTables>) => {
  const people = peopleTable(kit)
  const logins = loginsTable(kit, people)
  const identities = identitiesTable(kit, people)
  const affiliations = affiliationsTable(kit, people, refs.institutions, refs.groups)
  const projectMembers = projectMembersTable(kit, people, refs.projects)
  const appointments = appointmentsTable(kit, people)
  return { people, logins, identities, affiliations, projectMembers, appointments }
}

const peopleTable = (kit: Kit) =>
  kit.table('people', {
    id: kit.text('id').primaryKey(),
    name: kit.text('name'),
    nameEn: kit.text('name_en'),
    searchKey: kit.text('search_key').notNull(),
    email: kit.text('email'),
    phone: kit.text('phone'),
    /** domestic | hk-mo-tw | foreign: the three user kinds of the yearly report. */
    userKind: kit.text('user_kind').notNull(),
    locale: kit.text('locale').notNull(),
    passwordHash: kit.text('password_hash'),
    version: kit.count('version').notNull(),
    createdAt: kit.instant('created_at').notNull(),
    retiredAt: kit.instant('retired_at'),
  })

const loginsTable = (kit: Kit, people: Identified) =>
  kit.table(
    'logins',
    {
      id: kit.text('id').primaryKey(),
      personId: kit.refersTo('person_id', people),
      /** email | phone | staff-number */
      kind: kit.text('kind').notNull(),
      /** Folded (trimmed, lower case), unique over all kinds, so that one field signs in. */
      value: kit.text('value').notNull(),
    },
    t => [kit.uniqueIndex('logins_value').on(t.value), kit.index('logins_person').on(t.personId)],
  )

const identitiesTable = (kit: Kit, people: Identified) =>
  kit.table(
    'identities',
    {
      id: kit.text('id').primaryKey(),
      personId: kit.refersTo('person_id', people),
      issuer: kit.text('issuer').notNull(),
      subject: kit.text('subject').notNull(),
    },
    t => [kit.uniqueIndex('identities_subject').on(t.issuer, t.subject)],
  )

const affiliationsTable = (kit: Kit, people: Identified, institutions: Identified, groups: Identified) =>
  kit.table(
    'affiliations',
    {
      id: kit.text('id').primaryKey(),
      personId: kit.refersTo('person_id', people),
      institutionId: kit.refersTo('institution_id', institutions),
      groupId: kit.text('group_id').references(() => groups.id),
      startsOn: kit.day('starts_on').notNull(),
      endsOn: kit.day('ends_on'),
    },
    t => [
      kit.index('affiliations_person').on(t.personId),
      kit.index('affiliations_institution').on(t.institutionId),
    ],
  )

const projectMembersTable = (kit: Kit, people: Identified, projects: Identified) =>
  kit.table(
    'project_members',
    {
      projectId: kit.refersTo('project_id', projects),
      personId: kit.refersTo('person_id', people),
      startsOn: kit.day('starts_on').notNull(),
      endsOn: kit.day('ends_on'),
    },
    t => [
      kit.primaryKey({ columns: [t.projectId, t.personId] }),
      kit.index('project_members_person').on(t.personId),
    ],
  )

/** What a person may do and where: role × scope, dated. */
const appointmentsTable = (kit: Kit, people: Identified) =>
  kit.table(
    'appointments',
    {
      id: kit.text('id').primaryKey(),
      personId: kit.refersTo('person_id', people),
      /** site-admin | alliance-admin | institution-admin | lab-manager | auditor */
      role: kit.text('role').notNull(),
      /** site | alliance | institution | instrument */
      scopeKind: kit.text('scope_kind').notNull(),
      scopeId: kit.text('scope_id').notNull(),
      startsOn: kit.day('starts_on').notNull(),
      endsOn: kit.day('ends_on'),
    },
    t => [
      kit.uniqueIndex('appointments_once').on(t.personId, t.role, t.scopeKind, t.scopeId, t.startsOn),
      kit.index('appointments_scope').on(t.scopeKind, t.scopeId),
    ],
  )
