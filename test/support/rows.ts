import type { BookingState } from '../../src/domain/booking.ts'
import { isLive } from '../../src/domain/booking.ts'
import type { PolicyRules } from '../../src/domain/policy.ts'
import { MAY_BOOK_DEFAULT } from '../../src/domain/instrument.ts'
import { type Amount, amount, type Instant, plusSeconds, seconds } from '../../src/domain/units.ts'
import type { Database } from '../../src/store/database.ts'
import type { Tables } from '../../src/store/schema/tables.ts'
import { at } from './clock.ts'

/**
 * The smallest valid row of each table, as guards and the seam meet them; a test says only what matters to
 * it.
 */
type Row<Name extends keyof Tables> = Tables[Name]['$inferInsert']

const now = at('2026-03-02T08:00+08:00')
const none = amount(0)

export const anInstitution = (given: Partial<Row<'institutions'>> = {}): Row<'institutions'> => ({
  id: 'ins_1',
  name: '示例大学',
  searchKey: '示例大学',
  kind: 'university',
  jurisdiction: 'mainland',
  version: 1,
  createdAt: now,
  ...given,
})

const aPerson = (given: Partial<Row<'people'>> = {}): Row<'people'> => ({
  id: 'per_1',
  searchKey: '',
  userKind: 'domestic',
  locale: 'zh-CN',
  version: 1,
  createdAt: now,
  ...given,
})

const anAlliance = (given: Partial<Row<'alliances'>> = {}): Row<'alliances'> => ({
  id: 'all_1',
  slug: 'proteomics',
  name: '示例联盟',
  searchKey: '示例联盟',
  type: 'consortium',
  zone: 'Asia/Shanghai',
  currency: 'CNY',
  version: 1,
  createdAt: now,
  ...given,
})

export const anInstrument = (given: Partial<Row<'instruments'>> = {}): Row<'instruments'> => ({
  id: 'ist_1',
  institutionId: 'ins_1',
  resourceClass: 'mass-spectrometer',
  name: '质谱仪',
  searchKey: '质谱仪',
  exclusive: true,
  capacity: 1,
  turnaroundSeconds: seconds(0),
  zone: 'Asia/Shanghai',
  purpose: 'general',
  currency: 'CNY',
  details: {},
  operatingState: 'operation',
  mayBook: MAY_BOOK_DEFAULT,
  invitedProjectIds: [],
  publication: 'published',
  version: 1,
  createdAt: now,
  ...given,
})

interface BookingGiven extends Partial<Row<'bookings'>> {
  /** Hours after the start of the day; the two edges of the span. */
  readonly from?: number
  readonly to?: number
  readonly state?: BookingState
}

/** A booking from one hour to another of a fixed day; live as its state says. */
export function aBooking({ from = 9, to = 10, ...given }: BookingGiven = {}): Row<'bookings'> {
  const state = given.state ?? 'confirmed'
  return {
    id: `bkg_${from}_${to}`,
    instrumentId: 'ist_1',
    exclusive: true,
    places: 1,
    start: hour(from),
    end: hour(to),
    occupiedUntil: hour(to),
    state,
    live: isLive(state),
    kind: 'use',
    personId: 'per_1',
    bookedById: 'per_1',
    institutionId: 'ins_1',
    quota: 'none',
    priceCategory: 'member',
    policyId: 'pol_1',
    policy: {} as PolicyRules,
    details: {},
    cancelledLate: false,
    version: 1,
    createdAt: now,
    ...given,
  }
}

const secondsPerHour = 3600

export const hour = (count: number): Instant =>
  plusSeconds(at('2026-03-03T00:00+08:00'), count * secondsPerHour)

export const aLedger = (given: Partial<Row<'ledgers'>> = {}): Row<'ledgers'> => ({
  id: 'led_1',
  allianceId: 'all_1',
  resourceClass: 'mass-spectrometer',
  unit: 'second',
  zone: 'Asia/Shanghai',
  pooled: false,
  createdAt: now,
  ...given,
})

export const aPeriod = (given: Partial<Row<'periods'>> = {}): Row<'periods'> => ({
  id: 'prd_1',
  ledgerId: 'led_1',
  name: '2026',
  startsAt: at('2026-01-01T00:00+08:00'),
  endsAt: at('2027-01-01T00:00+08:00'),
  state: 'open',
  ...given,
})

export const anAccount = (given: Partial<Row<'accounts'>> = {}): Row<'accounts'> => ({
  id: 'acc_1',
  ledgerId: 'led_1',
  holderKind: 'project',
  holderId: 'prj_1',
  createdAt: now,
  ...given,
})

/** A bounded lot, empty as every lot begins. */
export const aLot = (given: Partial<Row<'lots'>> = {}): Row<'lots'> => ({
  id: 'lot_1',
  ledgerId: 'led_1',
  accountId: 'acc_1',
  periodId: 'prd_1',
  kind: 'base',
  validFrom: at('2026-01-01T00:00+08:00'),
  validTo: at('2027-01-01T00:00+08:00'),
  bounded: true,
  overdraft: none,
  granted: none,
  held: none,
  used: none,
  forfeited: none,
  expired: none,
  carried: none,
  ...given,
})

interface TransferGiven extends Partial<Omit<Row<'transfers'>, 'amount'>> {
  readonly id: string
  readonly amount: number
}

/** A transfer of the one lot: a hold unless said otherwise. */
export const aTransfer = (given: TransferGiven): Row<'transfers'> => ({
  ledgerId: 'led_1',
  periodId: 'prd_1',
  op: 'hold',
  kind: 'use',
  sourceLotId: 'lot_1',
  effectiveAt: now,
  recordedAt: now,
  actorId: 'per_1',
  salt: '00',
  digest: '00',
  ...given,
  amount: given.amount as Amount,
})

/** Units that come into the lot from nowhere, as at the opening of a period. */
export const aGrant = (amountGranted: number, given: Partial<TransferGiven> = {}) =>
  aTransfer({
    id: 'trf_grant',
    op: 'post',
    kind: 'grant',
    sourceLotId: null,
    destinationLotId: 'lot_1',
    amount: amountGranted,
    ...given,
  })

export const anAuditLine = (given: Partial<Row<'audit'>> = {}): Row<'audit'> => ({
  id: 'aud_1',
  at: now,
  actorId: 'per_1',
  actedAs: 'owner',
  verb: 'book',
  noun: 'bookings',
  nounId: 'bkg_1',
  fields: [],
  ...given,
})

export const aSetting = (key: string, value: unknown = true): Row<'settings'> => ({
  key,
  value,
  updatedAt: now,
})

/**
 * A person, an exclusive instrument `ist_1`, one of twenty places `ist_shared`, and a ledger with an empty
 * lot.
 */
export async function layFoundation(db: Database) {
  await db.transact(async tx => {
    const { q, t } = tx
    await q.insert(t.institutions).values(anInstitution())
    await q.insert(t.people).values(aPerson())
    await q.insert(t.alliances).values(anAlliance())
    await q.insert(t.instruments).values(anInstrument())
    await q.insert(t.instruments).values(anInstrument({ id: 'ist_shared', exclusive: false, capacity: 20 }))
    await q.insert(t.ledgers).values(aLedger())
    await q.insert(t.periods).values(aPeriod())
    await q.insert(t.accounts).values(anAccount())
    await q.insert(t.lots).values(aLot())
  })
}
