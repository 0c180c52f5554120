import { useEffect, useState } from 'react'
import { ApiProblem } from '../../api/problem.ts'
import { useInstrumentsById } from '../../api/queries/instruments.ts'
import { Button } from '../../kit/button.tsx'
import type { Alternative } from '../../kit/problemNote.tsx'
import { clocksDiffer, type Span, spanOf, spanText, viewerZone } from '../../time.ts'
import { useWords } from '../../words/words.tsx'
import { useLocale, useNameOf } from '../../words/writing.ts'

const settleMilliseconds = 700

/** Another time, maybe on another instrument. */
export interface Choice extends Span {
  readonly instrumentId: string
}

interface AlternativesProps {
  readonly error: Error | null
  /** Puts the choice into the form, to look at what it costs. */
  readonly onChoose: (choice: Choice) => void
  /** Takes the choice at once. */
  readonly onTake: (choice: Choice) => void
  readonly takeLabel: string
  readonly isPending: boolean
}

/** Near times that can be had instead of the one refused, each one tap away. */
export function Alternatives({ error, ...rest }: AlternativesProps) {
  const found = alternativesOf(error)
  return found.length === 0 ? null : <AlternativeList found={found} {...rest} />
}

interface AlternativeListProps extends Omit<AlternativesProps, 'error'> {
  readonly found: readonly Alternative[]
}

function AlternativeList({ found, isPending, ...rest }: AlternativeListProps) {
  const words = useWords().booking
  const isSettled = useIsSettled()
  const instruments = useInstrumentsById([...new Set(found.map(each => each.instrumentId))])
  const nameOf = useNameOf()
  return (
    <section className="stack-tight" aria-label={words.alternatives}>
      <h3>{words.alternatives}</h3>
      <p className="quiet">{words.sooner}</p>
      <ul className="alternatives">
        {found.map(each => {
          const instrument = instruments.get(each.instrumentId)
          return (
            <AlternativeRow
              key={`${each.instrumentId} ${each.start}`}
              choice={{ instrumentId: each.instrumentId, ...spanOf(each) }}
              zone={instrument?.zone ?? viewerZone()}
              name={nameOf(instrument)}
              isPending={isPending || !isSettled}
              {...rest}
            />
          )
        })}
      </ul>
    </section>
  )
}

/** What appears where a tap was just aimed must not take that tap. */
function useIsSettled(): boolean {
  const [isSettled, setSettled] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), settleMilliseconds)
    return () => clearTimeout(timer)
  }, [])
  return isSettled
}

interface AlternativeRowProps extends Omit<AlternativesProps, 'error'> {
  readonly choice: Choice
  readonly zone: string
  readonly name: string
}

function AlternativeRow({ choice, zone, name, onChoose, onTake, takeLabel, isPending }: AlternativeRowProps) {
  const { common } = useWords()
  const locale = useLocale()
  const time = spanText(choice, zone, locale)
  const here = viewerZone()
  return (
    <li>
      <Button look="plain" onPress={() => onChoose(choice)} isDisabled={isPending}>
        <span className="alternative">
          <span>{time}</span>
          <span className="quiet">{name}</span>
          {clocksDiffer(zone, here, choice.start) && (
            <span className="quiet">{common.yourZone(here, spanText(choice, here, locale))}</span>
          )}
        </span>
      </Button>
      <Button
        onPress={() => onTake(choice)}
        isDisabled={isPending}
        aria-label={`${takeLabel}: ${time} ${name}`}
      >
        {takeLabel}
      </Button>
    </li>
  )
}

const alternativesOf = (error: Error | null): readonly Alternative[] =>
  error instanceof ApiProblem ? (error.body.alternatives ?? []) : []
