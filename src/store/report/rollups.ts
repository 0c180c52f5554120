import { and, asc, eq, gte, inArray, lt, notExists, type SQL, sql, sum } from 'drizzle-orm'
import { type DayRange, daysOfMonth, type MonthRange, type RolledDays } from '../../domain/report/rollup.ts'
import { assertWhole } from '../../domain/report/partition.ts'
import {
  INSTRUMENT_COLUMNS,
  type InstrumentColumn,
  instrumentTime,
  USER_COLUMNS,
  type UserColumn,
  userTime,
  type UserUtilization,
  type Utilization,
} from '../../domain/report/time.ts'
import type { Day } from '../../domain/units.ts'
import type { Reader, Tx } from '../database.ts'
import type { Tables } from '../schema/tables.ts'

/** What stands in a key for time that no alliance stands for. */
const NO_ALLIANCE = ''

/** How the days of a range are added up, and whether users are told apart. */
export interface SumOrder {
  readonly ids: readonly string[]
  readonly by: 'range' | 'month'
  readonly users: 'told' | 'left-out'
}

/** What one instrument did in one month, `2026-03`, or in the whole range, ''. */
export interface RolledSum {
  readonly instrumentId: string
  readonly month: string
  readonly figures: Utilization
}

/** How far each instrument is rolled up under these definitions, with its dirty days in the range. */
export async function rolledDays(
  { q, t }: Reader,
  ids: readonly string[],
  of: { readonly range: DayRange; readonly definitions: string },
): Promise<ReadonlyMap<string, RolledDays>> {
  const { rollupHeads: h, dirtyDays: d } = t
  const heads = await q
    .select()
    .from(h)
    .where(and(inArray(h.instrumentId, [...ids]), eq(h.definitions, of.definitions)))
  const dirty = await q
    .select({ instrumentId: d.instrumentId, day: d.day })
    .from(d)
    .where(and(inArray(d.instrumentId, [...ids]), gte(d.day, of.range.from), lt(d.day, of.range.before)))
  const dirtyOf = Map.groupBy(dirty, each => each.instrumentId)
  return new Map(
    heads.map(head => {
      const marked = (dirtyOf.get(head.instrumentId) ?? []).map(({ day }) => day)
      const days = marked.filter(day => day < head.nextDay)
      return [head.instrumentId, { from: head.firstDay, before: head.nextDay, dirty: days }]
    }),
  )
}

/** Adds up the clean days of a range for each instrument, in the database. */
export function sumDays(reader: Reader, order: SumOrder, range: DayRange): Promise<RolledSum[]> {
  const { q, t } = reader
  const isClean = (table: DayTable) =>
    notExists(
      q
        .select({ day: t.dirtyDays.day })
        .from(t.dirtyDays)
        .where(and(eq(t.dirtyDays.instrumentId, table.instrumentId), eq(t.dirtyDays.day, table.day))),
    )
  return sumsOf(q, order, {
    own: t.dayRollups,
    users: t.userDayRollups,
    month: table => sql<string>`substr(${table.day}, 1, 7)`,
    within: table => and(inRange(table, range), isClean(table)),
  })
}

/** Adds up whole months, none of whose days may be dirty. */
export function sumMonths(
  reader: Reader,
  order: SumOrder,
  { from, before }: MonthRange,
): Promise<RolledSum[]> {
  const { q, t } = reader
  return sumsOf(q, order, {
    // Tables of months have the columns of those of days, with a month in place of the day.
    own: t.monthRollups as unknown as Tables['dayRollups'],
    users: t.userMonthRollups as unknown as Tables['userDayRollups'],
    month: table => sql<string>`${(table as unknown as MonthTable).month}`,
    within: table => {
      const { month } = table as unknown as MonthTable
      return and(gte(month, from), lt(month, before))
    },
  })
}

/** Sums the stored days of a month, dirty ones too, into the month's own rows. */
export async function putMonth(tx: Tx, instrumentId: string, month: string) {
  const { q, t } = tx
  await q.delete(t.monthRollups).where(isMonth(t.monthRollups, instrumentId, month))
  await q.delete(t.userMonthRollups).where(isMonth(t.userMonthRollups, instrumentId, month))
  const [made] = await sumStoredDays(tx, instrumentId, daysOfMonth(month))
  if (made === undefined) return
  const key = { instrumentId, month }
  await q.insert(t.monthRollups).values({ ...key, ...made.figures.total })
  const users = made.figures.users.map(user => ({ ...key, ...userRow(user) }))
  if (users.length > 0) await q.insert(t.userMonthRollups).values(users)
}

/** The sum of the days that are stored, by calendar month. */
export const sumStoredDays = (
  { q, t }: Reader,
  instrumentId: string,
  range: DayRange,
): Promise<RolledSum[]> =>
  sumsOf(
    q,
    { ids: [instrumentId], by: 'month', users: 'told' },
    {
      own: t.dayRollups,
      users: t.userDayRollups,
      month: table => sql<string>`substr(${table.day}, 1, 7)`,
      within: table => inRange(table, range),
    },
  )

/** The stored days of one instrument in a range, dirty ones too. */
export async function storedDays(
  { q, t }: Reader,
  instrumentId: string,
  range: DayRange,
): Promise<ReadonlyMap<Day, Utilization>> {
  const { dayRollups: d, userDayRollups: u } = t
  const within = (table: DayTable) => and(eq(table.instrumentId, instrumentId), inRange(table, range))
  const own = await q.select().from(d).where(within(d))
  const users = await q.select().from(u).where(within(u)).orderBy(asc(u.institutionId), asc(u.allianceId))
  const byDay = Map.groupBy(users, row => row.day)
  return new Map(own.map(row => [row.day, wholeOf(row, byDay.get(row.day) ?? [])]))
}

/** A user's part as a row of either table of users. */
export const userRow = ({ institutionId, allianceId, time }: UserUtilization) => ({
  institutionId,
  allianceId: allianceId ?? NO_ALLIANCE,
  ...time,
})

type DayTable = Pick<Tables['dayRollups'] | Tables['userDayRollups'], 'instrumentId' | 'day'>
type MonthTable = Pick<Tables['monthRollups'] | Tables['userMonthRollups'], 'instrumentId' | 'month'>

const inRange = ({ day }: DayTable, { from, before }: DayRange) => and(gte(day, from), lt(day, before))

const isMonth = (table: MonthTable, instrumentId: string, month: string) =>
  and(eq(table.instrumentId, instrumentId), eq(table.month, month))

/** A pair of tables to be summed: days, or months in their likeness. */
interface Summed {
  readonly own: Tables['dayRollups']
  readonly users: Tables['userDayRollups']
  readonly month: (table: DayTable) => SQL<string>
  readonly within: (table: DayTable) => SQL | undefined
}

type UserRow = Readonly<Record<UserColumn, number>> & {
  readonly institutionId: string
  readonly allianceId: string
}

type Keyed<Row> = Row & { readonly instrumentId: string; readonly month: string }

async function sumsOf(q: Reader['q'], { ids, by, users }: SumOrder, of: Summed): Promise<RolledSum[]> {
  const { own: o, users: u } = of
  const keyOf = (table: DayTable) => ({
    instrumentId: table.instrumentId,
    month: by === 'month' ? of.month(table) : sql<string>`''`,
  })
  const groupOf = (table: DayTable) => [table.instrumentId, ...(by === 'month' ? [of.month(table)] : [])]
  const where = (table: DayTable) => and(inArray(table.instrumentId, [...ids]), of.within(table))
  const own = await q
    .select({ ...keyOf(o), ...summed(INSTRUMENT_COLUMNS, o) })
    .from(o)
    .where(where(o))
    .groupBy(...groupOf(o))
  const had =
    users === 'left-out'
      ? []
      : await q
          .select({
            ...keyOf(u),
            institutionId: u.institutionId,
            allianceId: u.allianceId,
            ...summed(USER_COLUMNS, u),
          })
          .from(u)
          .where(where(u))
          .groupBy(...groupOf(u), u.institutionId, u.allianceId)
          .orderBy(asc(u.institutionId), asc(u.allianceId))
  // Columns chosen by name come typed as unknown; `summed` has made them numbers.
  const parts = Map.groupBy(had as unknown as Keyed<UserRow>[], nameOf)
  return (own as unknown as Keyed<Readonly<Record<InstrumentColumn, number>>>[]).map(row => ({
    instrumentId: row.instrumentId,
    month: row.month,
    figures: wholeOf(row, parts.get(nameOf(row)) ?? []),
  }))
}

const nameOf = ({ instrumentId, month }: Keyed<object>) => `${instrumentId} ${month}`

const summed = (columns: readonly string[], table: object): Record<string, SQL> =>
  Object.fromEntries(
    columns.map(column => [column, sum(table[column as keyof typeof table]).mapWith(Number)]),
  )

/** An instrument's figures, checked to make a whole, with those of its users. */
function wholeOf(row: Readonly<Record<InstrumentColumn, number>>, users: readonly UserRow[]): Utilization {
  const total = instrumentTime(pick(row, INSTRUMENT_COLUMNS))
  assertWhole(total)
  return {
    total,
    users: users.map(user => ({
      institutionId: user.institutionId,
      allianceId: user.allianceId === NO_ALLIANCE ? null : user.allianceId,
      time: userTime(pick(user, USER_COLUMNS)),
    })),
  }
}

const pick = <Column extends string>(row: Readonly<Record<Column, number>>, columns: readonly Column[]) =>
  Object.fromEntries(columns.map(column => [column, row[column]])) as Record<Column, number>
