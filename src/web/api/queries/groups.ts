import { useQuery } from '@tanstack/react-query'
import { client, reply } from '../client.ts'
import { allOf, pageLimit } from '../pages.ts'

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
