import { and, asc, eq, gte, inArray, lt, notExists, type SQL, sql, sum } from 'drizzle-orm'
import type { DayRange, RolledDays } from '../../domain/report/rollup.ts'
import { assertWhole } from '../../domain/report/partition.ts'
import {
  addUserTime,
  emptyInstrumentTally,
  type InstrumentColumn,
  instrumentTime,
  USER_COLUMNS,
  type UserColumn,
  userTime,
  type UserUtilization,
  type Utilization,
} from '../../domain/report/time.ts'
import type { Day } from '../../domain/units.ts'
import type { Reader } from '../database.ts'
import type { Tables } from '../schema/tables.ts'
import { NO_ALLIANCE } from './rollupRows.ts'

/** Columns of the instrument alone; the others are the sums of its users. */
const OWN_COLUMNS = [
  'calendarSeconds',
  'openSeconds',
  'plannedDownSeconds',
  'unplannedDownSeconds',
  'availableSeconds',
  'idleSeconds',
  'failures',
  'repairSeconds',
] as const satisfies readonly Exclude<InstrumentColumn, UserColumn>[]
type OwnColumn = (typeof OWN_COLUMNS)[number]

/** How the days of a range are added up: all together, or by calendar month. */
export type SumBy = 'range' | 'month'

/** What one instrument did on clean days: of one month, `2026-03`, or of the whole range, ''. */
export interface RolledSum {
  readonly instrumentId: string
  readonly month: string
  readonly figures: Utilization
}

/**
 * How far each of some instruments is rolled up under these definitions, with its dirty days in the range.
 */
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
      const days = (dirtyOf.get(head.instrumentId) ?? []).map(({ day }) => day)
      return [head.instrumentId, { from: head.firstDay, before: head.nextDay, dirty: days }]
    }),
  )
}

/** Adds up the clean days of a range for each instrument, in the database. */
export async function sumDays(
  reader: Reader,
  ids: readonly string[],
  of: { readonly range: DayRange; readonly by: SumBy },
): Promise<RolledSum[]> {
  const own = await ownSums(reader, ids, of)
  const users = Map.groupBy(await userSums(reader, ids, of), keyOf)
  return own.map(row => ({
    instrumentId: row.instrumentId,
    month: row.month,
    figures: wholeOf(row, users.get(keyOf(row)) ?? []),
  }))
}

/** The stored days of one instrument in a range, dirty ones too. */
export async function storedDays(
  { q, t }: Reader,
  instrumentId: string,
  { from, before }: DayRange,
): Promise<ReadonlyMap<Day, Utilization>> {
  const within = (table: Tables['dayRollups'] | Tables['userDayRollups']) =>
    and(eq(table.instrumentId, instrumentId), gte(table.day, from), lt(table.day, before))
  const { dayRollups: d, userDayRollups: u } = t
  const own = await q.select().from(d).where(within(d))
  const users = await q
    .select()
    .from(u)
    .where(within(u))
    .orderBy(asc(u.day), asc(u.institutionId), asc(u.allianceId))
  const byDay = Map.groupBy(users, row => row.day)
  return new Map(own.map(row => [row.day, wholeOf(row, byDay.get(row.day) ?? [])]))
}

/** An instrument's own sums with those of its users, which are checked to make a whole. */
function wholeOf(own: Readonly<Record<OwnColumn, number>>, users: readonly UserColumns[]): Utilization {
  const had = users.map(userOf)
  const tally = { ...emptyInstrumentTally(), ...pick(own, OWN_COLUMNS) }
  for (const { time } of had) addUserTime(tally, time)
  const total = instrumentTime(tally)
  assertWhole(total)
  return { total, users: had }
}

type Sums<Column extends string> = Readonly<Record<Column, number>> & {
  readonly instrumentId: string
  readonly month: string
}

type UserColumns = Readonly<Record<UserColumn, number>> & {
  readonly institutionId: string
  readonly allianceId: string
}
type UserSums = Sums<never> & UserColumns

const ownSums = async (
  { q, t }: Reader,
  ids: readonly string[],
  { range, by }: { readonly range: DayRange; readonly by: SumBy },
) => {
  const { dayRollups: d } = t
  const month = monthIn(d.day, by)
  const rows = await q
    .select({ instrumentId: d.instrumentId, month, ...summed(OWN_COLUMNS, d) })
    .from(d)
    .where(
      and(
        inArray(d.instrumentId, [...ids]),
        gte(d.day, range.from),
        lt(d.day, range.before),
        isClean(q, t, d),
      ),
    )
    .groupBy(d.instrumentId, ...(by === 'month' ? [month] : []))
    .orderBy(asc(d.instrumentId), ...(by === 'month' ? [asc(month)] : []))
  return rows as unknown as Sums<OwnColumn>[]
}

const userSums = async (
  { q, t }: Reader,
  ids: readonly string[],
  { range, by }: { readonly range: DayRange; readonly by: SumBy },
) => {
  const { userDayRollups: d } = t
  const month = monthIn(d.day, by)
  const rows = await q
    .select({
      instrumentId: d.instrumentId,
      month,
      institutionId: d.institutionId,
      allianceId: d.allianceId,
      ...summed(USER_COLUMNS, d),
    })
    .from(d)
    .where(
      and(
        inArray(d.instrumentId, [...ids]),
        gte(d.day, range.from),
        lt(d.day, range.before),
        isClean(q, t, d),
      ),
    )
    .groupBy(d.instrumentId, d.institutionId, d.allianceId, ...(by === 'month' ? [month] : []))
    .orderBy(asc(d.instrumentId), asc(d.institutionId), asc(d.allianceId))
  return rows as unknown as UserSums[]
}

const keyOf = ({ instrumentId, month }: Sums<never>) => `${instrumentId} ${month}`

const userOf = (row: UserColumns): UserUtilization => ({
  institutionId: row.institutionId,
  allianceId: row.allianceId === NO_ALLIANCE ? null : row.allianceId,
  time: userTime(pick(row, USER_COLUMNS)),
})

/** `2026-03` of `2026-03-14`, alike on both engines. */
const monthIn = (
  day: Tables['dayRollups']['day'] | Tables['userDayRollups']['day'],
  by: SumBy,
): SQL<string> => (by === 'month' ? sql<string>`substr(${day}, 1, 7)` : sql<string>`''`)

const summed = (columns: readonly string[], table: object): Record<string, SQL> =>
  Object.fromEntries(
    columns.map(column => [column, sum(table[column as keyof typeof table]).mapWith(Number)]),
  )

const isClean = (
  q: Reader['q'],
  t: Tables,
  table:
    | Pick<Tables['dayRollups'], 'instrumentId' | 'day'>
    | Pick<Tables['userDayRollups'], 'instrumentId' | 'day'>,
) =>
  notExists(
    q
      .select({ day: t.dirtyDays.day })
      .from(t.dirtyDays)
      .where(and(eq(t.dirtyDays.instrumentId, table.instrumentId), eq(t.dirtyDays.day, table.day))),
  )

const pick = <Column extends string>(row: Readonly<Record<Column, number>>, columns: readonly Column[]) =>
  Object.fromEntries(columns.map(column => [column, row[column]])) as Record<Column, number>
