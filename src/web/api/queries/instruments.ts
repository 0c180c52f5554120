import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { client, reply } from '../client.ts'
import { allOf, pageLimit } from '../pages.ts'
import type { Schema } from '../schemas.ts'

export type Instrument = Schema<'Instrument'>
export type Availability = Schema<'Availability'>['items'][number]

export interface InstrumentsAsked {
  readonly q?: string
  readonly technique?: string
  readonly resourceClass?: string
  readonly poolId?: string
  readonly institutionId?: string
  readonly allianceId?: string
  readonly location?: string
}

/** Instruments that the reader may see, found by folded words, pinyin initials or English. */
export const useInstruments = (asked: InstrumentsAsked, { enabled = true } = {}) =>
  useQuery({
    queryKey: ['instruments', 'list', asked],
    queryFn: () =>
      allOf(cursor =>
        reply(
          client.GET('/api/v1/instruments', {
            params: { query: { ...asked, limit: pageLimit, ...(cursor && { cursor }) } },
          }),
        ),
      ),
    enabled,
    placeholderData: keepPreviousData,
  })

export const useInstrument = (id: string) =>
  useQuery({
    queryKey: ['instruments', id],
    queryFn: () => reply(client.GET('/api/v1/instruments/{id}', { params: { path: { id } } })),
  })

/** The rules that hold for an instrument now. */
export const usePolicy = (id: string) =>
  useQuery({
    queryKey: ['instruments', id, 'policy'],
    queryFn: () => reply(client.GET('/api/v1/instruments/{id}/policy', { params: { path: { id } } })),
  })

interface TimeAsked {
  readonly instrumentIds: readonly string[]
  /** RFC 3339. */
  readonly from: string
  readonly to: string
}

/** Open, closed, taken and free time of instruments within a window, by instrument. */
export const useAvailability = ({ instrumentIds, from, to }: TimeAsked) =>
  useQuery({
    queryKey: ['availability', instrumentIds, from, to],
    queryFn: async () => {
      const query = { instrumentId: instrumentIds.join(','), from, to }
      const { items } = await reply(client.GET('/api/v1/availability', { params: { query } }))
      return items
    },
    enabled: instrumentIds.length > 0,
    placeholderData: keepPreviousData,
  })
