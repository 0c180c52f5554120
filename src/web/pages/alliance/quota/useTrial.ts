import { useState } from 'react'
import { ApiProblem, type ProblemBody } from '../../../api/problem.ts'
import { type Grant, type GrantDraft, useGrant, useGrantTrial } from '../../../api/queries/grants.ts'

export type LineRefusal = ProblemBody['refusals'][number] & { readonly line: number }

/** A grant that is tried out before it is made: only what was tried as it stands can be confirmed. */
export interface Trial {
  /** What was tried is what stands there now. */
  readonly isFresh: boolean
  readonly wasTried: boolean
  readonly outcome: Grant | undefined
  /** What speaks against single lines, counted from 0. */
  readonly lineRefusals: readonly LineRefusal[]
  /** What went wrong otherwise. */
  readonly error: Error | null
  readonly isPending: boolean
  readonly attempt: () => void
  readonly confirm: (onDone: (grant: Grant) => void) => void
}

export function useTrial(draft: GrantDraft | null): Trial {
  const [tried, setTried] = useState<string | null>(null)
  const trial = useGrantTrial()
  const real = useGrant()
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
      const onSuccess = (grant: Grant) => {
        // What was granted must be tried again before it is granted once more.
        setTried(null)
        onDone(grant)
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
