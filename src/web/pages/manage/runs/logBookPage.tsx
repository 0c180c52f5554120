import { useState } from 'react'
import { Button } from '../../../kit/button.tsx'
import { Page } from '../../../kit/page.tsx'
import { RecordTable } from '../../../kit/recordTable.tsx'
import { useStaffWords } from '../../../words/words.tsx'
import { InstrumentSelect } from '../instrumentSelect.tsx'
import { useMyInstruments } from '../useMyInstruments.ts'
import { LineOutcome, LogCell } from './logLine.tsx'
import type { LogRow } from './logRow.ts'
import { LOG_COLUMNS } from './logText.ts'
import { useLogBook } from './useLogBook.ts'

/** The month of a paper log book, typed or pasted line by line, tried, then kept. */
export function LogBookPage() {
  const { runs } = useStaffWords()
  const { instruments } = useMyInstruments()
  const [chosenId, setChosenId] = useState<string | null>(null)
  const [only, second] = instruments
  const instrumentId = chosenId ?? (second === undefined ? (only?.id ?? null) : null)
  const book = useLogBook(instruments.find(each => each.id === instrumentId) ?? null)
  const numberOf = (row: LogRow) => book.rows.indexOf(row) + 1
  const fineCount = book.rows.filter(row => row.outcome.kind === 'fine').length
  const hasKept = book.rows.some(row => row.outcome.kind === 'kept')
  return (
    <Page title={runs.bookTitle} detail={runs.bookDetail}>
      <div className="board-bar">
        <InstrumentSelect instruments={instruments} value={instrumentId} onChange={setChosenId} />
      </div>
      <p className="quiet">{runs.projectHelp}</p>
      <div className="log-book">
        <RecordTable
          label={runs.bookTitle}
          rows={book.rows}
          idOf={row => String(row.key)}
          columns={[
            { name: '#', look: 'head', cell: numberOf },
            ...LOG_COLUMNS.map(column => ({
              name: runs.columns[column],
              cell: (row: LogRow) => <LogCell row={row} number={numberOf(row)} column={column} book={book} />,
            })),
            {
              name: runs.rowState,
              cell: row => <LineOutcome row={row} onChoose={id => book.choosePerson(row.key, id)} />,
            },
          ]}
        />
      </div>
      <div className="row">
        <Button onPress={book.addRows}>{runs.addRows}</Button>
        {hasKept && <Button onPress={book.clearKept}>{runs.clearSaved}</Button>}
        <Button
          look={fineCount > 0 ? 'usual' : 'main'}
          isDisabled={instrumentId === null}
          isPending={book.isBusy}
          onPress={() => void book.check()}
        >
          {runs.check}
        </Button>
        <Button look="main" isDisabled={fineCount === 0 || book.isBusy} onPress={() => void book.keep()}>
          {runs.save(fineCount)}
        </Button>
      </div>
      <p role="status">{book.isBusy ? runs.checking : hasKept && book.summary}</p>
    </Page>
  )
}
