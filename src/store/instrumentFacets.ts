import {
  and,
  asc,
  count,
  countDistinct,
  desc,
  eq,
  gt,
  inArray,
  isNotNull,
  isNull,
  lte,
  or,
} from 'drizzle-orm'
import type { StaffPlaces } from '../domain/staffPlaces.ts'
import type { Instant } from '../domain/units.ts'
import type { Reader } from './database.ts'
import { visibleTo } from './instruments.ts'

/** More different values than these nobody chooses from; the rarest stay away. */
const valuesMax = 500

/** A value that instruments have, and how many of them have it. */
export interface Facet {
  readonly value: string
  readonly count: number
}

interface FacetsAsked {
  readonly staff: StaffPlaces
  readonly at: Instant
  /** Of these alliances hidden terms count too; of others only those that are listed. */
  readonly ownAllianceIds: readonly string[]
}

type FacetColumn = 'resourceClass' | 'technique' | 'poolId' | 'institutionId' | 'location'

/** What the instruments that the viewer may see differ in: each value once, the most frequent first. */
export const instrumentFacets = async (reader: Reader, asked: FacetsAsked) => ({
  resourceClasses: await valuesOf(reader, 'resourceClass', asked),
  techniques: await valuesOf(reader, 'technique', asked),
  pools: await valuesOf(reader, 'poolId', asked),
  institutions: await valuesOf(reader, 'institutionId', asked),
  alliances: await alliancesOf(reader, asked),
  locations: await valuesOf(reader, 'location', asked),
})

async function valuesOf({ q, t }: Reader, name: FacetColumn, { staff }: FacetsAsked): Promise<Facet[]> {
  const value = t.instruments[name]
  const rows = await q
    .select({ value, count: count() })
    .from(t.instruments)
    .where(and(isNull(t.instruments.retiredAt), visibleTo(t, staff), isNotNull(value)))
    .groupBy(value)
    .orderBy(desc(count()), asc(value))
    .limit(valuesMax)
  return rows.flatMap(row => (row.value === null ? [] : [{ value: row.value, count: row.count }]))
}

async function alliancesOf({ q, t }: Reader, asked: FacetsAsked): Promise<Facet[]> {
  const { staff, at, ownAllianceIds } = asked
  const { allianceId, instrumentId, startsAt, endsAt, visibility } = t.sharingTerms
  const isListed = eq(visibility, 'listed')
  const rows = await q
    .select({ value: allianceId, count: countDistinct(instrumentId) })
    .from(t.sharingTerms)
    .innerJoin(t.instruments, eq(t.instruments.id, instrumentId))
    .where(
      and(
        isNull(t.instruments.retiredAt),
        visibleTo(t, staff),
        isNotNull(allianceId),
        lte(startsAt, at),
        or(isNull(endsAt), gt(endsAt, at)),
        ownAllianceIds.length === 0 ? isListed : or(isListed, inArray(allianceId, [...ownAllianceIds])),
      ),
    )
    .groupBy(allianceId)
    .orderBy(desc(countDistinct(instrumentId)), asc(allianceId))
    .limit(valuesMax)
  return rows.flatMap(row => (row.value === null ? [] : [{ value: row.value, count: row.count }]))
}
