import { useQuery } from '@tanstack/react-query'
import { client, reply } from '../client.ts'
import { allOf, pageLimit } from '../pages.ts'

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
