import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { client, reply } from '../client.ts'
import type { Schema } from '../schemas.ts'

export type Person = Schema<'Person'>

const foundMax = 20

/** The first few people whose name, pinyin or login goes with some words. */
export const usePeopleFound = (words: string) =>
  useQuery({
    queryKey: ['people', 'found', words],
    queryFn: () => findPeople(words),
    enabled: words !== '',
    placeholderData: keepPreviousData,
  })

/** The same, asked for at once, as for the rows of a table. */
export const useFindPeople = () => useMutation({ mutationFn: findPeople })

async function findPeople(words: string): Promise<readonly Person[]> {
  const query = { q: words, limit: foundMax }
  const { items } = await reply(client.GET('/api/v1/people', { params: { query } }))
  return items
}
