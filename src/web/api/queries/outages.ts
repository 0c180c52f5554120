import { useMutation, useQueries, useQuery } from '@tanstack/react-query'
import { dryRunQuery, ifMatch, type Seen, useChange } from '../change.ts'
import { client, reply } from '../client.ts'
import { allOf, pageLimit } from '../pages.ts'
import type { Schema } from '../schemas.ts'

export type Outage = Schema<'Outage'>

interface OutagesAsked {
  readonly instrumentId: string
  /** RFC 3339: only those that end after this moment. */
  readonly start?: string
  /** RFC 3339: only those that start before this moment. */
  readonly end?: string
}

const listedOutages = (asked: OutagesAsked) => ({
  queryKey: ['instruments', asked.instrumentId, 'outages', asked],
  queryFn: () =>
    allOf(cursor =>
      reply(
        client.GET('/api/v1/outages', {
          params: { query: { ...asked, limit: pageLimit, ...(cursor && { cursor }) } },
        }),
      ),
    ),
})

/** When an instrument is down. */
export const useOutages = (asked: OutagesAsked) => useQuery(listedOutages(asked))

/** When any of several instruments is down, and how far the answers have come. */
export const useOutagesOfAll = (questions: readonly OutagesAsked[]) =>
  useQueries({
    queries: questions.map(listedOutages),
    combine: answers => ({
      outages: answers.flatMap(({ data = [] }) => data),
      isPending: answers.some(answer => answer.isPending),
      error: answers.find(answer => answer.error !== null)?.error ?? null,
    }),
  })

export type OutageDraft = Schema<'NewOutage'>
export type OutageTold = Schema<'OutageWithAffected'>

/** A new outage, or one that stands and is to be as the draft says. */
export interface OutageSaved {
  readonly draft: OutageDraft
  readonly seen: Seen | null
}

const save = ({ draft, seen }: OutageSaved, isDryRun: boolean): Promise<OutageTold> => {
  const query = dryRunQuery(isDryRun)
  if (seen === null) return reply(client.POST('/api/v1/outages', { body: draft, params: { query } }))
  const { instrumentId: _, ...body } = draft
  const params = { path: { id: seen.id }, header: ifMatch(seen), query }
  return reply(client.PATCH('/api/v1/outages/{id}', { body, params }))
}

/** What an outage would hit; nothing is kept. */
export const useTryOutage = () => useMutation({ mutationFn: (given: OutageSaved) => save(given, true) })

export const useSaveOutage = () => useChange((given: OutageSaved) => save(given, false))

export const useRetireOutage = () =>
  useChange(({ id, version }: Seen) =>
    reply(
      client.POST('/api/v1/outages/{id}/retirement', {
        params: { path: { id }, header: ifMatch({ version }) },
      }),
    ),
  )
