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

/** Ends a term at an instant (RFC 3339); bookings that stand are kept. */
export const useEndSharingTerm = () =>
  useChange(({ id, version, endsAt }: Seen & { readonly endsAt: string }) =>
    reply(
      client.PATCH('/api/v1/sharing-terms/{id}', {
        params: { path: { id }, header: ifMatch({ version }) },
        body: { endsAt },
      }),
    ),
  )
