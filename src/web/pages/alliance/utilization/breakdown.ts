import type { Schema } from '../../../api/schemas.ts'

type UtilizationRow = Schema<'UtilizationReport'>['rows'][number]

/** What the time of users is told by. */
export type Grouping = 'month' | 'instrument'

/** Cells of too few institutions, merged by the service. */
export const others = 'others'
/** Institutions with the least use, merged here so that a chart stays readable. */
export const rest = 'rest'

const seriesMax = 7

/** A month or an instrument. */
export interface Place {
  readonly key: string
  readonly start: string
  readonly end: string
  /** Null where the service merged instruments. */
  readonly instrumentId: string | null
}

export interface Series {
  /** An institution's id, `others` or `rest`. */
  readonly key: string
  /** Used seconds at each place. */
  readonly seconds: readonly number[]
}

/** Used time by place and user institution, those with the most use first. */
export interface Breakdown {
  readonly places: readonly Place[]
  readonly series: readonly Series[]
}

/** Rows of one month in several zones count as one month. */
export function breakdownOf(rows: readonly UtilizationRow[], groupBy: Grouping): Breakdown {
  const places = new Map<string, Place>()
  const used = new Map<string, Map<string, number>>()
  for (const { period, instrumentId, userInstitutionId, time } of rows) {
    const key = groupBy === 'month' ? period.start.slice(0, 'yyyy-mm'.length) : (instrumentId ?? others)
    if (!places.has(key) && (userInstitutionId === null || key === others)) {
      places.set(key, { key, ...period, instrumentId: groupBy === 'month' ? null : instrumentId })
    }
    if (userInstitutionId === null) continue
    const ofUser = used.get(userInstitutionId) ?? new Map<string, number>()
    used.set(userInstitutionId, ofUser.set(key, (ofUser.get(key) ?? 0) + (time['usedSeconds'] ?? 0)))
  }
  const list = [...places.values()]
  const series = [...used]
    .map(([key, byPlace]) => ({ key, seconds: list.map(place => byPlace.get(place.key) ?? 0) }))
    .filter(each => totalOf(each) > 0)
    .toSorted((a, b) => totalOf(b) - totalOf(a))
  return { places: list, series: series.length > seriesMax + 1 ? withRest(series) : series }
}

export const totalOf = ({ seconds }: Series) => seconds.reduce((sum, each) => sum + each, 0)

function withRest(series: readonly Series[]): Series[] {
  const small = series.slice(seriesMax)
  const [first] = small
  const seconds = (first?.seconds ?? []).map((_, at) =>
    small.reduce((sum, each) => sum + (each.seconds[at] ?? 0), 0),
  )
  return [...series.slice(0, seriesMax), { key: rest, seconds }]
}
