import type { ClipboardEvent } from 'react'
import { useInstitutions } from '../../../api/queries/institutions.ts'
import type { Person } from '../../../api/queries/people.ts'
import { InlineText } from '../../../kit/inline.tsx'
import { ProblemNote } from '../../../kit/problemNote.tsx'
import { Select } from '../../../kit/select.tsx'
import { Chip } from '../../../kit/status.tsx'
import { useWords } from '../../../words/words.tsx'
import { useNameOf } from '../../../words/writing.ts'
import type { LogRow } from './logRow.ts'
import { LOG_COLUMNS, type LogColumn } from './logText.ts'
import type { useLogBook } from './useLogBook.ts'

interface LogLineProps {
  readonly row: LogRow
  readonly number: number
  readonly book: ReturnType<typeof useLogBook>
}

/** One line of the log book with what came of it. */
export function LogLine({ row, number, book }: LogLineProps) {
  const { runs } = useWords()
  const isKept = row.outcome.kind === 'kept'
  const paste = (column: LogColumn) => (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain')
    // One cell is pasted as always; a block goes over the lines below.
    if (!/[\t\n]/u.test(text)) return
    event.preventDefault()
    book.paste(row.key, column, text)
  }
  return (
    <tr>
      <th scope="row" className="number">
        {number}
      </th>
      {LOG_COLUMNS.map(column => (
        <td key={column} onPaste={paste(column)}>
          {isKept ? (
            row[column]
          ) : (
            <InlineText
              label={runs.rowLabel(runs.columns[column], number)}
              value={row[column]}
              onChange={text => book.type(row.key, column, text)}
              size={longColumns.has(column) ? 'long' : 'short'}
              {...(number === 1 && { placeholder: EXAMPLES[column] })}
            />
          )}
        </td>
      ))}
      <td>
        <LineOutcome row={row} onChoose={id => book.choosePerson(row.key, id)} />
      </td>
    </tr>
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

function LineOutcome({ row, onChoose }: LineOutcomeProps) {
  const { runs } = useWords()
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
  const { runs } = useWords()
  const nameOf = useNameOf()
  const institutions = new Map(useInstitutions().data?.map(each => [each.id, each]))
  return (
    <Select
      label={runs.personUnclear(named)}
      choices={people.map(({ id, name, nameEn, affiliations }) => ({
        id,
        name: nameOf({ name: name ?? id, nameEn }),
        detail: affiliations.map(each => nameOf(institutions.get(each.institutionId))).join('、'),
      }))}
      value={null}
      onChange={onChoose}
    />
  )
}
