import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { client, reply } from '../client.ts'
import { allOf, pageLimit } from '../pages.ts'
import type { Schema } from '../schemas.ts'

export type Account = Schema<'Account'>
export type Lot = Account['lots'][number]
export type StatementRow = Schema<'Statement'>['rows'][number]

/** The accounts of a ledger that the reader may see: their group's and projects', or all that they run. */
const accountsOf = (ledgerId: string) =>
  allOf(cursor =>
    reply(
      client.GET('/api/v1/accounts', {
        params: { query: { ledgerId, limit: pageLimit, ...(cursor && { cursor }) } },
      }),
    ),
  )

export const useAccounts = (ledgerId: string) =>
  useQuery({ queryKey: ['accounts', 'list', ledgerId], queryFn: () => accountsOf(ledgerId) })

/** The same of several ledgers at once. */
export const useAccountsOfAll = (ledgerIds: readonly string[]) =>
  useQuery({
    queryKey: ['accounts', 'all', ledgerIds],
    queryFn: async () => (await Promise.all(ledgerIds.map(accountsOf))).flat(),
    enabled: ledgerIds.length > 0,
  })

const statementRows = 1_000

const statementOf = (id: string, query: { readonly afterSeq: number; readonly limit: number }) =>
  reply(client.GET('/api/v1/accounts/{id}/statement', { params: { path: { id }, query } }))

/** The statement of an account from its newest rows back, each page in the order of its seals. */
export const useStatement = (id: string) =>
  useInfiniteQuery({
    queryKey: ['accounts', id, 'statement'],
    queryFn: async ({ pageParam: untilSeq }: { pageParam: number | null }) => {
      // Where the chain ends is told with any of its rows.
      const until = untilSeq ?? (await statementOf(id, { afterSeq: 0, limit: 1 })).head.seq
      const afterSeq = Math.max(0, until - statementRows)
      const limit = Math.max(1, until - afterSeq)
      return { ...(await statementOf(id, { afterSeq, limit })), afterSeq }
    },
    initialPageParam: null,
    getNextPageParam: last => (last.afterSeq === 0 ? undefined : last.afterSeq),
  })

export const useAccount = (id: string) =>
  useQuery({
    queryKey: ['accounts', id],
    queryFn: () => reply(client.GET('/api/v1/accounts/{id}', { params: { path: { id } } })),
  })

const wholeRows = 5_000
const wholePagesMax = 20

/** The statement from the first row on, as far as the newest seal; very long ones are cut off. */
export const useWholeStatement = (id: string) =>
  useQuery({
    queryKey: ['accounts', id, 'statement', 'whole'],
    queryFn: async () => {
      const pages: Schema<'Statement'>[] = []
      let afterSeq: number | null = 0
      while (afterSeq !== null && pages.length < wholePagesMax) {
        const query: { afterSeq: number; limit: number } = { afterSeq, limit: wholeRows }
        const page: Schema<'Statement'> = await reply(
          client.GET('/api/v1/accounts/{id}/statement', { params: { path: { id }, query } }),
        )
        pages.push(page)
        afterSeq = page.nextSeq
      }
      const last = pages.at(-1)
      return { rows: pages.flatMap(page => page.rows), unsealed: last?.unsealed ?? [], head: last?.head }
    },
  })
