import { useQuery } from '@tanstack/react-query'
import { ifMatch, type Seen, useChange } from '../change.ts'
import { client, reply } from '../client.ts'
import { allOf, pageLimit } from '../pages.ts'
import type { Schema } from '../schemas.ts'

export type Alliance = Schema<'Alliance'>

const alliancesOf = (asked: { readonly institutionId?: string }) =>
  allOf(cursor =>
    reply(
      client.GET('/api/v1/alliances', {
        params: { query: { ...asked, limit: pageLimit, ...(cursor && { cursor }) } },
      }),
    ),
  )

/** Alliances, or those of which an institution is a member today. */
export const useAlliances = (asked: { readonly institutionId?: string } = {}, { enabled = true } = {}) =>
  useQuery({
    queryKey: ['alliances', 'list', asked],
    queryFn: () => alliancesOf(asked),
    enabled,
  })

/** The ids of the alliances in which any of the institutions is a member today. */
export const useAlliancesOf = (institutionIds: readonly string[]) =>
  useQuery({
    queryKey: ['alliances', 'of', institutionIds],
    queryFn: async () => {
      const joined = await Promise.all(institutionIds.map(institutionId => alliancesOf({ institutionId })))
      return joined.flat().map(({ id }) => id)
    },
  })

export const useAlliance = (id: string) =>
  useQuery({
    queryKey: ['alliances', id],
    queryFn: () => reply(client.GET('/api/v1/alliances/{id}', { params: { path: { id } } })),
  })

export const useAddAlliance = () =>
  useChange((body: Schema<'NewAlliance'>) => reply(client.POST('/api/v1/alliances', { body })))

export const useEditAlliance = () =>
  useChange(({ id, version, changes }: Seen & { readonly changes: Schema<'AllianceChanges'> }) =>
    reply(
      client.PATCH('/api/v1/alliances/{id}', {
        params: { path: { id }, header: ifMatch({ version }) },
        body: changes,
      }),
    ),
  )
