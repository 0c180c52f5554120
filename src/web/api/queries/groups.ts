import { useQuery } from '@tanstack/react-query'
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
