import type { ImportReport } from '../../api/queries/imports.ts'
import { Note } from '../../kit/note.tsx'
import { Section } from '../../kit/page.tsx'
import { RecordTable } from '../../kit/recordTable.tsx'
import { useStaffWords } from '../../words/words.tsx'
import { wordOf } from '../manage/wordOf.ts'

/** What became, or would become, of the rows of a file. */
export function ImportOutcome({ report }: { readonly report: ImportReport }) {
  const { common, hosted } = useStaffWords()
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
          <p>{common.list([...new Set(report.notes.map(note => note.column))])}</p>
        </Note>
      )}
    </Section>
  )
}

function FaultTable({ faults }: { readonly faults: ImportReport['unread'] }) {
  const { hosted } = useStaffWords()
  return (
    <RecordTable
      label={hosted.faultTable}
      rows={faults}
      idOf={({ row, column }, index) => `${row} ${column ?? ''} ${index}`}
      columns={[
        { name: hosted.row, look: 'head', cell: ({ row }) => row },
        { name: hosted.column, cell: ({ column }) => column },
        {
          name: hosted.fault,
          cell: ({ code, refusal }) => refusal?.message ?? wordOf(hosted.faultCodes, code),
        },
        { name: hosted.value, cell: ({ value }) => value },
      ]}
    />
  )
}
