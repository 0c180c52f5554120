import { useSearchParams } from 'wouter'
import { type GrantedDocument, useDocuments } from '../../../../api/queries/grants.ts'
import { type LedgerWithPeriods, useAllianceLedgers } from '../../../../api/queries/ledgers.ts'
import { LinkButton } from '../../../../kit/button.tsx'
import { Empty, Waiting } from '../../../../kit/note.tsx'
import { ScrollBox } from '../../../../kit/page.tsx'
import { Chip } from '../../../../kit/status.tsx'
import { dayOf, instantOf } from '../../../../time.ts'
import { useWords } from '../../../../words/words.tsx'
import { AlliancePage } from '../../alliancePage.tsx'
import { useLedgerName } from '../ledgerChoice.tsx'
import { DocumentReversal } from './documentReversal.tsx'

/** What each document (文号) granted, and the way to take all of it back. */
export function DocumentsPage({ allianceId }: { readonly allianceId: string }) {
  const { books, quota } = useWords()
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
  const { books, quota, common } = useWords()
  const asked = useDocuments(allianceId)
  if (asked.data === undefined) return <Waiting error={asked.error} onRetry={() => void asked.refetch()} />
  if (asked.data.length === 0) {
    return (
      <Empty title={books.noDocuments}>
        <p>{books.noDocumentsHelp}</p>
      </Empty>
    )
  }
  return (
    <ScrollBox label={books.documents}>
      <table>
        <thead>
          <tr>
            <th>{quota.documentNumber}</th>
            <th>{quota.ledger}</th>
            <th className="number">{books.rows}</th>
            <th>{books.recordedOn}</th>
            <th>{common.actions}</th>
          </tr>
        </thead>
        <tbody>
          {asked.data.map(each => (
            <DocumentRow
              key={each.id}
              allianceId={allianceId}
              document={each}
              ledger={ledgers.find(({ id }) => id === each.ledgerId)}
            />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

interface DocumentRowProps {
  readonly allianceId: string
  readonly document: GrantedDocument
  readonly ledger: LedgerWithPeriods | undefined
}

function DocumentRow({ allianceId, document, ledger }: DocumentRowProps) {
  const { books } = useWords()
  const ledgerName = useLedgerName()
  const { documentNumber, grants, granted, reversed, firstRecordedAt, lastRecordedAt } = document
  const zone = ledger?.zone ?? 'UTC'
  const days = [firstRecordedAt, lastRecordedAt].map(at => dayOf(instantOf(at), zone))
  const path = `/alliance/${allianceId}/quota/documents?document=${encodeURIComponent(documentNumber)}`
  return (
    <tr>
      <th scope="row" className="name-cell">
        {documentNumber}{' '}
        {reversed > 0 && <Chip>{reversed === granted ? books.allReversed : books.partlyReversed}</Chip>}
      </th>
      <td>{ledger && ledgerName(ledger)}</td>
      <td className="number">{grants}</td>
      <td className="date-cell">{[...new Set(days)].join(' – ')}</td>
      <td>
        <LinkButton href={path} look="plain" label={books.openDocument(documentNumber)}>
          {books.open}
        </LinkButton>
      </td>
    </tr>
  )
}
