import { useQuery } from '@tanstack/react-query'
import { ifMatch, type Seen, useChange } from '../change.ts'
import { client, reply } from '../client.ts'
import { allOf, pageLimit } from '../pages.ts'
import type { Schema } from '../schemas.ts'

export type Pool = Schema<'Pool'>

/** Instruments that can stand in for one another, by the name of their pool. */
export const usePools = (asked: { readonly institutionId?: string } = {}) =>
  useQuery({
    queryKey: ['pools', 'list', asked],
    queryFn: () =>
      allOf(cursor =>
        reply(
          client.GET('/api/v1/pools', {
            params: { query: { ...asked, limit: pageLimit, ...(cursor && { cursor }) } },
          }),
        ),
      ),
  })

export const useAddPool = () =>
  useChange((body: Schema<'NewPool'>) => reply(client.POST('/api/v1/pools', { body })))

export const useEditPool = () =>
  useChange(({ id, version, changes }: Seen & { readonly changes: Schema<'PoolChanges'> }) =>
    reply(
      client.PATCH('/api/v1/pools/{id}', {
        params: { path: { id }, header: ifMatch({ version }) },
        body: changes,
      }),
    ),
  )

/** Takes an empty pool off the lists. */
export const useRetirePool = () =>
  useChange(({ id, version }: Seen) =>
    reply(
      client.POST('/api/v1/pools/{id}/retirement', {
        params: { path: { id }, header: ifMatch({ version }) },
      }),
    ),
  )
