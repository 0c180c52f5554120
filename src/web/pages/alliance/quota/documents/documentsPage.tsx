import { useSearchParams } from 'wouter'
import { type GrantedDocument, useDocuments } from '../../../../api/queries/grants.ts'
import { type LedgerWithPeriods, useAllianceLedgers } from '../../../../api/queries/ledgers.ts'
import { LinkButton } from '../../../../kit/button.tsx'
import { Empty, Waiting } from '../../../../kit/note.tsx'
import { type RecordColumn, RecordTable } from '../../../../kit/recordTable.tsx'
import { Chip } from '../../../../kit/status.tsx'
import { dayOf, instantOf } from '../../../../time.ts'
import { useStaffWords } from '../../../../words/words.tsx'
import { AlliancePage } from '../../alliancePage.tsx'
import { useLedgerName } from '../ledgerChoice.tsx'
import { DocumentReversal } from './documentReversal.tsx'

/** What each document (文号) granted, and the way to take all of it back. */
export function DocumentsPage({ allianceId }: { readonly allianceId: string }) {
  const { books, quota } = useStaffWords()
  const [params] = useSearchParams()
  const documentNumber = params.get('document')
  const ledgers = useAllianceLedgers(allianceId)
  const base = `/alliance/${allianceId}/quota`
  return (
    <AlliancePage
      allianceId={allianceId}
      part="quota"
      title={documentNumber === null ? books.documents : books.rowsOf(documentNumber)}
      detail={documentNumber === null ? books.documentsHelp : books.restHelp}
      actions={
        documentNumber === null ? (
          <LinkButton href={base}>{quota.title}</LinkButton>
        ) : (
          <LinkButton href={`${base}/documents`}>{books.documents}</LinkButton>
        )
      }
    >
      {() => {
        if (ledgers.data === undefined)
          return <Waiting error={ledgers.error} onRetry={() => void ledgers.refetch()} />
        if (documentNumber === null) return <Documents allianceId={allianceId} ledgers={ledgers.data} />
        return (
          <DocumentReversal
            key={documentNumber}
            allianceId={allianceId}
            documentNumber={documentNumber}
            ledgers={ledgers.data}
          />
        )
      }}
    </AlliancePage>
  )
}

interface DocumentsProps {
  readonly allianceId: string
  readonly ledgers: readonly LedgerWithPeriods[]
}

function Documents({ allianceId, ledgers }: DocumentsProps) {
  const { books, quota, common } = useStaffWords()
  const ledgerName = useLedgerName()
  const asked = useDocuments(allianceId)
  const ledgerOf = ({ ledgerId }: GrantedDocument) => ledgers.find(({ id }) => id === ledgerId)
  const columns: readonly RecordColumn<GrantedDocument>[] = [
    { name: quota.documentNumber, look: 'head', cell: each => <NumberCell document={each} /> },
    {
      name: quota.ledger,
      cell: each => {
        const ledger = ledgerOf(each)
        return ledger && ledgerName(ledger)
      },
    },
    { name: books.rows, look: 'number', cell: each => each.grants },
    { name: books.recordedOn, look: 'whole', cell: each => daysText(each, ledgerOf(each)?.zone ?? 'UTC') },
    {
      name: common.actions,
      look: 'actions',
      cell: ({ documentNumber }) => (
        <LinkButton
          href={`/alliance/${allianceId}/quota/documents?document=${encodeURIComponent(documentNumber)}`}
          look="plain"
          label={books.openDocument(documentNumber)}
        >
          {books.open}
        </LinkButton>
      ),
    },
  ]
  if (asked.data === undefined) return <Waiting error={asked.error} onRetry={() => void asked.refetch()} />
  if (asked.data.length === 0) {
    return (
      <Empty title={books.noDocuments}>
        <p>{books.noDocumentsHelp}</p>
      </Empty>
    )
  }
  return <RecordTable label={books.documents} columns={columns} rows={asked.data} idOf={each => each.id} />
}

function NumberCell({ document }: { readonly document: GrantedDocument }) {
  const { books } = useStaffWords()
  const { documentNumber, granted, reversed } = document
  return (
    <>
      {documentNumber}{' '}
      {reversed > 0 && <Chip>{reversed === granted ? books.allReversed : books.partlyReversed}</Chip>}
    </>
  )
}

/** The day on which it was recorded; from the first to the last where it took several. */
const daysText = ({ firstRecordedAt, lastRecordedAt }: GrantedDocument, zone: string) =>
  [...new Set([firstRecordedAt, lastRecordedAt].map(at => dayOf(instantOf(at), zone)))].join(' – ')
