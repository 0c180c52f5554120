import { useState } from 'react'
import { Button } from '../../../kit/button.tsx'
import { Page, ScrollBox } from '../../../kit/page.tsx'
import { useWords } from '../../../words/words.tsx'
import { InstrumentSelect } from '../instrumentSelect.tsx'
import { useMyInstruments } from '../useMyInstruments.ts'
import { LogLine } from './logLine.tsx'
import { LOG_COLUMNS } from './logText.ts'
import { useLogBook } from './useLogBook.ts'

/** The month of a paper log book, typed or pasted line by line, tried, then kept. */
export function LogBookPage() {
  const { runs } = useWords()
  const { instruments } = useMyInstruments()
  const [instrumentId, setInstrumentId] = useState<string | null>(null)
  const book = useLogBook(instruments.find(each => each.id === instrumentId) ?? null)
  const fineCount = book.rows.filter(row => row.outcome.kind === 'fine').length
  const hasKept = book.rows.some(row => row.outcome.kind === 'kept')
  return (
    <Page title={runs.bookTitle} detail={runs.bookDetail}>
      <div className="board-bar">
        <InstrumentSelect instruments={instruments} value={instrumentId} onChange={setInstrumentId} />
      </div>
      <p className="quiet">{runs.projectHelp}</p>
      <ScrollBox label={runs.bookTitle}>
        <table className="log-book">
          <thead>
            <tr>
              <th scope="col">#</th>
              {LOG_COLUMNS.map(column => (
                <th key={column} scope="col">
                  {runs.columns[column]}
                </th>
              ))}
              <th scope="col">{runs.rowState}</th>
            </tr>
          </thead>
          <tbody>
            {book.rows.map((row, index) => (
              <LogLine key={row.key} row={row} number={index + 1} book={book} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
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
