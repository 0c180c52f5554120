import { useMutation } from '@tanstack/react-query'
import { dryRunQuery, useChange } from '../change.ts'
import { client, reply } from '../client.ts'
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
