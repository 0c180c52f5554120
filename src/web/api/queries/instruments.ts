import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { client, reply } from '../client.ts'
import { allOf, pageLimit } from '../pages.ts'
import { ApiProblem } from '../problem.ts'
import type { Schema } from '../schemas.ts'

export type Instrument = Schema<'Instrument'>
export type Availability = Schema<'Availability'>['items'][number]

const facetsStaleMilliseconds = 60_000

export interface InstrumentsAsked {
  readonly q?: string
  readonly technique?: string
  readonly resourceClass?: string
  readonly poolId?: string
  readonly institutionId?: string
  readonly allianceId?: string
  readonly location?: string
}

const listedInstruments = (asked: InstrumentsAsked) => ({
  queryKey: ['instruments', 'list', asked],
  queryFn: () =>
    allOf(cursor =>
      reply(
        client.GET('/api/v1/instruments', {
          params: { query: { ...asked, limit: pageLimit, ...(cursor && { cursor }) } },
        }),
      ),
    ),
})

/** Instruments that the reader may see, found by folded words, pinyin initials or English. */
export const useInstruments = (asked: InstrumentsAsked, { enabled = true } = {}) =>
  useQuery({ ...listedInstruments(asked), enabled, placeholderData: keepPreviousData })

/** The instruments of several questions together, each once, and how far they have come. */
export const useInstrumentsOfAll = (questions: readonly InstrumentsAsked[]) =>
  useQueries({
    queries: questions.map(listedInstruments),
    combine: answers => ({
      instruments: [
        ...new Map(answers.flatMap(({ data = [] }) => data.map(each => [each.id, each]))).values(),
      ],
      isPending: answers.some(answer => answer.isPending),
      error: answers.find(answer => answer.error !== null)?.error ?? null,
    }),
  })

/** The first instruments found, as many as one view shows, and whether there are more. */
export const useInstrumentsFound = (asked: InstrumentsAsked) =>
  useQuery({
    queryKey: ['instruments', 'found', asked],
    queryFn: async () => {
      const query = { ...asked, limit: pageLimit }
      const { items, nextCursor } = await reply(client.GET('/api/v1/instruments', { params: { query } }))
      return { items, hasMore: nextCursor !== null }
    },
    placeholderData: keepPreviousData,
  })

/** What all instruments that the reader may see can be narrowed by, with counts. */
export const useInstrumentFacets = () =>
  useQuery({
    queryKey: ['instruments', 'facets'],
    queryFn: () => reply(client.GET('/api/v1/instruments/facets')),
    staleTime: facetsStaleMilliseconds,
  })

export const readInstrument = (id: string): Promise<Instrument> =>
  reply(client.GET('/api/v1/instruments/{id}', { params: { path: { id } } }))

const oneInstrument = (id: string) => ({
  queryKey: ['instruments', id],
  queryFn: () => readInstrument(id),
})

export const useInstrument = (id: string, { enabled = true } = {}) =>
  useQuery({ ...oneInstrument(id), enabled })

/** Instruments by their ids, as far as they have come; those that the reader may not see stay away. */
export const useInstrumentsById = (ids: readonly string[]): ReadonlyMap<string, Instrument> =>
  useQueries({
    queries: ids.map(oneInstrument),
    combine: answers =>
      new Map(answers.flatMap(({ data }) => (data === undefined ? [] : [[data.id, data] as const]))),
  })

/** The rules that hold for an instrument now, or held or will hold at an instant (RFC 3339). */
export const usePolicy = (id: string, at?: string) =>
  useQuery({
    queryKey: ['instruments', id, 'policy', at ?? 'now'],
    queryFn: () =>
      reply(
        client.GET('/api/v1/instruments/{id}/policy', {
          params: { path: { id }, query: at === undefined ? {} : { at } },
        }),
      ),
  })

/** The photo of an instrument as it stood at `updatedAt`; null: there is none. */
export const usePhoto = (id: string, updatedAt: string | null) =>
  useQuery({
    queryKey: ['instruments', id, 'photo', updatedAt],
    queryFn: async () => {
      const asked = client.GET('/api/v1/instruments/{id}/photo', {
        params: { path: { id } },
        parseAs: 'blob',
      })
      return await reply(asked)
    },
    enabled: updatedAt !== null,
  })

interface TimeAsked {
  readonly instrumentIds: readonly string[]
  /** RFC 3339. */
  readonly from: string
  readonly to: string
}

/**
 * Open, closed, taken and free time of instruments within a window, by instrument. Those whose calendar is
 * not open to the reader are left out.
 */
export const useAvailability = ({ instrumentIds, from, to }: TimeAsked) =>
  useQuery({
    queryKey: ['availability', instrumentIds, from, to],
    queryFn: () => timeOf({ instrumentIds, from, to }),
    enabled: instrumentIds.length > 0,
    placeholderData: keepPreviousData,
  })

async function timeOf({ instrumentIds, from, to }: TimeAsked): Promise<readonly Availability[]> {
  const query = { instrumentId: instrumentIds.join(','), from, to }
  try {
    const { items } = await reply(client.GET('/api/v1/availability', { params: { query } }))
    return items
  } catch (error) {
    // Of one alone the service says that it is closed; of several it leaves that one out.
    if (error instanceof ApiProblem && error.body.status === 404) return []
    throw error
  }
}
