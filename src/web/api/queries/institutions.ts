import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ifMatch, type Seen, useChange } from '../change.ts'
import { client, reply } from '../client.ts'
import { allOf, pageLimit } from '../pages.ts'
import type { Schema } from '../schemas.ts'

export type Institution = Schema<'Institution'>

/** Institutions, or the members of an alliance. */
export const useInstitutions = (asked: { readonly allianceId?: string } = {}) =>
  useQuery({
    queryKey: ['institutions', 'list', asked],
    queryFn: () =>
      allOf(cursor =>
        reply(
          client.GET('/api/v1/institutions', {
            params: { query: { ...asked, limit: pageLimit, ...(cursor && { cursor }) } },
          }),
        ),
      ),
  })

const foundMax = 20

/** The first few institutions whose name or number goes with some words. */
export const useInstitutionsFound = (words: string) =>
  useQuery({
    queryKey: ['institutions', 'found', words],
    queryFn: async () => {
      const query = { q: words, limit: foundMax }
      return (await reply(client.GET('/api/v1/institutions', { params: { query } }))).items
    },
    enabled: words !== '',
    placeholderData: keepPreviousData,
  })

export const useInstitution = (id: string) =>
  useQuery({
    queryKey: ['institutions', 'one', id],
    queryFn: () => reply(client.GET('/api/v1/institutions/{id}', { params: { path: { id } } })),
  })

export const useAddInstitution = () =>
  useChange((body: Schema<'NewInstitution'>) => reply(client.POST('/api/v1/institutions', { body })))

export const useEditInstitution = () =>
  useChange(({ id, version, changes }: Seen & { readonly changes: Schema<'InstitutionChanges'> }) =>
    reply(
      client.PATCH('/api/v1/institutions/{id}', {
        params: { path: { id }, header: ifMatch({ version }) },
        body: changes,
      }),
    ),
  )
