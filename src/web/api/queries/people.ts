import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { client, reply } from '../client.ts'
import type { Schema } from '../schemas.ts'

export type Person = Schema<'Person'>

const foundMax = 20

/** The first few people whose name, pinyin or login goes with some words. */
export const usePeopleFound = (words: string) =>
  useQuery({
    queryKey: ['people', 'found', words],
    queryFn: async () => {
      const { items } = await reply(
        client.GET('/api/v1/people', { params: { query: { q: words, limit: foundMax } } }),
      )
      return items
    },
    enabled: words !== '',
    placeholderData: keepPreviousData,
  })
