import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ApiProblem } from './problem.ts'

/** A thing as the reader has seen it, for edits by version. */
export interface Seen {
  readonly id: string
  readonly version: number
}

export const ifMatch = ({ version }: Pick<Seen, 'version'>) => ({ 'if-match': `"${version}"` })
export const dryRunQuery = (isDryRun: boolean) => (isDryRun ? { dryRun: 'true' as const } : {})

/**
 * A write: what is shown is asked for anew once it is done, for one deed shows in many places, and where
 * somebody else was first.
 */
export function useChange<Given, Got>(write: (given: Given) => Promise<Got>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: write,
    onSuccess: () => queries.invalidateQueries(),
    onError: error =>
      error instanceof ApiProblem && error.code === 'version-stale' ? queries.invalidateQueries() : undefined,
  })
}
