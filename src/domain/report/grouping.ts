import type { Span } from '../span.ts'
import { amount, type Instant } from '../units.ts'
import type { Charges, ReportRow } from './columns.ts'
import type { UserKey } from './facts.ts'
import { isOfClosedMonths, type Sight } from './reach.ts'
import {
  addInstrumentTime,
  addUserTime,
  emptyInstrumentTally,
  emptyUserTally,
  instrumentTime,
  type InstrumentTime,
  type UserTally,
  userTime,
  type Utilization,
} from './time.ts'

/** What a report can be broken down by, in any combination; left out, it is added up over. */
export const GROUP_KEYS = ['instrument', 'institution', 'alliance', 'month'] as const
export type GroupKey = (typeof GROUP_KEYS)[number]

/** Whether users are told apart; otherwise only the figures of whole instruments are needed. */
export const isByUser = (by: Iterable<GroupKey>) =>
  [...by].some(key => key === 'institution' || key === 'alliance')

/** The user institution of rows in which cells of too few institutions were merged. */
export const OTHERS = 'others'

/** A cell of fewer institutions would tell one of them what another one does. */
const institutionsMin = 3

/** The ledger in which an alliance counts one class of instruments, and how far it is sealed. */
export interface LedgerHead {
  readonly ledgerId: string
  readonly resourceClass: string
  readonly unit: string
  readonly seq: number
  readonly hash: string
}

export interface UserCharges extends UserKey {
  readonly charges: Charges
}

/** What became of one instrument in one period: the atom of every report. */
export interface ReportCell {
  readonly instrument: {
    readonly id: string
    readonly institutionId: string
    readonly zone: string
    readonly resourceClass: string
  }
  readonly period: Span
  readonly sight: Sight
  readonly figures: Utilization
  /** The one ledger of the instrument's class in the alliance asked about; undefined for none or several. */
  readonly ledger: LedgerHead | undefined
  readonly charges: readonly UserCharges[]
}

export interface Grouping {
  readonly by: ReadonlySet<GroupKey>
  /** The alliance whose shares are told where the sight is no more than that. */
  readonly allianceId: string | null
  readonly asOf: Instant
}

type RowKey = Omit<ReportRow, 'time' | 'charges' | 'unit' | 'asOfSeq'>

/** Rows that differ in the user institution only. */
interface UserGroup {
  readonly key: RowKey
  readonly sight: Sight
  readonly members: Map<string, Sum<UserTally>>
}

/**
 * Adds cells up to the rows of a report. Whatever the grouping, each column sums to the same total: broken
 * down by user, the instrument's own columns (open, down, idle, …) stand in a row that names no user.
 *
 * For a reader who sees an alliance's shares only, users outside the alliance, periods that are not closed
 * months, and rows of fewer than three institutions go into one row `others` of the period.
 */
export class ReportRows {
  readonly #grouping: Grouping
  readonly #whole = new Map<string, { readonly key: RowKey; readonly sum: Sum<InstrumentTime> }>()
  readonly #users = new Map<string, UserGroup>()
  readonly #total = emptyInstrumentTally()

  constructor(grouping: Grouping) {
    this.#grouping = grouping
  }

  /** Rows that there will be at least; for a limit. */
  get size(): number {
    let users = 0
    for (const { members } of this.#users.values()) users += members.size
    return this.#whole.size + users
  }

  add(cell: ReportCell): void {
    const { total, users } = cell.figures
    const byUser = isByUser(this.#grouping.by)
    addInstrumentTime(this.#total, total)
    const key = this.#keyOf(cell)
    const { sum } = obtain(this.#whole, nameOf(key), () => ({ key, sum: new Sum(emptyInstrumentTally()) }))
    addInstrumentTime(sum.tally, byUser ? { ...total, ...emptyUserTally() } : total)
    sum.count(cell.ledger)
    if (!byUser) {
      for (const { charges } of cell.charges) sum.charge(charges)
      return
    }
    for (const user of users) addUserTime(this.#sumOf(cell, user).tally, user.time)
    for (const user of cell.charges) this.#sumOf(cell, user).charge(user.charges)
  }

  /** The time of all cells together. */
  total(): InstrumentTime {
    return instrumentTime(this.#total)
  }

  /** All rows, in an order of their own that is the same each time. */
  close(): ReportRow[] {
    const users = new Map<string, { readonly key: RowKey; readonly sum: Sum<UserTally> }>()
    for (const { key, sight, members } of this.#users.values()) {
      const isSmall = sight === 'alliance' && members.size < institutionsMin
      for (const [userInstitutionId, part] of members) {
        const split = this.#grouping.by.has('institution') ? { ...key, userInstitutionId } : key
        const told = isSmall ? othersOf(key) : split
        const made = { key: told, sum: new Sum(emptyUserTally()) }
        const { sum } = obtain(users, nameOf(told), () => made)
        addUserTime(sum.tally, part.tally)
        sum.merge(part)
      }
    }
    const rows = [
      ...[...this.#whole.values()].map(({ key, sum }) => sum.row(key, instrumentTime(sum.tally))),
      ...[...users.values()].map(({ key, sum }) => sum.row(key, userTime(sum.tally))),
    ]
    return rows.toSorted(inOrder)
  }

  #keyOf({ instrument, period }: ReportCell): RowKey {
    const byInstrument = this.#grouping.by.has('instrument')
    return {
      period,
      zone: instrument.zone,
      allianceId: null,
      hostInstitutionId: byInstrument ? instrument.institutionId : null,
      instrumentId: byInstrument ? instrument.id : null,
      resourceClass: byInstrument ? instrument.resourceClass : null,
      userInstitutionId: null,
      userCategory: null,
      projectId: null,
    }
  }

  #sumOf(cell: ReportCell, user: UserKey): Sum<UserTally> {
    const base = this.#keyOf(cell)
    const isTold = cell.sight === 'whole' || this.#isShareOf(cell, user)
    const key = isTold
      ? { ...base, userCategory: categoryOf(cell, user), allianceId: this.#allianceOf(user) }
      : othersOf(base)
    const sight = isTold ? cell.sight : 'whole'
    const { members } = obtain(this.#users, `${sight} ${nameOf(key)}`, () => ({
      key,
      sight,
      members: new Map<string, Sum<UserTally>>(),
    }))
    const sum = obtain(members, isTold ? user.institutionId : OTHERS, () => new Sum(emptyUserTally()))
    sum.count(cell.ledger)
    return sum
  }

  #allianceOf(user: UserKey): string | null {
    return this.#grouping.by.has('alliance') ? user.allianceId : null
  }

  #isShareOf({ instrument, period }: ReportCell, { allianceId }: UserKey): boolean {
    const { asOf } = this.#grouping
    return allianceId === this.#grouping.allianceId && isOfClosedMonths(instrument.zone, period, asOf)
  }
}

/** A row in the making. Amounts of different units are not added: such a row has none. */
class Sum<Tally> {
  readonly tally: Tally
  readonly #charges = { charged: 0, forfeited: 0, overrun: 0 }
  readonly #ledgers = new Map<string, LedgerHead>()

  constructor(tally: Tally) {
    this.tally = tally
  }

  count(ledger: LedgerHead | undefined): void {
    if (ledger !== undefined) this.#ledgers.set(ledger.ledgerId, ledger)
  }

  charge({ charged, forfeited, overrun }: Charges): void {
    this.#charges.charged += charged
    this.#charges.forfeited += forfeited
    this.#charges.overrun += overrun
  }

  merge(part: Sum<Tally>): void {
    this.charge(part.#charges as Charges)
    for (const ledger of part.#ledgers.values()) this.count(ledger)
  }

  row(key: RowKey, time: ReportRow['time']): ReportRow {
    const ledgers = [...this.#ledgers.values()]
    const units = new Set(ledgers.map(({ unit }) => unit))
    const [unit = null] = units.size === 1 ? units : []
    const [only, other] = ledgers
    const asOfSeq = other === undefined ? (only?.seq ?? null) : null
    return { ...key, time, unit, charges: unit === null ? null : chargesOf(this.#charges), asOfSeq }
  }
}

const chargesOf = (sums: { readonly [Column in keyof Charges]: number }): Charges => ({
  charged: amount(sums.charged),
  forfeited: amount(sums.forfeited),
  overrun: amount(sums.overrun),
})

/** The row of a period that takes what may not stand by itself. */
const othersOf = (key: RowKey): RowKey => ({
  ...key,
  allianceId: null,
  hostInstitutionId: null,
  instrumentId: null,
  resourceClass: null,
  userInstitutionId: OTHERS,
  userCategory: null,
})

/** Whose time it was, seen from the host. */
function categoryOf({ instrument }: ReportCell, user: UserKey): string {
  if (user.institutionId === instrument.institutionId) return 'own'
  return user.allianceId === null ? 'outside' : 'member'
}

const ORDER = [
  'zone',
  'instrumentId',
  'userInstitutionId',
  'allianceId',
  'userCategory',
] as const satisfies readonly (keyof RowKey)[]

function inOrder(a: ReportRow, b: ReportRow): number {
  if (a.period.start !== b.period.start) return a.period.start - b.period.start
  for (const column of ORDER) {
    const [left, right] = [a[column] ?? '', b[column] ?? '']
    if (left !== right) return left < right ? -1 : 1
  }
  return 0
}

/** A text that is the same for the same row; ids hold no blanks. */
const nameOf = ({ period, zone, instrumentId, ...user }: RowKey): string => {
  const { userInstitutionId, allianceId, userCategory } = user
  const whose = `${userInstitutionId} ${allianceId} ${userCategory}`
  return `${period.start} ${period.end} ${zone} ${instrumentId} ${whose}`
}

function obtain<Value>(map: Map<string, Value>, name: string, make: () => Value): Value {
  const present = map.get(name)
  if (present !== undefined) return present
  const made = make()
  map.set(name, made)
  return made
}
