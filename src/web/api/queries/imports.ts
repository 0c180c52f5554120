import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ImportNoun } from '../../../domain/imports.ts'
import { dryRunQuery } from '../change.ts'
import { client, reply } from '../client.ts'
import type { Schema } from '../schemas.ts'

export type ImportReport = Schema<'ImportReport'>

interface Imported {
  readonly file: File
  readonly isDryRun: boolean
}

/** Tries or imports the rows of a CSV or XLSX file. */
export function useImport(noun: ImportNoun) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ file, isDryRun }: Imported): Promise<ImportReport> =>
      reply(
        client.POST('/api/v1/imports', {
          params: { query: { noun, ...dryRunQuery(isDryRun) } },
          body: file,
          bodySerializer: () => file,
          headers: { 'content-type': 'application/octet-stream' },
        }),
      ),
    onSuccess: (_, { isDryRun }) => (isDryRun ? undefined : queries.invalidateQueries()),
  })
}

/** An empty table to fill in. */
export const useTemplate = (noun: ImportNoun) =>
  useMutation({
    mutationFn: async (format: 'csv' | 'xlsx'): Promise<Blob> => {
      const asked = client.GET('/api/v1/imports/templates/{noun}', {
        params: { path: { noun }, query: { format } },
        parseAs: 'blob',
      })
      const content: unknown = await reply(asked)
      return content as Blob
    },
  })
