import { strict as assert } from 'node:assert'
import type { Context } from '../../src/context.ts'
import { SITE_ID } from '../../src/domain/appointing.ts'
import type { QuotaMode } from '../../src/domain/booking.ts'
import type { PolicyRules } from '../../src/domain/policy.ts'
import { DEFAULT_POLICY } from '../../src/domain/policyDefaults.ts'
import type { Role, ScopeKind } from '../../src/domain/roles.ts'
import {
  type Amount,
  amount,
  type Instant,
  type Seconds,
  seconds,
  secondsPerHour,
} from '../../src/domain/units.ts'
import { book, type BookingDraft } from '../../src/operations/bookings/book.ts'
import { emptyLot } from '../../src/operations/ledger/holds.ts'
import { post } from '../../src/operations/ledger/post.ts'
import { type Actor, SYSTEM } from '../../src/operations/perform.ts'
import type { Engine, Tx } from '../../src/store/database.ts'
import {
  ensureAccount,
  ensureLedger,
  ensureLot,
  ensurePeriod,
  lotsOfHolder,
} from '../../src/store/ledger/lots.ts'
import { at } from './clock.ts'
import { type TestContext, testContext } from './context.ts'
import { labRows } from './labRows.ts'
import type { Scope } from './scope.ts'

export interface LabOptions {
  readonly now?: Instant
  /** One instrument for each name. */
  readonly instruments?: readonly string[]
  /** `one`: all instruments stand in for one another. */
  readonly pool?: 'none' | 'one'
  /** More than one place makes the instruments shared. */
  readonly capacity?: number
  readonly turnaroundSeconds?: number
  /** Laid over the default policy. */
  readonly rules?: Partial<PolicyRules>
  /** Of the alliance's sharing term. */
  readonly quota?: QuotaMode
  /** Member institutions beside the host, each with a group, a project, a researcher and an admin. */
  readonly members?: number
  /** Hours in the first period: in the alliance's reserve, and in the project of each member. */
  readonly reserveHours?: number
  readonly projectHours?: number
  /** Members without an account of their own draw on the reserve. */
  readonly pooled?: boolean
  /** Of the one period that is open; the first quarter of 2026 when left out. */
  readonly period?: { readonly start: string; readonly end: string }
}

/** A member institution with one of everything that booking needs. */
export interface Member {
  readonly institutionId: string
  readonly groupId: string
  readonly projectId: string
  readonly researcher: Actor
  readonly admin: Actor
}

export interface LabBooking {
  /** The first member's researcher when left out. */
  readonly by?: Actor
  /** An instrument's name or id; the first one when left out. */
  readonly instrument?: string
  /** Any unit of the lab's pool. */
  readonly fromPool?: boolean
  readonly start: Instant
  readonly end: Instant
  readonly draft?: Partial<BookingDraft>
}

export type HolderKind = 'reserve' | 'institution' | 'group' | 'project'

/** What an account has over all its lots, in the ledger's unit. */
export interface Balance {
  readonly granted: number
  readonly available: number
  readonly held: number
  readonly used: number
  readonly forfeited: number
  readonly expired: number
  readonly carried: number
}

export type Lab<Made extends Context = TestContext> = Awaited<ReturnType<typeof labIn<Made>>>

const resourceClass = 'mass-spectrometer'
const quarter = { start: '2026-01-01T00:00+08:00', end: '2026-04-01T00:00+08:00' }

/**
 * A host institution with instruments that it shares into an alliance with members, quota in an open period,
 * and short words for what tests do with them. Now is Monday 2026-03-02, 08:00 in China.
 */
export const aLab = async (t: Scope, engine: Engine, options: LabOptions = {}): Promise<Lab> =>
  labIn(await testContext(t, engine, options.now), options)

/** The same in a database that the test has opened by itself. */
export async function labIn<Made extends Context>(context: Made, options: LabOptions = {}) {
  const made = await context.db.transact(tx => furnish(context, tx, options))
  const [firstMember] = made.members
  assert(firstMember !== undefined, 'a lab has a member')

  const instrumentId = (name?: string) => {
    const id =
      name === undefined ? [...made.instrumentIds.values()][0] : (made.instrumentIds.get(name) ?? name)
    assert(id !== undefined, 'a lab has an instrument')
    return id
  }
  const draftOf = (wish: LabBooking): BookingDraft => ({
    ...plainDraft,
    instrumentId: wish.fromPool === true ? null : instrumentId(wish.instrument),
    poolId: wish.fromPool === true ? made.poolId : null,
    start: wish.start,
    end: wish.end,
    ...wish.draft,
  })
  const lotsOf = (kind: HolderKind, id: string) =>
    lotsOfHolder(context.db.read, { ledgerId: made.ledgerId, holderKind: kind, holderId: id })

  return {
    ...made,
    context,
    clock: context.clock as Made['clock'],
    member: firstMember,
    instrumentId,
    draftOf,
    /** `slot('10:00/11:00')` on the Wednesday after now, or on the day given, in China. */
    slot: (times: string, day = '2026-03-04') => {
      const [from = '', to = ''] = times.split('/')
      return { start: at(`${day}T${from}+08:00`), end: at(`${day}T${to}+08:00`) }
    },
    book: (wish: LabBooking) => book(context, wish.by ?? firstMember.researcher, draftOf(wish)),
    /** Another researcher on a member's project; the first member's when left out. */
    anotherResearcher: (of: Member = firstMember): Promise<Actor> =>
      context.db.transact(async tx => ({ personId: await researcherOf(labRows(tx, context.newId), of) })),
    /** Someone with one role and no affiliation. */
    holding: (role: Role, scopeKind: ScopeKind = 'site', scopeId: string = SITE_ID): Promise<Actor> =>
      context.db.transact(async tx => {
        const rows = labRows(tx, context.newId)
        const personId = await rows.person(null)
        await rows.appointment(personId, role, scopeKind, scopeId)
        return { personId }
      }),
    /** Sum over the lots of a holder; the first member's project when left out. */
    balance: async (kind: HolderKind = 'project', id: string = firstMember.projectId): Promise<Balance> =>
      sumOf(await lotsOf(kind, id)),
    lotsOf,
  }
}

async function furnish(context: Context, tx: Tx, options: LabOptions) {
  const rows = labRows(tx, context.newId)
  const hostId = await rows.institution('东道研究所')
  const allianceId = await rows.alliance('某创新联合体')
  await rows.membership(allianceId, hostId)
  const appointed = async (role: Role, scopeKind: ScopeKind, scopeId: string): Promise<Actor> => {
    const personId = await rows.person(null)
    await rows.appointment(personId, role, scopeKind, scopeId)
    return { personId }
  }
  const members: Member[] = []
  for (let number = 1; number <= (options.members ?? 2); number++) {
    const institutionId = await rows.institution(`成员单位${number}`)
    await rows.membership(allianceId, institutionId)
    const groupId = await rows.group(institutionId, `课题组${number}`)
    const projectId = await rows.project(groupId, `P${number}`)
    const personId = await researcherOf(rows, { institutionId, groupId, projectId })
    const admin = await appointed('institution-admin', 'institution', institutionId)
    members.push({ institutionId, groupId, projectId, researcher: { personId }, admin })
  }
  return {
    hostId,
    allianceId,
    members,
    ...(await furnishInstruments(context, tx, { hostId, allianceId, options })),
    ...(await furnishLedger(context, tx, { allianceId, members, options })),
    labManager: await appointed('lab-manager', 'institution', hostId),
    allianceAdmin: await appointed('alliance-admin', 'alliance', allianceId),
    auditor: await appointed('auditor', 'site', SITE_ID),
  }
}

type Rows = ReturnType<typeof labRows>

async function researcherOf(rows: Rows, of: Omit<Member, 'researcher' | 'admin'>): Promise<string> {
  const personId = await rows.person({ institutionId: of.institutionId, groupId: of.groupId })
  await rows.projectMember(of.projectId, personId)
  return personId
}

interface InstrumentsToMake {
  readonly hostId: string
  readonly allianceId: string
  readonly options: LabOptions
}

async function furnishInstruments(context: Context, tx: Tx, of: InstrumentsToMake) {
  const { hostId, allianceId, options } = of
  const rows = labRows(tx, context.newId)
  const poolId = options.pool === 'one' ? await rows.pool(hostId, '质谱池') : null
  const instrumentIds = new Map<string, string>()
  const rules = { ...DEFAULT_POLICY, ...options.rules }
  const capacity = options.capacity ?? 1
  const turnaroundSeconds = (options.turnaroundSeconds ?? 0) as Seconds
  for (const name of options.instruments ?? ['confocal']) {
    const shape = { exclusive: capacity === 1, capacity, turnaroundSeconds, resourceClass }
    const id = await rows.instrument({ institutionId: hostId, poolId, name, ...shape })
    await rows.policy(id, rules)
    await rows.sharingTerm(id, allianceId, options.quota ?? 'enforced')
    instrumentIds.set(name, id)
  }
  return { poolId, instrumentIds }
}

interface LedgerToMake {
  readonly allianceId: string
  readonly members: readonly Member[]
  readonly options: LabOptions
}

async function furnishLedger(context: Context, tx: Tx, of: LedgerToMake) {
  const { allianceId, members, options } = of
  const createdAt = context.clock.now()
  const unit = options.rules?.bookingUnit === 'day' ? 'day' : 'second'
  const ledgerId = context.newId('ldg')
  const ledger = { id: ledgerId, allianceId, resourceClass, unit, zone: 'Asia/Shanghai', createdAt }
  await ensureLedger(tx, { ...ledger, pooled: options.pooled ?? false })
  const periodId = context.newId('prd')
  const { start, end } = options.period ?? quarter
  const period = { id: periodId, ledgerId, name: '2026Q1', startsAt: at(start), endsAt: at(end) }
  await ensurePeriod(tx, { ...period, state: 'open' })
  const lotFor = async (holderKind: HolderKind, holderId: string) => {
    const account = await ensureAccount(tx, {
      id: context.newId('acc'),
      ledgerId,
      holderKind,
      holderId,
      createdAt,
    })
    const place = {
      ledgerId,
      accountId: account.id,
      periodId,
      validFrom: period.startsAt,
      validTo: period.endsAt,
    }
    const lot = { ...emptyLot(place), id: context.newId('lot'), kind: 'base', bounded: true }
    return (await ensureLot(tx, lot)).id
  }
  const move = (sourceLotId: string | null, destinationLotId: string, units: Amount) => {
    const base = { ledgerId, periodId, op: 'post', kind: 'grant', effectiveAt: period.startsAt } as const
    return post(context, tx, SYSTEM, { ...base, sourceLotId, destinationLotId, amount: units })
  }
  const reserveLotId = await lotFor('reserve', allianceId)
  const perProject = hoursToUnits(options.projectHours ?? (options.pooled === true ? 0 : 60), unit)
  const reserve = hoursToUnits(options.reserveHours ?? 0, unit)
  const minted = amount(reserve + perProject * members.length)
  if (minted > 0) await move(null, reserveLotId, minted)
  if (perProject > 0) {
    for (const { projectId } of members)
      await move(reserveLotId, await lotFor('project', projectId), perProject)
  }
  return { ledgerId, periodId }
}

/** In a ledger of days the "hours" of the options are days. */
const hoursToUnits = (hours: number, unit: string): Amount =>
  amount(unit === 'day' ? hours : seconds(Math.round(hours * secondsPerHour)))

const plainDraft = {
  projectId: null,
  allianceId: null,
  agreementId: null,
  forPersonId: null,
  places: 1,
  kind: 'use',
  title: null,
  details: {},
  overrideReason: null,
} as const

function sumOf(lots: Awaited<ReturnType<typeof lotsOfHolder>>): Balance {
  const sum = (of: (lot: (typeof lots)[number]) => number) => lots.reduce((total, lot) => total + of(lot), 0)
  const spent = (lot: (typeof lots)[number]) =>
    lot.held + lot.used + lot.forfeited + lot.expired + lot.carried
  return {
    granted: sum(lot => lot.granted),
    available: sum(lot => lot.granted - spent(lot)),
    held: sum(lot => lot.held),
    used: sum(lot => lot.used),
    forfeited: sum(lot => lot.forfeited),
    expired: sum(lot => lot.expired),
    carried: sum(lot => lot.carried),
  }
}
