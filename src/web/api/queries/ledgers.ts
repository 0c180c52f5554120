import { useQuery } from '@tanstack/react-query'
import { client, reply } from '../client.ts'
import { allOf, pageLimit } from '../pages.ts'
import type { Schema } from '../schemas.ts'

export type Ledger = Schema<'Ledger'>
export type LedgerWithPeriods = Schema<'LedgerWithPeriods'>
export type Period = Schema<'Period'>

/** Ledgers that the reader may see. */
export const useLedgers = (asked: { readonly allianceId?: string } = {}) =>
  useQuery({
    queryKey: ['ledgers', 'list', asked],
    queryFn: () =>
      allOf(cursor =>
        reply(
          client.GET('/api/v1/ledgers', {
            params: { query: { ...asked, limit: pageLimit, ...(cursor && { cursor }) } },
          }),
        ),
      ),
  })

/** The ledgers of an alliance, each with its periods, the newest first. */
export const useAllianceLedgers = (allianceId: string) =>
  useQuery({
    queryKey: ['ledgers', 'periods', allianceId],
    queryFn: async () => {
      const ledgers = await reply(
        client.GET('/api/v1/ledgers', { params: { query: { allianceId, limit: pageLimit } } }),
      )
      const asked = ledgers.items.map(({ id }) =>
        reply(client.GET('/api/v1/ledgers/{id}', { params: { path: { id } } })),
      )
      return (await Promise.all(asked)).map(ledger => ({
        ...ledger,
        periods: ledger.periods.toSorted((a, b) => (a.start < b.start ? 1 : -1)),
      }))
    },
  })
