import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
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
 *
 * Who waits for the deed hears of it at once, before the new pictures come: a dialog closes, and a row that
 * then goes takes nothing with it. It counts as pending until they are there, so that no second edit is made
 * of a version that is gone.
 */
export function useChange<Given, Got>(write: (given: Given) => Promise<Got>) {
  const queries = useQueryClient()
  const [isRefreshing, setRefreshing] = useState(false)
  const refresh = async () => {
    setRefreshing(true)
    await queries.invalidateQueries()
    setRefreshing(false)
  }
  const change = useMutation({
    mutationFn: write,
    onSuccess: () => {
      void refresh()
    },
    onError: error => {
      if (error instanceof ApiProblem && error.code === 'version-stale') void refresh()
    },
  })
  return { ...change, isPending: change.isPending || isRefreshing }
}
