import { useState } from 'react'
import { Button } from '../../../kit/button.tsx'
import { TextField } from '../../../kit/field.tsx'
import { Section } from '../../../kit/page.tsx'
import { Chip } from '../../../kit/status.tsx'
import { useNow } from '../../../kit/useNow.ts'
import { dayOf, dayText, startOfDay } from '../../../time.ts'
import { useStaffWords } from '../../../words/words.tsx'
import { useLocale } from '../../../words/writing.ts'
import { ExceptionAdding, noteCharactersMax } from './exceptionAdding.tsx'
import { daysOf, type ExceptionRun, exceptionsOf, runsOf, withExceptions } from './exceptions.ts'
import type { Exception, RulesProps } from './rules.ts'
import { StretchFields } from './stretchFields.tsx'

/** Days have no zone of their own; any will do to write one. */
const zone = 'UTC'

/** Dates on which other hours hold: holidays, make-up workdays. */
export function ExceptionFields({ rules, onChange }: RulesProps) {
  const { policyEditor } = useStaffWords()
  const today = dayOf(useNow(), zone)
  const { opening } = rules
  const set = (exceptions: Exception[]) => onChange({ opening: { ...opening, exceptions } })
  const without = (run: ExceptionRun) => {
    const days = new Set(daysOf(run))
    return opening.exceptions.filter(each => !days.has(each.date))
  }
  const runs = runsOf(opening.exceptions)
  const toCome = runs.filter(each => each.lastDay >= today)
  const past = runs.filter(each => each.lastDay < today)
  const list = (of: readonly ExceptionRun[]) => (
    <ul className="plain-list">
      {of.map(run => (
        <RunItem
          key={run.firstDay}
          run={run}
          onChange={next => set(withExceptions(without(run), exceptionsOf(next)))}
          onRemove={() => set(without(run))}
        />
      ))}
    </ul>
  )
  return (
    <Section title={policyEditor.exceptions}>
      <div className="card stack">
        <p className="quiet">{policyEditor.exceptionsHelp}</p>
        {toCome.length > 0 && list(toCome)}
        {past.length > 0 && (
          <details>
            <summary>{policyEditor.exceptionsPast(past.length)}</summary>
            {list(past)}
          </details>
        )}
        <ExceptionAdding
          weekly={opening.weekly}
          onAdd={added => set(withExceptions(opening.exceptions, added))}
        />
      </div>
    </Section>
  )
}

interface RunItemProps {
  readonly run: ExceptionRun
  readonly onChange: (run: ExceptionRun) => void
  readonly onRemove: () => void
}

/** Some dates in a row: what holds on them, and the fields to change that. */
function RunItem({ run, onChange, onRemove }: RunItemProps) {
  const { common, policyEditor } = useStaffWords()
  const locale = useLocale()
  const [isEdited, setEdited] = useState(false)
  const { firstDay, lastDay, open, note } = run
  const text = (day: string) => dayText(startOfDay(day, zone), zone, locale)
  const name = firstDay === lastDay ? text(firstDay) : `${text(firstDay)} – ${text(lastDay)}`
  const hours = common.list(open.map(({ from, to }) => `${from}–${to}`))
  return (
    <li>
      <div className="exception" role="group" aria-label={name}>
        <span className="strong figures">{name}</span>
        <Chip tone={hours === '' ? 'plain' : 'good'}>
          <span aria-hidden="true">{hours === '' ? '✕' : '✓'}</span>
          {hours === '' ? policyEditor.closed : policyEditor.openFor(hours)}
        </Chip>
        <span className="exception-note">
          {[firstDay === lastDay ? '' : policyEditor.dayCount(daysOf(run).length), note]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <span className="row">
          <Button
            look="plain"
            aria-label={`${name} ${common.edit}`}
            aria-expanded={isEdited}
            onPress={() => setEdited(!isEdited)}
          >
            {common.edit}
          </Button>
          <Button look="plain" aria-label={`${name} ${policyEditor.removeException}`} onPress={onRemove}>
            ✕ {policyEditor.removeException}
          </Button>
        </span>
        {isEdited && (
          <div className="whole-row stack-tight">
            <TextField
              label={policyEditor.exceptionNote}
              value={note}
              onChange={next => onChange({ ...run, note: next })}
              isRequired={false}
              maxLength={noteCharactersMax}
            />
            <StretchFields
              name={name}
              stretches={open}
              onChange={next => onChange({ ...run, open: [...next] })}
              emptyText={policyEditor.closed}
            />
          </div>
        )}
      </div>
    </li>
  )
}
