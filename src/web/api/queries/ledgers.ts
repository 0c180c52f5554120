import { useQuery } from '@tanstack/react-query'
import { useChange } from '../change.ts'
import { client, reply } from '../client.ts'
import { allOf, pageLimit } from '../pages.ts'
import type { Schema } from '../schemas.ts'

export type Ledger = Schema<'Ledger'>
export type Period = Schema<'Period'>
/** A ledger with all of its periods, the newest first. */
export type LedgerWithPeriods = Ledger & { readonly periods: readonly Period[] }

const ledgersOf = (asked: { readonly allianceId?: string }) =>
  allOf(cursor =>
    reply(
      client.GET('/api/v1/ledgers', {
        params: { query: { ...asked, limit: pageLimit, ...(cursor && { cursor }) } },
      }),
    ),
  )

const periodsOf = (id: string) =>
  allOf(cursor =>
    reply(
      client.GET('/api/v1/ledgers/{id}/periods', {
        params: { path: { id }, query: { limit: pageLimit, ...(cursor && { cursor }) } },
      }),
    ),
  )

/** Ledgers that the reader may see. */
export const useLedgers = (asked: { readonly allianceId?: string } = {}) =>
  useQuery({ queryKey: ['ledgers', 'list', asked], queryFn: () => ledgersOf(asked) })

/** The ledgers of an alliance, each with its periods. */
export const useAllianceLedgers = (allianceId: string) =>
  useQuery({
    queryKey: ['ledgers', 'periods', allianceId],
    queryFn: async (): Promise<LedgerWithPeriods[]> => {
      const ledgers = await ledgersOf({ allianceId })
      return Promise.all(ledgers.map(async ledger => ({ ...ledger, periods: await periodsOf(ledger.id) })))
    },
  })

export const useOpenLedger = () =>
  useChange((body: Schema<'NewLedger'>) => reply(client.POST('/api/v1/ledgers', { body })))

export const useOpenPeriod = () =>
  useChange(({ ledgerId, ...body }: Schema<'NewPeriod'> & { readonly ledgerId: string }) =>
    reply(client.POST('/api/v1/ledgers/{id}/periods', { params: { path: { id: ledgerId } }, body })),
  )

/** Lets an open period end on an earlier day. */
export const useShortenPeriod = () =>
  useChange(
    ({
      ledgerId,
      periodId,
      ...body
    }: Schema<'End'> & { readonly ledgerId: string; readonly periodId: string }) =>
      reply(
        client.POST('/api/v1/ledgers/{id}/periods/{partId}/end', {
          params: { path: { id: ledgerId, partId: periodId } },
          body,
        }),
      ),
  )
