import { keepPreviousData, useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import type { Language } from '../../../contract/messages/languages.ts'
import { client, reply } from '../client.ts'
import type { Schema } from '../schemas.ts'

export type Utilization = Schema<'UtilizationReport'>
export type UtilizationRow = Utilization['rows'][number]
export type LoadReport = Schema<'LoadReport'>
export type GroupKey = Utilization['header']['groupBy'][number]

/** Which instruments over which days: days are those of each instrument's own zone, `end` is not counted. */
export interface ReportAsked {
  readonly start: string
  readonly end: string
  readonly allianceId: string
  /** The host. */
  readonly institutionId?: string
  readonly instrumentId?: string
}

interface Grouped extends ReportAsked {
  readonly groupBy: readonly GroupKey[]
}

const queryOf = ({ groupBy, ...asked }: Grouped) => ({ ...asked, groupBy: groupBy.join(',') })

/** What became of the time of an alliance's instruments. */
export const useUtilization = (asked: Grouped) =>
  useQuery({
    queryKey: ['reports', 'utilization', asked],
    queryFn: () => reply(client.GET('/api/v1/reports/utilization', { params: { query: queryOf(asked) } })),
    placeholderData: keepPreviousData,
  })

/** When in the week they are used. */
export const useLoad = (asked: ReportAsked) =>
  useQuery({
    queryKey: ['reports', 'load', asked],
    queryFn: () => reply(client.GET('/api/v1/reports/load', { params: { query: asked } })),
    placeholderData: keepPreviousData,
  })

/** A figure of a report: RFC 3339 edges, and whose time it counts. */
export interface FigureAsked extends ReportAsked {
  readonly userInstitutionId?: string
}

const figurePage = 50

/** The bookings behind a figure that the reader may see, page by page, and the rest as a count and sums. */
export const useFigure = (asked: FigureAsked) =>
  useInfiniteQuery({
    queryKey: ['reports', 'figure', asked],
    queryFn: ({ pageParam }) =>
      reply(
        client.GET('/api/v1/reports/utilization/bookings', {
          params: {
            query: { ...asked, limit: figurePage, ...(pageParam !== null && { cursor: pageParam }) },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: last => last.nextCursor,
  })

interface FileAsked extends Grouped {
  readonly format: 'xlsx' | 'csv'
  readonly lang: Language
}

/** A report as a file; a CSV carries the mark by which spreadsheets take it for UTF-8. */
export const useReportFile = () =>
  useMutation({
    mutationFn: ({ format, lang, ...asked }: FileAsked) =>
      reply(
        client.GET('/api/v1/reports/utilization', {
          params: { query: { ...queryOf(asked), format, lang, byteOrderMark: 'true' } },
          parseAs: 'blob',
        }),
      ),
  })
