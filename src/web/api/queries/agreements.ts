import { useQuery } from '@tanstack/react-query'
import { ifMatch, type Seen, useChange } from '../change.ts'
import { client, reply } from '../client.ts'
import { allOf, pageLimit } from '../pages.ts'
import type { Schema } from '../schemas.ts'

export type Agreement = Schema<'Agreement'>

const listed = (filter: { readonly allianceId?: string }) =>
  allOf(cursor =>
    reply(
      client.GET('/api/v1/agreements', {
        params: { query: { ...filter, limit: pageLimit, ...(cursor && { cursor }) } },
      }),
    ),
  )

/** The agreements of an alliance, those that are over too. */
export const useAgreements = (allianceId: string) =>
  useQuery({
    queryKey: ['agreements', 'list', allianceId],
    queryFn: () => listed({ allianceId }),
  })

/** The agreements of every alliance whose affairs the reader sees, those that are over too. */
export const useMyAgreements = () =>
  useQuery({ queryKey: ['agreements', 'mine'], queryFn: () => listed({}), staleTime: 60_000 })

export const useAddAgreement = () =>
  useChange((body: Schema<'NewAgreement'>) => reply(client.POST('/api/v1/agreements', { body })))

/** Sets the last day of an agreement. */
export const useEndAgreement = () =>
  useChange(({ id, version, endsOn }: Seen & { readonly endsOn: string }) =>
    reply(
      client.PATCH('/api/v1/agreements/{id}', {
        params: { path: { id }, header: ifMatch({ version }) },
        body: { endsOn },
      }),
    ),
  )
