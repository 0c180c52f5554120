import { useMemo } from 'react'
import { useSearchParams } from 'wouter'
import type { InstrumentsAsked } from '../../api/queries/instruments.ts'
import { useNarrow } from '../../kit/useNarrow.ts'
import { dayOf, now, viewerZone } from '../../time.ts'

export const VIEWS = ['timeline', 'list', 'cards'] as const
export const ZOOMS = ['day', 'week'] as const

type View = (typeof VIEWS)[number]
type FindZoom = (typeof ZOOMS)[number]

/** A search as the address keeps it, so that it can be shared and returned to. */
export interface FindState {
  readonly asked: InstrumentsAsked
  readonly view: View
  readonly zoom: FindZoom
  /** The first day that is shown. */
  readonly day: string
  /** Sets or, with empty text, drops what is named. */
  readonly set: (changes: Readonly<Partial<Record<FindKey, string>>>) => void
  readonly clear: () => void
}

const FILTERS = {
  q: 'q',
  technique: 'technique',
  class: 'resourceClass',
  pool: 'poolId',
  alliance: 'allianceId',
  institution: 'institutionId',
  place: 'location',
} as const satisfies Readonly<Record<string, keyof InstrumentsAsked>>

export type FilterKey = keyof typeof FILTERS
type FindKey = FilterKey | 'view' | 'zoom' | 'day'

export function useFindState(): FindState {
  const [params, setParams] = useSearchParams()
  const isNarrow = useNarrow()
  return useMemo(() => {
    const one = <Id extends string>(key: FindKey, ids: readonly Id[], usual: Id) =>
      ids.find(id => id === params.get(key)) ?? usual
    const filters = Object.entries(FILTERS).flatMap(([key, name]) => {
      const value = params.get(key)
      return value === null || value === '' ? [] : [[name, value] as const]
    })
    const day = params.get('day')
    return {
      asked: Object.fromEntries(filters),
      view: one('view', VIEWS, isNarrow ? 'list' : 'timeline'),
      zoom: one('zoom', ZOOMS, 'week'),
      day: day !== null && /^\d{4}-\d{2}-\d{2}$/u.test(day) ? day : dayOf(now(), viewerZone()),
      set: changes => setParams(before => changed(before, changes), { replace: true }),
      clear: () => setParams(before => changed(before, noFilters), { replace: true }),
    }
  }, [params, setParams, isNarrow])
}

const noFilters = Object.fromEntries(Object.keys(FILTERS).map(key => [key, '']))

function changed(before: URLSearchParams, changes: Readonly<Record<string, string>>): URLSearchParams {
  const after = new URLSearchParams(before)
  for (const [key, value] of Object.entries(changes)) {
    if (value === '') after.delete(key)
    else after.set(key, value)
  }
  return after
}
