import { ApiProblem } from '../../api/problem.ts'
import { Note } from '../../kit/note.tsx'
import { ProblemNote } from '../../kit/problemNote.tsx'
import { useWords } from '../../words/words.tsx'

/** What went wrong with a booking; where it was another by then, the newest is loaded and it is said so. */
export function BookingProblem({ error }: { readonly error: Error | null }) {
  const words = useWords().booking
  const isStale = error instanceof ApiProblem && error.code === 'version-stale'
  return isStale ? <Note tone="warn" title={words.stale} role="alert" /> : <ProblemNote error={error} />
}
