import { useState } from 'react'
import { Button } from '../../../kit/button.tsx'
import { DayField } from '../../../kit/dates.tsx'
import { TextArea, TextField } from '../../../kit/field.tsx'
import { Note } from '../../../kit/note.tsx'
import { addMonths, dayOf, now, viewerZone } from '../../../time.ts'
import { useStaffWords } from '../../../words/words.tsx'
import { daysOf, type ExceptionRun, exceptionsOf, runDaysMax } from './exceptions.ts'
import { readHolidays } from './holidayText.ts'
import type { Exception, Weekly } from './rules.ts'
import { StretchFields } from './stretchFields.tsx'
import { hoursOn } from './weekly.ts'

export const noteCharactersMax = 200
const textCharactersMax = 20_000

interface ExceptionAddingProps {
  /** The usual week, for days on which people work after all. */
  readonly weekly: Weekly
  readonly onAdd: (exceptions: readonly Exception[]) => void
}

/** New dates: some in a row by their first and last, or many at once from a notice. */
export const ExceptionAdding = (props: ExceptionAddingProps) => (
  <>
    <RunAdding onAdd={props.onAdd} />
    <NoticeReading {...props} />
  </>
)

type Draft = Omit<ExceptionRun, 'firstDay' | 'lastDay'> & {
  readonly firstDay: string | null
  readonly lastDay: string | null
}

const noDraft: Draft = { firstDay: null, lastDay: null, open: [], note: '' }

function RunAdding({ onAdd }: Pick<ExceptionAddingProps, 'onAdd'>) {
  const { common, policyEditor } = useStaffWords()
  const [draft, setDraft] = useState(noDraft)
  const set = (changes: Partial<Draft>) => setDraft({ ...draft, ...changes })
  const { firstDay, open, note } = draft
  const lastDay = draft.lastDay ?? firstDay
  const isBackwards = firstDay !== null && lastDay !== null && lastDay < firstDay
  const add = () => {
    if (firstDay === null || lastDay === null) return
    onAdd(exceptionsOf({ firstDay, lastDay, open, note: note.trim() }))
    setDraft(noDraft)
  }
  const days = firstDay === null || lastDay === null ? [] : daysOf({ firstDay, lastDay })
  const isTooLong = days.length === runDaysMax
  return (
    <div className="fields exception-adding" role="group" aria-label={policyEditor.addException}>
      <h3 className="whole-row">{policyEditor.addException}</h3>
      <DayField
        label={policyEditor.exceptionFirst}
        value={firstDay}
        onChange={day => set({ firstDay: day })}
      />
      <DayField
        label={`${policyEditor.exceptionLast}${common.optional}`}
        value={draft.lastDay}
        onChange={day => set({ lastDay: day })}
        error={isBackwards ? policyEditor.lastBeforeFirst : undefined}
      />
      <TextField
        label={policyEditor.exceptionNote}
        value={note}
        onChange={text => set({ note: text })}
        isRequired={false}
        maxLength={noteCharactersMax}
      />
      <div className="whole-row">
        <StretchFields
          name={policyEditor.addException}
          stretches={open}
          onChange={next => set({ open: [...next] })}
          emptyText={policyEditor.closedAllDay}
        />
      </div>
      <div className="row whole-row">
        <Button isDisabled={days.length === 0} onPress={add}>
          + {policyEditor.addDays(days.length)}
        </Button>
        {isTooLong && <span className="quiet">{policyEditor.daysAtMost(runDaysMax)}</span>}
      </div>
    </div>
  )
}

/** The notice for a year is out in November of the year before. */
const nextYearsOf = () => addMonths(dayOf(now(), viewerZone()), 2).slice(0, 4)

/** Reads the yearly notice of public holidays, or a list of dates. */
function NoticeReading({ weekly, onAdd }: ExceptionAddingProps) {
  const { policyEditor } = useStaffWords()
  const [text, setText] = useState('')
  const [year, setYear] = useState(nextYearsOf)
  const [told, setTold] = useState<string | null>(null)
  const { dates, unread } = readHolidays(text, year)
  const work = dates.filter(each => each.kind === 'work')
  const add = () => {
    // People work on a make-up day as on a Monday.
    const hours = hoursOn(weekly, 1)
    onAdd(
      dates.map(({ date, kind, note }) => ({
        date,
        open: kind === 'work' ? hours : [],
        ...(note !== '' && { note: kind === 'work' ? policyEditor.makeUpDay(note) : note }),
      })),
    )
    setTold(policyEditor.noticeAdded(dates.length))
    setText('')
  }
  return (
    <details>
      <summary>{policyEditor.fromNotice}</summary>
      <div className="stack-tight exception-notice">
        <p className="quiet">{policyEditor.noticeHelp}</p>
        <div className="fields">
          <TextField
            label={policyEditor.noticeYear}
            value={year}
            onChange={setYear}
            maxLength={4}
            isRequired
          />
        </div>
        <TextArea
          label={policyEditor.noticeText}
          value={text}
          onChange={setText}
          rows={6}
          maxLength={textCharactersMax}
        />
        {text !== '' && (
          <Note
            tone={unread.length > 0 ? 'warn' : 'plain'}
            title={policyEditor.noticeFound(dates.length - work.length, work.length)}
            role="status"
          >
            {unread.length > 0 && <p>{policyEditor.noticeUnread(unread.join(' / '))}</p>}
          </Note>
        )}
        <div className="row">
          <Button isDisabled={dates.length === 0} onPress={add}>
            + {policyEditor.addDays(dates.length)}
          </Button>
          <span role="status" className="quiet">
            {text === '' && told}
          </span>
        </div>
      </div>
    </details>
  )
}
