import { useState } from 'react'
import { useLocation } from 'wouter'
import { useMe } from '../../api/queries/me.ts'
import { useSite, type Site } from '../../api/queries/site.ts'
import { session } from '../../api/session.ts'
import { Button } from '../../kit/button.tsx'
import { Empty, Waiting } from '../../kit/note.tsx'
import { Page, Section } from '../../kit/page.tsx'
import { ProblemNote } from '../../kit/problemNote.tsx'
import '../../styles/demo.css'
import { useWords } from '../../words/words.tsx'

type Step = NonNullable<Site['demo']>['scenarios'][number]

/** Which alliances' ways of working can be followed by hand so far, step by step. */
export function ScenariosPage() {
  const { scenarios } = useWords()
  const { data, error, refetch } = useSite()
  if (data === undefined) return <Waiting error={error} onRetry={() => void refetch()} />
  const steps = data.demo?.scenarios ?? []
  return (
    <Page title={scenarios.title} detail={scenarios.detail}>
      {steps.length === 0 ? (
        <Empty title={scenarios.none}>{scenarios.noneHelp}</Empty>
      ) : (
        Object.entries(scenarios.rows).map(([id, row]) => (
          <Scenario key={id} row={row} steps={steps.filter(each => each.scenario === id)} />
        ))
      )}
    </Page>
  )
}

interface ScenarioProps {
  readonly row: {
    readonly name: string
    readonly tested: string
    readonly steps: Readonly<Record<string, { readonly do: string; readonly see: string }>>
  }
  readonly steps: readonly Step[]
}

function Scenario({ row, steps }: ScenarioProps) {
  return (
    <Section title={row.name}>
      <ol className="scenario">
        {steps.map(step => {
          const words = row.steps[step.step]
          return words && <OneStep key={step.step} step={step} words={words} />
        })}
      </ol>
      <p className="quiet">{row.tested}</p>
    </Section>
  )
}

interface OneStepProps {
  readonly step: Step
  readonly words: { readonly do: string; readonly see: string }
}

function OneStep({ step: { account, path, about }, words }: OneStepProps) {
  const { common, scenarios } = useWords()
  const [, navigate] = useLocation()
  const me = useMe().data?.person.name
  const [error, setError] = useState<Error | null>(null)
  const isMe = me === account.person
  const enter = async () => {
    if (isMe) return navigate(path)
    try {
      await session.changeTo(account.login, account.password, async () => path)
    } catch (fault) {
      setError(fault as Error)
    }
  }
  return (
    <li>
      <div className="scenario-who">
        <strong>{account.person}</strong>
        <span className="quiet">
          {isMe ? scenarios.here : (common.roles[account.role] ?? account.role)} · {account.institution}
        </span>
      </div>
      <div className="scenario-what">
        <p>
          {words.do} {about !== null && <strong>{about}</strong>}
        </p>
        <p className="scenario-see">→ {words.see}</p>
        <ProblemNote error={error} />
      </div>
      <Button onPress={() => void enter()} aria-label={`${scenarios.enter}: ${account.person}, ${words.do}`}>
        {scenarios.enter}
      </Button>
    </li>
  )
}
