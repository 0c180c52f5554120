import type { ReactNode } from 'react'
import { useStaffWords } from '../../../../words/words.tsx'

const STEPS = ['ledger', 'period', 'reserve', 'grant'] as const
type Step = (typeof STEPS)[number]

interface FirstStepsProps {
  readonly done: readonly Step[]
  /** The way to the step that is next. */
  readonly children?: ReactNode
}

/** In which order the first quota of an alliance comes about, and how far it is. */
export function FirstSteps({ done, children }: FirstStepsProps) {
  const { books } = useStaffWords()
  return (
    <div className="empty">
      <p>{books.stepsTitle}</p>
      <ol className="first-steps">
        {STEPS.map(step => (
          <li key={step} className={done.includes(step) ? 'quiet' : undefined}>
            {books.steps[step]}
            {done.includes(step) && ` ✓ ${books.stepDone}`}
          </li>
        ))}
      </ol>
      {children !== undefined && <div>{children}</div>}
    </div>
  )
}
