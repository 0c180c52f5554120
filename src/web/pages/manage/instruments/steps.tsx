import { Link } from 'wouter'
import { useStaffWords } from '../../../words/words.tsx'

const STEPS = ['facts', 'rules', 'sharing', 'publish'] as const
type Step = (typeof STEPS)[number]

interface StepsProps {
  readonly at: Step
  /** The draft, once there is one: its steps can be gone to. */
  readonly instrumentId?: string
}

/** Where an instrument stands between nothing and shared. */
export function Steps({ at, instrumentId }: StepsProps) {
  const { hosted } = useStaffWords()
  const here = STEPS.indexOf(at)
  return (
    <ol className="steps" aria-label={hosted.steps}>
      {STEPS.map((step, index) => (
        <li key={step} aria-current={step === at ? 'step' : undefined} data-done={index < here || undefined}>
          <span className="step-number" aria-hidden="true">
            {index < here ? '✓' : index + 1}
          </span>
          {instrumentId === undefined || step === at ? (
            hosted.stepNames[step]
          ) : (
            <Link href={hrefOf(step, instrumentId)}>{hosted.stepNames[step]}</Link>
          )}
          {index < here && <span className="hidden-visually">{hosted.stepDone}</span>}
        </li>
      ))}
    </ol>
  )
}

function hrefOf(step: Step, id: string): string {
  const page = `/manage/instruments/${id}`
  switch (step) {
    case 'facts':
      return page
    case 'rules':
      return `${page}/policy?step=new`
    case 'sharing':
    case 'publish':
      return `${page}?step=${step}`
    default:
      return step satisfies never
  }
}
