import type { ImportReport } from '../../api/queries/imports.ts'
import { Note } from '../../kit/note.tsx'
import { ScrollBox, Section } from '../../kit/page.tsx'
import { useWords } from '../../words/words.tsx'
import { wordOf } from '../manage/wordOf.ts'

/** What became, or would become, of the rows of a file. */
export function ImportOutcome({ report }: { readonly report: ImportReport }) {
  const { hosted } = useWords()
  const faults = [...report.unread, ...report.entries.flatMap(entry => entry.faults)]
  return (
    <Section title={report.dryRun ? hosted.tried : hosted.imported}>
      {report.entries.map(({ noun, created, updated, unchanged, faulty }) => (
        <Note
          key={noun}
          tone={faulty > 0 ? 'warn' : 'good'}
          title={hosted.counts(created, updated, unchanged, faulty)}
          role="status"
        />
      ))}
      {faults.length > 0 && <FaultTable faults={faults} />}
      {report.notes.length > 0 && (
        <Note title={hosted.notes}>
          <p>{[...new Set(report.notes.map(note => note.column))].join('、')}</p>
        </Note>
      )}
    </Section>
  )
}

function FaultTable({ faults }: { readonly faults: ImportReport['unread'] }) {
  const { hosted } = useWords()
  return (
    <ScrollBox label={hosted.faultTable}>
      <table>
        <thead>
          <tr>
            <th scope="col" className="number">
              {hosted.row}
            </th>
            <th scope="col">{hosted.column}</th>
            <th scope="col">{hosted.fault}</th>
            <th scope="col">{hosted.value}</th>
          </tr>
        </thead>
        <tbody>
          {faults.map(({ row, column, code, value, refusal }, index) => (
            <tr key={`${row} ${column ?? ''} ${index}`}>
              <th scope="row" className="number">
                {row}
              </th>
              <td>{column ?? ''}</td>
              <td>{refusal?.message ?? wordOf(hosted.faultCodes, code)}</td>
              <td>{value ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}
