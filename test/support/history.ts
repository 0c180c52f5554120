import type { Test } from 'tap'
import { isLive } from '../../src/domain/booking.ts'
import type { PolicyRules } from '../../src/domain/policy.ts'
import { DEFAULT_POLICY } from '../../src/domain/policyDefaults.ts'
import type { Role, ScopeKind } from '../../src/domain/roles.ts'
import type { Span } from '../../src/domain/span.ts'
import { type Amount, type Instant, instant, type Seconds } from '../../src/domain/units.ts'
import { addBooking, type BookingRow, changeBooking } from '../../src/store/bookings/rows.ts'
import type { Engine, Tx } from '../../src/store/database.ts'
import { markDirty } from '../../src/store/dirtyDays.ts'
import { insertOutage } from '../../src/store/outages.ts'
import { insertPolicy } from '../../src/store/policies.ts'
import { addRun, type RunRow } from '../../src/store/runs.ts'
import { type TestContext, testContext } from './context.ts'
import { labRows } from './labRows.ts'

/** An instrument whose past a test writes. */
export interface Told {
  readonly id: string
  readonly zone: string
  readonly exclusive: boolean
}

interface InstrumentWish {
  readonly name?: string
  readonly zone?: string
  readonly capacity?: number
  readonly rules?: Partial<PolicyRules>
  /** When it was entered. */
  readonly createdAt?: Instant
  readonly institutionId?: string
}

export type History = Awaited<ReturnType<typeof aHistory>>

/**
 * Institutions, an alliance and short words that write straight into the tables what happened on instruments,
 * with the marks that operations set: for reports, which ask what was and not how it came about.
 */
export async function aHistory(t: Test, engine: Engine, now?: Instant) {
  const context = await testContext(t, engine, now)
  const write = <Result>(work: (tx: Tx) => Promise<Result>) => context.db.transact(work)
  const made = await write(async tx => {
    const rows = labRows(tx, context.newId)
    const hostId = await rows.institution('东道研究所')
    const memberId = await rows.institution('成员大学')
    const companyId = await rows.institution('某公司')
    const allianceId = await rows.alliance('某创新联合体')
    for (const id of [hostId, memberId]) await rows.membership(allianceId, id)
    return { hostId, memberId, companyId, allianceId, personId: await rows.person(null) }
  })
  return {
    ...made,
    context,
    write,
    host: { institutionId: made.hostId, allianceId: null },
    member: { institutionId: made.memberId, allianceId: made.allianceId },
    outsider: { institutionId: made.companyId, allianceId: null },
    institution: (name: string) => write(tx => labRows(tx, context.newId).institution(name)),
    instrument: (wish: InstrumentWish = {}) =>
      write(tx => addTold(context, tx, { institutionId: made.hostId, ...wish })),
    share: (of: Told) => write(tx => labRows(tx, context.newId).sharingTerm(of.id, made.allianceId, 'none')),
    appoint: (role: Role, scopeKind: ScopeKind, scopeId: string) =>
      write(async tx => {
        const rows = labRows(tx, context.newId)
        const personId = await rows.person(null)
        await rows.appointment(personId, role, scopeKind, scopeId)
        return personId
      }),
    /** The host's own, completed, unless said otherwise. */
    book: (of: Told, over: Span, booking: Partial<BookingRow> = {}) =>
      write(async tx => {
        const owner = { personId: made.personId, institutionId: made.hostId }
        const row = bookingRow(context, of, { ...over, ...owner, ...booking })
        await addBooking(tx, row)
        await markDirty(tx, of, row)
        return row
      }),
    change: (of: Told, booking: BookingRow, change: Partial<BookingRow>) =>
      write(async tx => {
        await markDirty(tx, of, booking)
        return changeBooking(tx, booking, change)
      }),
    use: (of: Told, over: Span, run: Partial<RunRow> & Pick<RunRow, 'institutionId' | 'allianceId'>) =>
      write(async tx => {
        await addRun(tx, { ...plainRun, ...over, id: context.newId('run'), instrumentId: of.id, ...run })
        await markDirty(tx, of, over)
      }),
    down: (of: Told, over: Span, kind: 'planned' | 'unplanned') =>
      write(async tx => {
        await insertOutage(tx, {
          ...plainOutage,
          ...over,
          id: context.newId('out'),
          instrumentId: of.id,
          kind,
        })
        await markDirty(tx, of, over)
      }),
  }
}

async function addTold(
  context: TestContext,
  tx: Tx,
  wish: InstrumentWish & { readonly institutionId: string },
) {
  const { name = '质谱仪', zone = 'Asia/Shanghai', capacity = 1, createdAt = context.clock.now() } = wish
  const shape = { exclusive: capacity === 1, capacity, turnaroundSeconds: 0 as Seconds }
  const place = { institutionId: wish.institutionId, poolId: null, resourceClass: 'mass-spectrometer' }
  const wanted = { ...place, ...shape, name, zone, createdAt }
  const id = await labRows(tx, context.newId).instrument(wanted)
  await insertPolicy(tx, {
    id: context.newId('plc'),
    instrumentId: id,
    revision: 1,
    effectiveFrom: instant(0),
    rules: { ...DEFAULT_POLICY, ...wish.rules },
    createdAt,
    createdBy: null,
  })
  return { id, zone, exclusive: shape.exclusive } satisfies Told
}

type BookingGiven = Partial<BookingRow> & Pick<BookingRow, 'start' | 'end' | 'personId' | 'institutionId'>

function bookingRow(context: TestContext, of: Told, given: BookingGiven): BookingRow {
  const state = given.state ?? 'completed'
  return {
    ...plainBooking,
    id: context.newId('bkg'),
    instrumentId: of.id,
    exclusive: of.exclusive,
    occupiedUntil: given.end,
    bookedById: given.personId,
    state,
    live: isLive(state),
    createdAt: context.clock.now(),
    ...given,
  }
}

const plainBooking = {
  places: 1,
  kind: 'use',
  groupId: null,
  projectId: null,
  allianceId: null,
  agreementId: null,
  sharingTermId: null,
  quota: 'none',
  priceCategory: 'member',
  policyId: 'plc',
  policy: DEFAULT_POLICY,
  title: null,
  details: {},
  override: null,
  expiresAt: null,
  checkedInAt: null,
  checkedOutAt: null,
  endedAt: null,
  reuseDueAt: null,
  cancelledLate: false,
  decisionById: null,
  decisionReason: null,
  source: null,
  externalId: null,
  version: 1,
} as const

const noSeconds = 0 as Seconds

const plainRun = {
  bookingId: null,
  personId: null,
  projectId: null,
  places: 1,
  mode: 'self-operated',
  quantity: 0,
  samples: null,
  prepSeconds: noSeconds,
  runSeconds: noSeconds,
  postSeconds: noSeconds,
  idleSeconds: noSeconds,
  evidence: 'check-in',
  bookedSeconds: noSeconds,
  usedSeconds: noSeconds,
  chargedUnits: 0 as Amount,
  rating: null,
  ratingText: null,
  agreementSigned: false,
  version: 1,
  createdAt: instant(0),
} as const

const plainOutage = {
  reason: null,
  version: 1,
  createdAt: instant(0),
  createdBy: null,
  retiredAt: null,
} as const
