import { useQuery } from '@tanstack/react-query'
import { ifMatch, type Seen, useChange } from '../change.ts'
import { client, reply } from '../client.ts'
import { allOf, pageLimit } from '../pages.ts'
import type { Schema } from '../schemas.ts'

export type SharingTerm = Schema<'SharingTerm'>

const listed = (asked: { readonly instrumentId: string } | { readonly allianceId: string }) =>
  allOf(cursor =>
    reply(
      client.GET('/api/v1/sharing-terms', {
        params: { query: { ...asked, limit: pageLimit, ...(cursor && { cursor }) } },
      }),
    ),
  )

/** To whom an instrument is opened, as far as the reader may know. */
export const useSharingTerms = (instrumentId: string) =>
  useQuery({
    queryKey: ['instruments', instrumentId, 'sharing-terms'],
    queryFn: () => listed({ instrumentId }),
  })

export type ListedTerm = Schema<'ListedSharingTerm'>

/** What is opened to an alliance, past and future terms too, as far as the reader may know. */
export const useAllianceTerms = (allianceId: string) =>
  useQuery({ queryKey: ['sharing-terms', allianceId], queryFn: () => listed({ allianceId }) })

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
