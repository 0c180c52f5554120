import type { UseMutationResult } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiProblem, type ProblemBody } from '../../../api/problem.ts'

export type LineRefusal = ProblemBody['refusals'][number] & { readonly line: number }

/** A batch that is tried out before it is posted: only what was tried as it stands can be confirmed. */
export interface Trial<Outcome> {
  /** What was tried is what stands there now. */
  readonly isFresh: boolean
  readonly wasTried: boolean
  readonly outcome: Outcome | undefined
  /** What speaks against single lines, counted from 0. */
  readonly lineRefusals: readonly LineRefusal[]
  /** What went wrong otherwise. */
  readonly error: Error | null
  readonly isPending: boolean
  readonly attempt: () => void
  readonly confirm: (onDone: (outcome: Outcome) => void) => void
}

/** One way to send the batch: to try it, or to post it. */
type Sending<Draft, Outcome> = Pick<
  UseMutationResult<Outcome, Error, Draft>,
  'data' | 'error' | 'isPending' | 'mutate' | 'reset'
>

interface TrialOf<Draft, Outcome> {
  readonly draft: Draft | null
  readonly trial: Sending<Draft, Outcome>
  readonly real: Sending<Draft, Outcome>
}

export function useTrial<Draft, Outcome>(of: TrialOf<Draft, Outcome>): Trial<Outcome> {
  const { draft, trial, real } = of
  const [tried, setTried] = useState<string | null>(null)
  const written = JSON.stringify(draft)
  const isFresh = tried !== null && tried === written
  const error = real.error ?? trial.error
  const lineRefusals = isFresh ? lineRefusalsOf(error) : []
  return {
    isFresh,
    wasTried: tried !== null,
    outcome: isFresh && real.error === null ? trial.data : undefined,
    lineRefusals,
    error: isFresh && lineRefusals.length === 0 ? error : null,
    isPending: trial.isPending || real.isPending,
    attempt: () => {
      if (draft === null) return
      real.reset()
      setTried(written)
      trial.mutate(draft)
    },
    confirm: onDone => {
      if (draft === null || !isFresh) return
      const onSuccess = (outcome: Outcome) => {
        // What was posted must be tried again before it is posted once more.
        setTried(null)
        onDone(outcome)
      }
      real.mutate(draft, { onSuccess })
    },
  }
}

/** Refusals of lines; none where anything else was refused besides. */
function lineRefusalsOf(error: Error | null): LineRefusal[] {
  if (!(error instanceof ApiProblem)) return []
  const refusals = error.body.refusals.filter((each): each is LineRefusal => typeof each['line'] === 'number')
  return refusals.length === error.body.refusals.length ? refusals : []
}
