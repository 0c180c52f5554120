import type { Context } from '../../src/context.ts'
import type { Cap, PolicyRules } from '../../src/domain/policy.ts'
import { DEFAULT_POLICY } from '../../src/domain/policyDefaults.ts'
import { type Instant, instant, plusSeconds, type Seconds } from '../../src/domain/units.ts'
import { idsFrom } from '../../src/identifiers.ts'
import type { BookingDraft } from '../../src/operations/bookings/book.ts'
import type { Database, Tx } from '../../src/store/database.ts'
import { labRows } from '../support/labRows.ts'

const slotSeconds = 900
const hostsCount = 4
const membersCount = 8
const resourceClass = 'mass-spectrometer'

/** A researcher with the project and institution that their bookings stand under. */
export interface Researcher {
  readonly personId: string
  readonly institutionId: string
  readonly groupId: string
  readonly projectId: string
}

/** What a bench books: instruments shared with tracked quota, and researchers of other institutions. */
export interface Site {
  readonly allianceId: string
  readonly instrumentIds: readonly string[]
  readonly researchers: readonly Researcher[]
}

/** What the server of the HTTP bench tells of itself once it listens. */
export interface ServerReady {
  readonly address: string
  readonly site: Site
  /** An access token for each researcher of the site, in the same order. */
  readonly tokens: readonly string[]
}

/** A cap that is counted at every booking and never met. */
const generous: Cap = { per: 'person', measure: 'seconds', limit: 100_000_000, period: 'week' }

const hours = { from: '00:00', to: '24:00' } as PolicyRules['opening']['weekly'][number]

/** The rules that a usual lab sets: grid, lengths, opening hours with an exception, one cap. */
const rules: PolicyRules = {
  ...DEFAULT_POLICY,
  opening: {
    weekly: ([1, 2, 3, 4, 5, 6, 7] as const).map(weekday => ({ ...hours, weekday })),
    exceptions: [{ date: '2020-01-01' as never, open: [], note: '元旦' }],
  },
  horizonSeconds: 31_622_400 as Seconds,
  caps: [generous],
}

/** A context on the machine's clock, with a log that says nothing. */
export function benchContext(db: Database): Context {
  const clock = { now: () => instant(Date.now()) }
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
  return { db, clock, zone: 'Asia/Shanghai', newId: idsFrom(clock), log: silent }
}

/** Hosts with instruments, shared into one alliance with members whose researchers have a project each. */
export function furnishSite(
  context: Context,
  of: { readonly instruments: number; readonly researchers: number },
): Promise<Site> {
  return context.db.transact(async tx => {
    const rows = labRows(tx, context.newId)
    const allianceId = await rows.alliance('联盟')
    const hostIds: string[] = []
    for (let host = 0; host < hostsCount; host++) {
      const id = await rows.institution(`东道单位${host}`)
      await rows.membership(allianceId, id)
      hostIds.push(id)
    }
    const instrumentIds: string[] = []
    for (let number = 0; number < of.instruments; number++) {
      const institutionId = hostIds[number % hostsCount] as string
      instrumentIds.push(await instrument(tx, context, { institutionId, allianceId, number }))
    }
    const researchers: Researcher[] = []
    for (let member = 0; member < membersCount; member++) {
      const institutionId = await rows.institution(`成员单位${member}`)
      await rows.membership(allianceId, institutionId)
      const groupId = await rows.group(institutionId, '课题组')
      const projectId = await rows.project(groupId, `P${member}`)
      for (let person = 0; person < of.researchers / membersCount; person++) {
        const personId = await rows.person({ institutionId, groupId })
        await rows.projectMember(projectId, personId)
        researchers.push({ personId, institutionId, groupId, projectId })
      }
    }
    return { allianceId, instrumentIds, researchers }
  })
}

async function instrument(
  tx: Tx,
  context: Context,
  of: { readonly institutionId: string; readonly allianceId: string; readonly number: number },
): Promise<string> {
  const rows = labRows(tx, context.newId)
  const shape = { poolId: null, resourceClass, exclusive: true, capacity: 1, turnaroundSeconds: 0 as Seconds }
  const { institutionId, number } = of
  const id = await rows.instrument({ ...shape, institutionId, name: `质谱仪${number}` })
  await rows.policy(id, rules)
  await rows.sharingTerm(id, of.allianceId, 'tracked')
  return id
}

/** A slot that no earlier wish of the same counter has asked for, and who asks. */
export interface Wish {
  readonly instrumentId: string
  readonly researcher: Researcher
  readonly start: Instant
  readonly end: Instant
}

/** Distinct free slots after `from`, one instrument after the other, by one researcher after the other. */
export function* wishes(site: Site, from: Instant): Generator<Wish, never> {
  const step = slotSeconds * 1000
  const first = instant(Math.ceil(from / step) * step)
  for (let number = 0; ; number++) {
    const instrumentId = site.instrumentIds[number % site.instrumentIds.length] as string
    const researcher = site.researchers[number % site.researchers.length] as Researcher
    const slot = Math.floor(number / site.instrumentIds.length)
    const start = plusSeconds(first, slot * slotSeconds)
    yield { instrumentId, researcher, start, end: plusSeconds(start, slotSeconds) }
  }
}

export const draftOf = (wish: Wish): BookingDraft => ({
  instrumentId: wish.instrumentId,
  poolId: null,
  projectId: wish.researcher.projectId,
  allianceId: null,
  agreementId: null,
  forPersonId: null,
  start: wish.start,
  end: wish.end,
  places: 1,
  kind: 'use',
  title: '样品 42',
  details: {},
  overrideReason: null,
})
