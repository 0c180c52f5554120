import { useMutation, useQuery } from '@tanstack/react-query'
import { useChange } from '../change.ts'
import { client, reply } from '../client.ts'
import { allOf, pageLimit } from '../pages.ts'
import type { Schema } from '../schemas.ts'

export type Policy = Schema<'Policy'>
export type PolicyDraft = Schema<'NewPolicy'>
export type PolicyPreview = Schema<'PolicyPreview'>

/** Every revision of an instrument's rules, also those to come. */
export const usePolicies = (instrumentId: string) =>
  useQuery({
    queryKey: ['instruments', instrumentId, 'policies'],
    queryFn: () =>
      allOf(cursor =>
        reply(
          client.GET('/api/v1/policies', {
            params: { query: { instrumentId, limit: pageLimit, ...(cursor && { cursor }) } },
          }),
        ),
      ),
  })

export const useAddPolicy = () =>
  useChange((body: PolicyDraft) => reply(client.POST('/api/v1/policies', { body })))

/** What a draft of rules would have refused last month, and which bookings to come break it. */
export const usePolicyPreview = () =>
  useMutation({
    mutationFn: (body: PolicyDraft) => reply(client.POST('/api/v1/policies/preview', { body })),
  })
