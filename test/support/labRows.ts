import { MAY_BOOK_DEFAULT } from '../../src/domain/instrument.ts'
import type { PolicyRules } from '../../src/domain/policy.ts'
import type { Role, ScopeKind } from '../../src/domain/roles.ts'
import type { Amount, Day, Seconds } from '../../src/domain/units.ts'
import type { Tx } from '../../src/store/database.ts'
import { at } from './clock.ts'

/** Before every test's now. */
const since = '2020-01-01' as Day
const created = at('2020-01-01T00:00+08:00')
const fresh = { version: 1, createdAt: created }
const current = { ...fresh, retiredAt: null }
const dates = { startsOn: since, endsOn: null }

export type NewId = (prefix: string) => string

/**
 * The smallest valid rows of a lab's surroundings, written straight into the tables; each gives the new row's
 * id.
 */
export function labRows(tx: Tx, newId: NewId) {
  const { q, t } = tx
  return {
    institution: async (name: string) => {
      const id = newId('ins')
      const codes = { nameEn: null, searchKey: name, uscc: null, ror: null, ownId: null }
      await q
        .insert(t.institutions)
        .values({ ...current, ...codes, id, name, kind: 'research', jurisdiction: 'CN' })
      return id
    },
    alliance: async (name: string) => {
      const id = newId('all')
      const none = { nameEn: null, leadLabel: null, parentId: null, foundedOn: null, endsOn: null }
      const said = { slug: id.replace('_', '-'), name, searchKey: name, type: 'innovation-consortium' }
      await q
        .insert(t.alliances)
        .values({ ...current, ...none, ...said, id, zone: 'Asia/Shanghai', currency: 'CNY' })
      return id
    },
    membership: (allianceId: string, institutionId: string) =>
      q
        .insert(t.memberships)
        .values({ ...fresh, ...dates, id: newId('mem'), allianceId, institutionId, right: 'full' }),
    group: async (institutionId: string, name: string) => {
      const id = newId('grp')
      const none = { nameEn: null, investigatorId: null, defaultProjectId: null }
      await q.insert(t.groups).values({ ...current, ...none, id, institutionId, name })
      return id
    },
    project: async (groupId: string, code: string) => {
      const id = newId('prj')
      const lists = { fundingCodes: [], disciplines: [], showsTitles: false }
      await q.insert(t.projects).values({ ...current, ...dates, ...lists, id, groupId, code, name: code })
      return id
    },
    person: async (of: { readonly institutionId: string; readonly groupId: string | null } | null) => {
      const id = newId('psn')
      const said = { name: '某人', userKind: 'domestic', locale: 'zh-CN' }
      const none = { nameEn: null, searchKey: said.name, email: null, phone: null, passwordHash: null }
      await q.insert(t.people).values({ ...current, ...none, ...said, id })
      if (of !== null)
        await q.insert(t.affiliations).values({ ...dates, ...of, id: newId('aff'), personId: id })
      return id
    },
    projectMember: (projectId: string, personId: string) =>
      q.insert(t.projectMembers).values({ ...dates, projectId, personId }),
    appointment: (personId: string, role: Role, scopeKind: ScopeKind, scopeId: string) =>
      q.insert(t.appointments).values({ ...dates, id: newId('apt'), personId, role, scopeKind, scopeId }),
    pool: async (institutionId: string, name: string) => {
      const id = newId('pol')
      await q.insert(t.pools).values({ ...current, id, institutionId, name, nameEn: null, searchKey: name })
      return id
    },
    instrument: async (of: InstrumentOfLab) => {
      const id = newId('itm')
      await q.insert(t.instruments).values({ ...plainInstrument, ...of, searchKey: of.name, id })
      return id
    },
    policy: (instrumentId: string, rules: PolicyRules) =>
      q.insert(t.policies).values({
        id: newId('ply'),
        instrumentId,
        revision: 1,
        effectiveFrom: created,
        rules,
        createdAt: created,
        createdBy: null,
      }),
    sharingTerm: (instrumentId: string, allianceId: string, quota: string) =>
      q.insert(t.sharingTerms).values({
        ...fresh,
        id: newId('shr'),
        instrumentId,
        audience: 'alliance',
        allianceId,
        startsAt: created,
        endsAt: null,
        visibility: 'listed',
        priceCategory: 'member',
        quota,
      }),
  }
}

export interface InstrumentOfLab {
  readonly institutionId: string
  readonly poolId: string | null
  readonly name: string
  readonly resourceClass: string
  readonly exclusive: boolean
  readonly capacity: number
  readonly turnaroundSeconds: Seconds
}

const plainInstrument = {
  ...current,
  assetNumber: null,
  classCode: null,
  nameEn: null,
  zone: 'Asia/Shanghai',
  location: null,
  maker: null,
  model: null,
  serial: null,
  origin: null,
  purpose: 'general',
  source: null,
  originalValueMinor: null as Amount | null,
  currency: 'CNY',
  commissionedOn: null,
  customsSupervisedUntil: null,
  technique: null,
  serviceText: null,
  contact: null,
  details: {},
  operatingState: 'operation',
  mayBook: MAY_BOOK_DEFAULT,
  invitedProjectIds: [],
  publication: 'published',
  externalId: null,
} as const
