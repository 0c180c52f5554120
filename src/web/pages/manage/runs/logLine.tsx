import type { ClipboardEvent } from 'react'
import { useInstitutions } from '../../../api/queries/institutions.ts'
import type { Person } from '../../../api/queries/people.ts'
import { InlineText } from '../../../kit/inline.tsx'
import { ProblemNote } from '../../../kit/problemNote.tsx'
import { Select } from '../../../kit/select.tsx'
import { Chip } from '../../../kit/status.tsx'
import { useStaffWords } from '../../../words/words.tsx'
import { useNameOf } from '../../../words/writing.ts'
import type { LogRow } from './logRow.ts'
import type { LogColumn } from './logText.ts'
import type { useLogBook } from './useLogBook.ts'

interface LogCellProps {
  readonly row: LogRow
  readonly number: number
  readonly column: LogColumn
  readonly book: ReturnType<typeof useLogBook>
}

/** One cell of a line of the log book; once the line is kept it is only read. */
export function LogCell({ row, number, column, book }: LogCellProps) {
  const { runs } = useStaffWords()
  if (row.outcome.kind === 'kept') return row[column]
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain')
    // One cell is pasted as always; a block goes over the lines below.
    if (!/[\t\n]/u.test(text)) return
    event.preventDefault()
    book.paste(row.key, column, text)
  }
  return (
    <span onPaste={paste}>
      <InlineText
        label={runs.rowLabel(runs.columns[column], number)}
        value={row[column]}
        onChange={text => book.type(row.key, column, text)}
        size={longColumns.has(column) ? 'long' : 'short'}
        {...(number === 1 && { placeholder: EXAMPLES[column] })}
      />
    </span>
  )
}

const longColumns: ReadonlySet<LogColumn> = new Set(['person', 'project', 'date', 'remark'])

/** How a line is written; the person and the project are the lab's own. */
const EXAMPLES: Readonly<Record<LogColumn, string>> = {
  person: '',
  project: '',
  date: '2026-11-03',
  from: '09:30',
  to: '12:00',
  samples: '',
  remark: '',
}

interface LineOutcomeProps {
  readonly row: LogRow
  readonly onChoose: (personId: string) => void
}

/** What came of a line. */
export function LineOutcome({ row, onChoose }: LineOutcomeProps) {
  const { runs } = useStaffWords()
  const { outcome } = row
  switch (outcome.kind) {
    case 'new':
      return null
    case 'fine':
      return <Chip tone="accent">✓ {runs.fine}</Chip>
    case 'kept':
      return <Chip tone="good">■ {runs.kept}</Chip>
    case 'faulty':
      return (
        <ul className="plain-list wrong">
          {outcome.faults.map(fault => (
            <li key={fault}>✕ {fault}</li>
          ))}
        </ul>
      )
    case 'unclear':
      return <PersonChoice named={row.person} people={outcome.people} onChoose={onChoose} />
    case 'refused':
      return <ProblemNote error={outcome.error} />
    default:
      return outcome satisfies never
  }
}

interface PersonChoiceProps {
  readonly named: string
  readonly people: readonly Person[]
  readonly onChoose: (personId: string) => void
}

/** Several people of one name, told apart by their institutions. */
function PersonChoice({ named, people, onChoose }: PersonChoiceProps) {
  const { common, runs } = useStaffWords()
  const nameOf = useNameOf()
  const institutions = new Map(useInstitutions().data?.map(each => [each.id, each]))
  return (
    <Select
      label={runs.personUnclear(named)}
      choices={people.map(({ id, name, nameEn, affiliations }) => ({
        id,
        name: nameOf({ name: name ?? id, nameEn }),
        detail: common.list(affiliations.map(each => nameOf(institutions.get(each.institutionId)))),
      }))}
      value={null}
      onChange={onChoose}
    />
  )
}
