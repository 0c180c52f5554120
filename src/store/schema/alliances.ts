import type { Identified, Kit } from '../kit.ts'
import type { institutionTables } from './institutions.ts'

/** Alliances, dated memberships and roles, agreements between some of the members. */
export const allianceTables = (kit: Kit, refs: ReturnType<typeof institutionTables>) => {
  const alliances = alliancesTable(kit)
  const memberships = membershipsTable(kit, alliances, refs.institutions)
  const membershipRoles = membershipRolesTable(kit, memberships)
  const agreements = agreementsTable(kit, alliances)
  const agreementParties = agreementPartiesTable(kit, agreements, refs.institutions)
  return { alliances, memberships, membershipRoles, agreements, agreementParties }
}

const alliancesTable = (kit: Kit) =>
  kit.table(
    'alliances',
    {
      id: kit.text('id').primaryKey(),
      slug: kit.text('slug').notNull(),
      name: kit.text('name').notNull(),
      nameEn: kit.text('name_en'),
      searchKey: kit.text('search_key').notNull(),
      type: kit.text('type').notNull(),
      leadLabel: kit.text('lead_label'),
      zone: kit.text('zone').notNull(),
      currency: kit.text('currency').notNull(),
      parentId: kit.text('parent_id'),
      foundedOn: kit.text('founded_on'),
      endsOn: kit.day('ends_on'),
      version: kit.count('version').notNull(),
      createdAt: kit.instant('created_at').notNull(),
      retiredAt: kit.instant('retired_at'),
    },
    t => [kit.uniqueIndex('alliances_slug').on(t.slug), kit.index('alliances_parent').on(t.parentId)],
  )

const membershipsTable = (kit: Kit, alliances: Identified, institutions: Identified) =>
  kit.table(
    'memberships',
    {
      id: kit.text('id').primaryKey(),
      allianceId: kit.refersTo('alliance_id', alliances),
      institutionId: kit.refersTo('institution_id', institutions),
      /** 'full' books; 'observer' (a government member, say) sees but does not book. */
      right: kit.text('booking_right').notNull(),
      startsOn: kit.day('starts_on').notNull(),
      endsOn: kit.day('ends_on'),
      version: kit.count('version').notNull(),
      createdAt: kit.instant('created_at').notNull(),
    },
    t => [
      kit.uniqueIndex('memberships_once').on(t.allianceId, t.institutionId, t.startsOn),
      kit.index('memberships_institution').on(t.institutionId),
    ],
  )

const membershipRolesTable = (kit: Kit, memberships: Identified) =>
  kit.table(
    'membership_roles',
    {
      id: kit.text('id').primaryKey(),
      membershipId: kit.refersTo('membership_id', memberships),
      role: kit.text('role').notNull(),
      /** The alliance's own wording; absent: the word of the glossary. */
      label: kit.text('label'),
      startsOn: kit.day('starts_on').notNull(),
      endsOn: kit.day('ends_on'),
    },
    t => [kit.uniqueIndex('membership_roles_once').on(t.membershipId, t.role, t.startsOn)],
  )

const agreementsTable = (kit: Kit, alliances: Identified) =>
  kit.table(
    'agreements',
    {
      id: kit.text('id').primaryKey(),
      allianceId: kit.refersTo('alliance_id', alliances),
      subject: kit.text('subject').notNull(),
      formsAllianceId: kit.text('forms_alliance_id'),
      startsOn: kit.day('starts_on').notNull(),
      endsOn: kit.day('ends_on'),
      version: kit.count('version').notNull(),
      createdAt: kit.instant('created_at').notNull(),
    },
    t => [kit.index('agreements_alliance').on(t.allianceId)],
  )

const agreementPartiesTable = (kit: Kit, agreements: Identified, institutions: Identified) =>
  kit.table(
    'agreement_parties',
    {
      agreementId: kit.refersTo('agreement_id', agreements),
      institutionId: kit.refersTo('institution_id', institutions),
    },
    t => [kit.primaryKey({ columns: [t.agreementId, t.institutionId] })],
  )
