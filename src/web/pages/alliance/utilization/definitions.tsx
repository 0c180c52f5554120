import { useStaffWords } from '../../../words/words.tsx'

/** What every figure of the page means, in words. */
export function Definitions() {
  const { utilization: words } = useStaffWords()
  const keys = Object.keys(words.definitions) as (keyof typeof words.definitions)[]
  return (
    <details className="definitions">
      <summary>{words.definitionsTitle}</summary>
      <dl className="facts">
        {keys.map(key => (
          <div key={key} className="definition">
            <dt>{words.metrics[key]}</dt>
            <dd>{words.definitions[key]}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
