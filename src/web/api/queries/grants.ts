import { useMutation, useQuery } from '@tanstack/react-query'
import { dryRunQuery, useChange } from '../change.ts'
import { client, reply } from '../client.ts'
import { allOf, pageLimit } from '../pages.ts'
import type { Schema } from '../schemas.ts'

export type GrantDraft = Schema<'NewGrant'>
export type GrantLine = GrantDraft['lines'][number]
export type Grant = Schema<'Grant'>

const grant = (body: GrantDraft, isDryRun: boolean) =>
  reply(client.POST('/api/v1/grants', { body, params: { query: dryRunQuery(isDryRun) } }))

/** Grants or passes on quota: all lines or none. */
export const useGrant = () => useChange((draft: GrantDraft) => grant(draft, false))

/** What would come of a grant: each line before and after, or all that speaks against it. */
export const useGrantTrial = () => useMutation({ mutationFn: (draft: GrantDraft) => grant(draft, true) })

interface ReversalDraft {
  readonly transferId: string
  /** Null takes back all that has not been taken back yet. */
  readonly amount: number | null
  readonly reason: string
}

export const useReverse = () =>
  useChange(({ transferId, ...body }: ReversalDraft) =>
    reply(client.POST('/api/v1/transfers/{id}/reversals', { params: { path: { id: transferId } }, body })),
  )

export type GrantedDocument = Schema<'GrantedDocument'>
export type GrantedRow = Schema<'GrantedRow'>
export type Reversals = Schema<'Reversals'>
export type ReversalsDraft = Schema<'NewReversals'>

/** The documents under which an alliance has granted, per ledger, the newest first. */
export const useDocuments = (allianceId: string) =>
  useQuery({
    queryKey: ['grants', 'documents', allianceId],
    queryFn: () =>
      allOf(cursor =>
        reply(
          client.GET('/api/v1/documents', {
            params: { query: { allianceId, limit: pageLimit, ...(cursor && { cursor }) } },
          }),
        ),
      ),
  })

/** The rows that one document granted, the newest first. */
export const useGrantedRows = (allianceId: string, documentNumber: string) =>
  useQuery({
    queryKey: ['grants', 'rows', allianceId, documentNumber],
    queryFn: () =>
      allOf(cursor =>
        reply(
          client.GET('/api/v1/grants', {
            params: { query: { allianceId, documentNumber, limit: pageLimit, ...(cursor && { cursor }) } },
          }),
        ),
      ),
  })

const reverseMany = (body: ReversalsDraft, isDryRun: boolean) =>
  reply(client.POST('/api/v1/reversals', { body, params: { query: dryRunQuery(isDryRun) } }))

/** Takes back several rows: all of them or none. */
export const useReverseMany = () => useChange((draft: ReversalsDraft) => reverseMany(draft, false))

export const useReverseManyTrial = () =>
  useMutation({ mutationFn: (draft: ReversalsDraft) => reverseMany(draft, true) })
