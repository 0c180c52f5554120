import { useQuery } from '@tanstack/react-query'
import { ifMatch, type Seen, useChange } from '../change.ts'
import { client, reply } from '../client.ts'
import { allOf, pageLimit } from '../pages.ts'
import type { Schema } from '../schemas.ts'

export type Group = Schema<'Group'>

/** The groups of an institution. */
export const useGroups = (institutionId: string) =>
  useQuery({
    queryKey: ['groups', 'list', institutionId],
    queryFn: () =>
      allOf(cursor =>
        reply(
          client.GET('/api/v1/groups', {
            params: { query: { institutionId, limit: pageLimit, ...(cursor && { cursor }) } },
          }),
        ),
      ),
  })

export const useGroup = (id: string) =>
  useQuery({
    queryKey: ['groups', 'one', id],
    queryFn: () => reply(client.GET('/api/v1/groups/{id}', { params: { path: { id } } })),
  })

export const useAddGroup = () =>
  useChange((body: Schema<'NewGroup'>) => reply(client.POST('/api/v1/groups', { body })))

export const useEditGroup = () =>
  useChange(({ id, version, changes }: Seen & { readonly changes: Schema<'GroupChanges'> }) =>
    reply(
      client.PATCH('/api/v1/groups/{id}', {
        params: { path: { id }, header: ifMatch({ version }) },
        body: changes,
      }),
    ),
  )
