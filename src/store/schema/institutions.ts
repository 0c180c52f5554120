import type { Identified, Kit } from '../kit.ts'

/** Legal persons, their groups and projects. Rows are retired with a date, never deleted. */
export const institutionTables = (kit: Kit) => {
  const institutions = institutionsTable(kit)
  const groups = groupsTable(kit, institutions)
  const projects = projectsTable(kit, groups)
  return { institutions, groups, projects }
}

const institutionsTable = (kit: Kit) =>
  kit.table(
    'institutions',
    {
      id: kit.text('id').primaryKey(),
      name: kit.text('name').notNull(),
      nameEn: kit.text('name_en'),
      searchKey: kit.text('search_key').notNull(),
      kind: kit.text('kind').notNull(),
      jurisdiction: kit.text('jurisdiction').notNull(),
      uscc: kit.text('uscc'),
      ror: kit.text('ror'),
      ownId: kit.text('own_id'),
      version: kit.count('version').notNull(),
      createdAt: kit.instant('created_at').notNull(),
      retiredAt: kit.instant('retired_at'),
    },
    t => [
      kit.uniqueIndex('institutions_uscc').on(t.uscc),
      kit.uniqueIndex('institutions_ror').on(t.ror),
      kit.uniqueIndex('institutions_own_id').on(t.ownId),
      kit.index('institutions_name').on(t.name),
    ],
  )

const groupsTable = (kit: Kit, institutions: Identified) =>
  kit.table(
    'groups',
    {
      id: kit.text('id').primaryKey(),
      institutionId: kit.refersTo('institution_id', institutions),
      name: kit.text('name').notNull(),
      nameEn: kit.text('name_en'),
      investigatorId: kit.text('investigator_id'),
      defaultProjectId: kit.text('default_project_id'),
      version: kit.count('version').notNull(),
      createdAt: kit.instant('created_at').notNull(),
      retiredAt: kit.instant('retired_at'),
    },
    t => [kit.uniqueIndex('groups_name').on(t.institutionId, t.name)],
  )

const projectsTable = (kit: Kit, groups: Identified) =>
  kit.table(
    'projects',
    {
      id: kit.text('id').primaryKey(),
      groupId: kit.refersTo('group_id', groups),
      code: kit.text('code').notNull(),
      name: kit.text('name').notNull(),
      startsOn: kit.day('starts_on').notNull(),
      endsOn: kit.day('ends_on'),
      fundingCodes: kit.json<readonly string[]>('funding_codes').notNull(),
      disciplines: kit.json<readonly string[]>('disciplines').notNull(),
      showsTitles: kit.flag('shows_titles').notNull(),
      version: kit.count('version').notNull(),
      createdAt: kit.instant('created_at').notNull(),
      retiredAt: kit.instant('retired_at'),
    },
    t => [kit.uniqueIndex('projects_code').on(t.groupId, t.code)],
  )
