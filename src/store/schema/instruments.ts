import type { PolicyRules } from '../../domain/policy.ts'
import type { MayBook, OperatingState } from '../../domain/instrument.ts'
import type { Identified, Kit } from '../kit.ts'
import type { institutionTables } from './institutions.ts'

/** Instruments, the pools they can stand in for one another in, and the terms and rules of their use. */
export const instrumentTables = (kit: Kit, refs: ReturnType<typeof institutionTables>) => {
  const pools = poolsTable(kit, refs.institutions)
  const instruments = instrumentsTable(kit, refs.institutions, pools)
  const photos = photosTable(kit, instruments)
  const sharingTerms = sharingTermsTable(kit, instruments)
  const policies = policiesTable(kit, instruments)
  const outages = outagesTable(kit, instruments)
  return { pools, instruments, photos, sharingTerms, policies, outages }
}

const poolsTable = (kit: Kit, institutions: Identified) =>
  kit.table(
    'pools',
    {
      id: kit.text('id').primaryKey(),
      institutionId: kit.refersTo('institution_id', institutions),
      name: kit.text('name').notNull(),
      nameEn: kit.text('name_en'),
      searchKey: kit.text('search_key').notNull(),
      version: kit.count('version').notNull(),
      createdAt: kit.instant('created_at').notNull(),
      retiredAt: kit.instant('retired_at'),
    },
    t => [kit.uniqueIndex('pools_name').on(t.institutionId, t.name)],
  )

const instrumentsTable = (kit: Kit, institutions: Identified, pools: Identified) =>
  kit.table(
    'instruments',
    {
      id: kit.text('id').primaryKey(),
      institutionId: kit.refersTo('institution_id', institutions),
      poolId: kit.text('pool_id').references(() => pools.id),
      assetNumber: kit.text('asset_number'),
      classCode: kit.text('class_code'),
      /** The kind of quota that its use is counted in, `mass-spectrometer`, `animal-room`, …. */
      resourceClass: kit.text('resource_class').notNull(),
      name: kit.text('name').notNull(),
      nameEn: kit.text('name_en'),
      searchKey: kit.text('search_key').notNull(),
      /** One user at a time. When false, `capacity` places are shared. */
      exclusive: kit.flag('exclusive').notNull(),
      capacity: kit.count('capacity').notNull(),
      turnaroundSeconds: kit.seconds('turnaround_seconds').notNull(),
      zone: kit.text('zone').notNull(),
      location: kit.text('location'),
      maker: kit.text('maker'),
      model: kit.text('model'),
      serial: kit.text('serial'),
      origin: kit.text('origin'),
      /** general (通用) | dedicated (专用) */
      purpose: kit.text('purpose').notNull(),
      source: kit.text('source'),
      originalValueMinor: kit.amount('original_value_minor'),
      currency: kit.text('currency').notNull(),
      commissionedOn: kit.day('commissioned_on'),
      customsSupervisedUntil: kit.day('customs_supervised_until'),
      technique: kit.text('technique'),
      serviceText: kit.text('service_text'),
      contact: kit.text('contact'),
      details: kit.json<Readonly<Record<string, unknown>>>('details').notNull(),
      operatingState: kit.text('operating_state').$type<OperatingState>().notNull(),
      mayBook: kit.json<Readonly<Record<OperatingState, MayBook>>>('may_book').notNull(),
      invitedProjectIds: kit.json<readonly string[]>('invited_project_ids').notNull(),
      /** draft | published */
      publication: kit.text('publication').notNull(),
      externalId: kit.text('external_id'),
      version: kit.count('version').notNull(),
      createdAt: kit.instant('created_at').notNull(),
      retiredAt: kit.instant('retired_at'),
    },
    t => [
      kit.uniqueIndex('instruments_asset_number').on(t.institutionId, t.assetNumber),
      kit.uniqueIndex('instruments_external_id').on(t.institutionId, t.externalId),
      kit.unique('instruments_exclusive').on(t.id, t.exclusive),
      kit.index('instruments_pool').on(t.poolId),
      kit.index('instruments_technique').on(t.technique),
      kit.check('instruments_capacity', 'capacity >= 1'),
      kit.check('instruments_turnaround', 'turnaround_seconds >= 0'),
    ],
  )

const photosTable = (kit: Kit, instruments: Identified) =>
  kit.table('instrument_photos', {
    instrumentId: kit
      .text('instrument_id')
      .primaryKey()
      .references(() => instruments.id),
    mediaType: kit.text('media_type').notNull(),
    content: kit.bytes('content').notNull(),
    updatedAt: kit.instant('updated_at').notNull(),
  })

const sharingTermsTable = (kit: Kit, instruments: Identified) =>
  kit.table(
    'sharing_terms',
    {
      id: kit.text('id').primaryKey(),
      instrumentId: kit.refersTo('instrument_id', instruments),
      /** own | alliance | partners | registered */
      audience: kit.text('audience').notNull(),
      allianceId: kit.text('alliance_id'),
      startsAt: kit.instant('starts_at').notNull(),
      endsAt: kit.instant('ends_at'),
      /** listed | hidden */
      visibility: kit.text('visibility').notNull(),
      priceCategory: kit.text('price_category').notNull(),
      /** none | tracked | enforced */
      quota: kit.text('quota').notNull(),
      version: kit.count('version').notNull(),
      createdAt: kit.instant('created_at').notNull(),
    },
    t => [
      kit.index('sharing_terms_instrument').on(t.instrumentId),
      kit.index('sharing_terms_alliance').on(t.allianceId),
    ],
  )

const policiesTable = (kit: Kit, instruments: Identified) =>
  kit.table(
    'policies',
    {
      id: kit.text('id').primaryKey(),
      instrumentId: kit.refersTo('instrument_id', instruments),
      revision: kit.count('revision').notNull(),
      effectiveFrom: kit.instant('effective_from').notNull(),
      rules: kit.json<PolicyRules>('rules').notNull(),
      createdAt: kit.instant('created_at').notNull(),
      createdBy: kit.text('created_by'),
    },
    t => [
      kit.uniqueIndex('policies_revision').on(t.instrumentId, t.revision),
      kit.index('policies_effective').on(t.instrumentId, t.effectiveFrom),
    ],
  )

const outagesTable = (kit: Kit, instruments: Identified) =>
  kit.table(
    'outages',
    {
      id: kit.text('id').primaryKey(),
      instrumentId: kit.refersTo('instrument_id', instruments),
      start: kit.instant('starts_at').notNull(),
      end: kit.instant('ends_at').notNull(),
      /** planned | unplanned */
      kind: kit.text('kind').notNull(),
      reason: kit.text('reason'),
      version: kit.count('version').notNull(),
      createdAt: kit.instant('created_at').notNull(),
      createdBy: kit.text('created_by'),
      retiredAt: kit.instant('retired_at'),
    },
    t => [
      kit.index('outages_end').on(t.instrumentId, t.end),
      kit.check('outages_span', 'starts_at < ends_at'),
    ],
  )
