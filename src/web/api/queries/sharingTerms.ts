import { useQuery } from '@tanstack/react-query'
import { ifMatch, type Seen, useChange } from '../change.ts'
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

export type SharingTermDraft = Schema<'NewSharingTerm'>

export const useAddSharingTerm = () =>
  useChange((body: SharingTermDraft) => reply(client.POST('/api/v1/sharing-terms', { body })))

export type SharingTermChanges = Schema<'SharingTermChanges'>

/** Changes a term, or ends it; bookings that stand are kept as they were made. */
export const useEditSharingTerm = () =>
  useChange(({ id, version, changes }: Seen & { readonly changes: SharingTermChanges }) =>
    reply(
      client.PATCH('/api/v1/sharing-terms/{id}', {
        params: { path: { id }, header: ifMatch({ version }) },
        body: changes,
      }),
    ),
  )
