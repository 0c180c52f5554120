import { keepPreviousData, useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import { ifMatch, type Seen, useChange } from '../change.ts'
import { client, reply } from '../client.ts'
import type { Schema } from '../schemas.ts'

export type Person = Schema<'Person'>

const foundMax = 20
const shownAtOnce = 100

interface PeopleAsked {
  /** Empty: nothing to look for. */
  readonly words: string
  /** Of one place; else of the whole site. */
  readonly institutionId: string | undefined
  /** Those who have left instead. */
  readonly isRetired: boolean
}

/** The people of a place, page by page. */
export const usePeople = ({ words, institutionId, isRetired }: PeopleAsked) =>
  useInfiniteQuery({
    queryKey: ['people', 'list', { words, institutionId, isRetired }],
    queryFn: ({ pageParam: cursor }) =>
      reply(
        client.GET('/api/v1/people', {
          params: {
            query: {
              limit: shownAtOnce,
              ...(cursor !== null && { cursor }),
              ...(words !== '' && { q: words }),
              ...(institutionId !== undefined && { institutionId }),
              ...(isRetired && { retired: 'true' as const }),
            },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: page => page.nextCursor,
    placeholderData: keepPreviousData,
  })

export const usePerson = (id: string) =>
  useQuery({
    queryKey: ['people', 'one', id],
    queryFn: () => reply(client.GET('/api/v1/people/{id}', { params: { path: { id } } })),
  })

/** The first few people whose name goes with some words. */
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

export const useAddPerson = () =>
  useChange((body: Partial<Schema<'NewPerson'>>) =>
    reply(client.POST('/api/v1/people', { body: body as Schema<'NewPerson'> })),
  )

export const useEditPerson = () =>
  useChange(({ id, version, changes }: Seen & { readonly changes: Schema<'PersonChanges'> }) =>
    reply(
      client.PATCH('/api/v1/people/{id}', {
        params: { path: { id }, header: ifMatch({ version }) },
        body: changes,
      }),
    ),
  )

/** Lets nobody in as this person any more. */
export const useRetirePerson = () =>
  useChange(({ id, version }: Seen) =>
    reply(
      client.POST('/api/v1/people/{id}/retirement', {
        params: { path: { id }, header: ifMatch({ version }) },
      }),
    ),
  )

export const useReinstatePerson = () =>
  useChange(({ id, version }: Seen) =>
    reply(
      client.POST('/api/v1/people/{id}/reinstatement', {
        params: { path: { id }, header: ifMatch({ version }) },
      }),
    ),
  )

export const useAddAffiliation = () =>
  useChange(({ id, version, affiliation }: Seen & { readonly affiliation: Schema<'NewAffiliation'> }) =>
    reply(
      client.POST('/api/v1/people/{id}/affiliations', {
        params: { path: { id }, header: ifMatch({ version }) },
        body: affiliation,
      }),
    ),
  )

/** Sets the last day on which a person belongs to a place. */
export const useEndAffiliation = () =>
  useChange(({ id, version, partId, endsOn }: Seen & { readonly partId: string; readonly endsOn: string }) =>
    reply(
      client.POST('/api/v1/people/{id}/affiliations/{partId}/end', {
        params: { path: { id, partId }, header: ifMatch({ version }) },
        body: { endsOn },
      }),
    ),
  )

export const useAddLogin = () =>
  useChange(({ id, version, login }: Seen & { readonly login: Schema<'NewLogin'> }) =>
    reply(
      client.POST('/api/v1/people/{id}/logins', {
        params: { path: { id }, header: ifMatch({ version }) },
        body: login,
      }),
    ),
  )

/** For somebody else, whose sessions end. */
export const useGivePassword = () =>
  useChange(({ id, version, password }: Seen & { readonly password: string }) =>
    reply(
      client.PUT('/api/v1/people/{id}/password', {
        params: { path: { id }, header: ifMatch({ version }) },
        body: { password },
      }),
    ),
  )
