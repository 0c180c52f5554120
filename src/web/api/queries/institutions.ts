import { useQuery } from '@tanstack/react-query'
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
