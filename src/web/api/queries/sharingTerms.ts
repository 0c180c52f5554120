import { useQuery } from '@tanstack/react-query'
import { client, reply } from '../client.ts'
import { allOf, pageLimit } from '../pages.ts'
import type { Schema } from '../schemas.ts'

export type SharingTerm = Schema<'SharingTerm'>

/** To whom an instrument is opened, as far as the reader may know. */
export const useSharingTerms = (instrumentId: string) =>
  useQuery({
    queryKey: ['instruments', instrumentId, 'sharing-terms'],
    queryFn: () =>
      allOf(cursor =>
        reply(
          client.GET('/api/v1/sharing-terms', {
            params: { query: { instrumentId, limit: pageLimit, ...(cursor && { cursor }) } },
          }),
        ),
      ),
  })
