import { useQuery } from '@tanstack/react-query'
import { ifMatch, type Seen, useChange } from '../change.ts'
import { client, reply } from '../client.ts'
import { allOf, pageLimit } from '../pages.ts'
import type { Schema } from '../schemas.ts'

export type Alliance = Schema<'Alliance'>

/** Alliances, or those of which an institution is a member today. */
export const useAlliances = (asked: { readonly institutionId?: string } = {}, { enabled = true } = {}) =>
  useQuery({
    queryKey: ['alliances', 'list', asked],
    queryFn: () =>
      allOf(cursor =>
        reply(
          client.GET('/api/v1/alliances', {
            params: { query: { ...asked, limit: pageLimit, ...(cursor && { cursor }) } },
          }),
        ),
      ),
    enabled,
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
