import { useQuery } from '@tanstack/react-query'
import { client, reply } from '../client.ts'
import { allOf, pageLimit } from '../pages.ts'
import type { Schema } from '../schemas.ts'

export type Outage = Schema<'Outage'>

interface OutagesAsked {
  readonly instrumentId: string
  /** RFC 3339: only those that end after this moment. */
  readonly start?: string
  /** RFC 3339: only those that start before this moment. */
  readonly end?: string
}

/** When an instrument is down. */
export const useOutages = (asked: OutagesAsked) =>
  useQuery({
    queryKey: ['instruments', asked.instrumentId, 'outages', asked],
    queryFn: () =>
      allOf(cursor =>
        reply(
          client.GET('/api/v1/outages', {
            params: { query: { ...asked, limit: pageLimit, ...(cursor && { cursor }) } },
          }),
        ),
      ),
  })
