import { useQuery } from '@tanstack/react-query'
import { ifMatch, type Seen, useChange } from '../change.ts'
import { client, reply } from '../client.ts'
import { allOf, pageLimit } from '../pages.ts'
import type { Schema } from '../schemas.ts'

export type Run = Schema<'Run'>

export interface RunsAsked {
  readonly bookingId?: string
  readonly instrumentId?: string
  /** RFC 3339. */
  readonly from?: string
  readonly to?: string
}

/** What really happened: own runs, and those on instruments of which the reader is staff. */
export const useRuns = (asked: RunsAsked, { enabled = true } = {}) =>
  useQuery({
    queryKey: ['bookings', 'runs', asked],
    queryFn: () =>
      allOf(cursor =>
        reply(
          client.GET('/api/v1/runs', {
            params: { query: { ...asked, limit: pageLimit, ...(cursor && { cursor }) } },
          }),
        ),
      ),
    enabled,
  })

export type RunChanges = Schema<'RunChanges'>

export const useEditRun = () =>
  useChange(({ id, version, changes }: Seen & { readonly changes: RunChanges }) =>
    reply(
      client.PATCH('/api/v1/runs/{id}', {
        params: { path: { id }, header: ifMatch({ version }) },
        body: changes,
      }),
    ),
  )
