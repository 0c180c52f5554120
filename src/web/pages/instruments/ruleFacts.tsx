import { usePolicy } from '../../api/queries/instruments.ts'
import { Waiting } from '../../kit/note.tsx'
import { Section } from '../../kit/page.tsx'
import { useWords } from '../../words/words.tsx'
import { useLength, useShare } from '../../words/writing.ts'
import { ruleLines } from './ruleLines.ts'

interface RuleFactsProps {
  readonly instrumentId: string
  readonly turnaroundSeconds: number
}

/** The rules that hold now, in words. */
export function RuleFacts({ instrumentId, turnaroundSeconds }: RuleFactsProps) {
  const { common, instrument: words } = useWords()
  const length = useLength()
  const share = useShare()
  const policy = usePolicy(instrumentId)
  if (policy.data === undefined) {
    return <Waiting error={policy.error} onRetry={() => void policy.refetch()} />
  }
  const lines = ruleLines(policy.data.rules, turnaroundSeconds, {
    words,
    length,
    list: common.list,
    share,
  })
  return (
    <Section title={words.rules}>
      <dl className="facts card">
        {lines.map(({ name, texts }) => (
          <Fact key={name} name={name} texts={texts} />
        ))}
      </dl>
    </Section>
  )
}

function Fact({ name, texts }: { readonly name: string; readonly texts: readonly string[] }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {texts.map(text => (
          <div key={text}>{text}</div>
        ))}
      </dd>
    </>
  )
}
